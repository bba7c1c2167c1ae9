"""What the routes work with, made once for each application and found through it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from flask import current_app

from assistant_api.catalogue import Catalogue
from assistant_api.customer_client import CustomerClient
from assistant_api.datafiles import load_suggestions
from assistant_api.debrief import Debriefs
from assistant_api.drafts import Drafts
from assistant_api.entry_rules import access_rules
from assistant_api.health import PART_SECONDS, Health
from assistant_api.keeping import Keeping
from assistant_api.outward.telling import Outward
from assistant_api.practice import Practice
from assistant_api.privacy import Privacy
from assistant_api.review import Review
from assistant_api.settings import Settings
from assistant_api.store import Database, KeptDrafts, TokenStore
from assistant_api.store.audit import AuditStore
from assistant_api.store.people_parts import People
from coaching.customer.levels import Level, load_levels
from coaching.customer.timeout import timed_out
from coaching.hints.wording import hint_wording
from coaching.rubric import Rubric

EXTENSION = "heard"


@dataclass(frozen=True)
class Services:
    """The application's parts.

    Attributes:
        catalogue: Scenarios and personas.
        levels: The levels of difficulty, by number.
        database: Where sessions are kept.
        practice: Plays sessions.
        review: Comments on them, corrects their scores, brings real chats in.
        drafts: Checks drafts.
        keeping: Keeps finished replies, where that is wanted.
        privacy: Erases sessions in time; hands out and erases what is stored of somebody.
        tokens: Knows the tokens.
        sign_in: Whether people sign in.
        people: Knows them, and how they come in.
        audit: Notes who did what.
        outward: Tells others what they were set up to be told.
        health: Asks every part how it is.
    """

    catalogue: Catalogue
    levels: Mapping[int, Level]
    database: Database
    practice: Practice
    review: Review
    drafts: Drafts
    keeping: Keeping
    privacy: Privacy
    tokens: TokenStore
    sign_in: bool
    people: People
    audit: AuditStore
    outward: Outward
    health: Health

    @classmethod
    def make(cls, settings: Settings) -> Services:
        """Put the parts together; nothing connects and no model is loaded.

        Raises:
            CoachError: A file of scenarios, personas, levels, rubrics, rules or wording is not as it should be.
        """
        catalogue, levels = Catalogue.load(), load_levels()
        load_suggestions()
        # Read here, so that an error in them stops the start and no session.
        hint_wording()
        timed_out()
        database = Database(settings.database_url, settings.database_timeout)
        customer = CustomerClient(settings)
        drafts = Drafts()
        debriefs = Debriefs(catalogue, Rubric.load(), drafts)
        outward = Outward(database, settings.record_store)
        review = Review.make(database, catalogue, drafts, debriefs, outward)
        practice = Practice.make(
            database, customer, catalogue, drafts, debriefs, review.outcomes, outward, settings.session_hours
        )
        soon = Database(settings.database_url, min(settings.database_timeout, PART_SECONDS))
        keeping = Keeping(KeptDrafts(database), drafts, settings.keep_drafts, settings.keep_drafts_days)
        health = Health(soon, drafts, customer)
        rules = access_rules()
        people = People.make(database, rules.idle, rules.stay, rules.window)
        return cls(
            catalogue=catalogue,
            levels=levels,
            database=database,
            practice=practice,
            review=review,
            drafts=drafts,
            keeping=keeping,
            privacy=Privacy.make(database, customer, settings.keep_sessions_days),
            tokens=TokenStore(database),
            sign_in=settings.sign_in,
            people=people,
            audit=AuditStore(database),
            outward=outward,
            health=health,
        )


def services() -> Services:
    """The parts of the application that serves this request."""
    found: Services = current_app.extensions[EXTENSION]
    return found
