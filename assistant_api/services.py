"""What the routes work with, made once for each application and found through it."""

from __future__ import annotations

from dataclasses import dataclass

from flask import current_app

from assistant_api.catalogue import Catalogue
from assistant_api.customer_client import CustomerClient
from assistant_api.debrief import Debrief
from assistant_api.drafts import Drafts
from assistant_api.health import Health
from assistant_api.practice import Practice
from assistant_api.settings import Settings
from assistant_api.store import Database, SessionStore

EXTENSION = "heard"


@dataclass(frozen=True)
class Services:
    """The application's parts.

    Attributes:
        catalogue: Scenarios and personas.
        database: Where sessions are kept.
        practice: Plays sessions.
        drafts: Checks drafts.
        health: Asks every part how it is.
    """

    catalogue: Catalogue
    database: Database
    practice: Practice
    drafts: Drafts
    health: Health

    @classmethod
    def make(cls, settings: Settings) -> Services:
        """Put the parts together; nothing connects and no model is loaded.

        Raises:
            DataError: A scenario's or persona's file is not as it should be.
        """
        catalogue = Catalogue.load()
        database = Database(settings.database_url, settings.database_timeout)
        customer = CustomerClient(settings)
        drafts = Drafts()
        practice = Practice(SessionStore(database), customer, catalogue, Debrief(catalogue))
        return cls(catalogue, database, practice, drafts, Health(database, drafts, customer))


def services() -> Services:
    """The parts of the application that serves this request."""
    found: Services = current_app.extensions[EXTENSION]
    return found
