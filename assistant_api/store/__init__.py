"""The database: sessions and turns, and what a person is told when it is not to be had."""

from assistant_api.store.database import Database, DatabaseUnavailable
from assistant_api.store.listing import Summary, list_sessions
from assistant_api.store.records import Json, NewSession, StoredSession, StoredTurn
from assistant_api.store.sessions import ClaimLost, NoSuchSession, SessionStore

__all__ = [
    "ClaimLost",
    "Database",
    "DatabaseUnavailable",
    "Json",
    "NewSession",
    "NoSuchSession",
    "SessionStore",
    "StoredSession",
    "StoredTurn",
    "Summary",
    "list_sessions",
]
