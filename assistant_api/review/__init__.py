"""Reviewing: what ended sessions came to, comments, what trainers overrule, disputes, and real chats brought in."""

from __future__ import annotations

from dataclasses import dataclass

from assistant_api.catalogue import Catalogue
from assistant_api.debrief import Debriefs
from assistant_api.drafts import Drafts
from assistant_api.outward.telling import Outward
from assistant_api.review.imports import Importing
from assistant_api.review.outcomes import Outcomes
from assistant_api.store import Database
from assistant_api.store.review_comments import Comments
from assistant_api.store.review_disputes import Disputes
from assistant_api.store.review_overrules import Overrules


@dataclass(frozen=True)
class Review:
    """All that can be done with sessions beside playing them, each part for one thing.

    Attributes:
        outcomes: What ended sessions came to, corrections counted.
        comments: On turns and sentences.
        overrules: Labels and points of trainers.
        disputes: Of agents, and the answers.
        importing: Brings real chats in.
    """

    outcomes: Outcomes
    comments: Comments
    overrules: Overrules
    disputes: Disputes
    importing: Importing

    @classmethod
    def make(
        cls, database: Database, catalogue: Catalogue, drafts: Drafts, debriefs: Debriefs, outward: Outward
    ) -> Review:
        """Put the parts together."""
        return cls(
            outcomes=Outcomes(database, debriefs, catalogue, outward),
            comments=Comments(database),
            overrules=Overrules(database),
            disputes=Disputes(database),
            importing=Importing(database, drafts, debriefs),
        )
