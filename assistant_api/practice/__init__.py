"""Practice sessions: begun, played turn by turn, paused, rewound, ended, read, looked back at, erased."""

from __future__ import annotations

from dataclasses import dataclass

from assistant_api.catalogue import Catalogue
from assistant_api.customer_client import CustomerClient
from assistant_api.debrief import Debriefs
from assistant_api.drafts import Drafts
from assistant_api.outward.telling import Outward
from assistant_api.practice.briefs import Briefs
from assistant_api.practice.hinting import Hinting
from assistant_api.practice.lookback import Lookback
from assistant_api.practice.pauses import Pauses
from assistant_api.practice.records import Records
from assistant_api.practice.rewinds import Rewinds
from assistant_api.practice.starts import Starts
from assistant_api.practice.turns import Turns
from assistant_api.privacy.door import AgentDoor
from assistant_api.review.outcomes import Outcomes
from assistant_api.store import Database, Rests, Reviews, SessionStore


@dataclass(frozen=True)
class Practice:
    """All that can be done with sessions, each part for one thing.

    Attributes:
        starts: Begins them.
        turns: Plays them turn by turn, and has their agents close them.
        pauses: Lets them rest.
        rewinds: Takes a turn again.
        hints: Helps in mid-session.
        records: Reads, lists and erases them.
        briefs: Tells what an agent knows of the case.
        lookback: Gives debriefs and progress.
    """

    starts: Starts
    turns: Turns
    pauses: Pauses
    rewinds: Rewinds
    hints: Hinting
    records: Records
    briefs: Briefs
    lookback: Lookback

    @classmethod
    def make(
        cls,
        database: Database,
        customer: CustomerClient,
        catalogue: Catalogue,
        drafts: Drafts,
        debriefs: Debriefs,
        outcomes: Outcomes,
        outward: Outward,
        hours: int,
    ) -> Practice:
        """Put the parts together; a session that nobody touches times out after so many hours."""
        store, reviews = SessionStore(database), Reviews(database)
        records = Records(database, customer, debriefs, outcomes, outward, hours)
        lookback = Lookback(records, reviews, debriefs, outward)
        return cls(
            starts=Starts(store, customer, catalogue),
            turns=Turns(store, customer, records, AgentDoor(catalogue)),
            pauses=Pauses(Rests(database), records),
            rewinds=Rewinds(database, records),
            hints=Hinting(records, reviews, lookback, catalogue, drafts),
            records=records,
            briefs=Briefs(records, catalogue),
            lookback=lookback,
        )
