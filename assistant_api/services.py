"""What the routes work with, made once for each application and found through it."""

from __future__ import annotations

from dataclasses import dataclass

from flask import current_app

from assistant_api.catalogue import Catalogue
from assistant_api.customer_client import CustomerClient
from assistant_api.datafiles import load_suggestions
from assistant_api.debrief import Debrief
from assistant_api.drafts import Drafts
from assistant_api.health import PART_SECONDS, Health
from assistant_api.keeping import Keeping
from assistant_api.practice import Practice
from assistant_api.settings import Settings
from assistant_api.store import Database, KeptDrafts, SessionStore, TokenStore
from coaching.rubric import Rubric

EXTENSION = "heard"


@dataclass(frozen=True)
class Services:
    """The application's parts.

    Attributes:
        catalogue: Scenarios and personas.
        database: Where sessions are kept.
        practice: Plays sessions.
        drafts: Checks drafts.
        keeping: Keeps finished replies, where that is wanted.
        tokens: Knows the tokens.
        health: Asks every part how it is.
    """

    catalogue: Catalogue
    database: Database
    practice: Practice
    drafts: Drafts
    keeping: Keeping
    tokens: TokenStore
    health: Health

    @classmethod
    def make(cls, settings: Settings) -> Services:
        """Put the parts together; nothing connects and no model is loaded.

        Raises:
            CoachError: A file of scenarios, personas, rubrics, rules or wording is not as it should be.
        """
        catalogue, rubric = Catalogue.load(), Rubric.load()
        load_suggestions()
        database = Database(settings.database_url, settings.database_timeout)
        customer = CustomerClient(settings)
        drafts = Drafts()
        practice = Practice(SessionStore(database), customer, catalogue, Debrief(catalogue, rubric))
        soon = Database(settings.database_url, min(settings.database_timeout, PART_SECONDS))
        keeping = Keeping(KeptDrafts(database), drafts, settings.keep_drafts, settings.keep_drafts_days)
        health = Health(soon, drafts, customer)
        return cls(catalogue, database, practice, drafts, keeping, TokenStore(database), health)


def services() -> Services:
    """The parts of the application that serves this request."""
    found: Services = current_app.extensions[EXTENSION]
    return found
