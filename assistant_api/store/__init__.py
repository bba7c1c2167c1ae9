"""The database: sessions and turns, tokens, kept replies, and what a person is told when it is not to be had."""

from assistant_api.store.database import Database, DatabaseUnavailable
from assistant_api.store.kept import FinishedDraft, KeptDraft, KeptDrafts, NoSuchDraft
from assistant_api.store.listing import Summary, list_sessions
from assistant_api.store.records import Json, NewSession, StoredSession, StoredTurn, now
from assistant_api.store.sessions import ClaimLost, NoSuchSession, SessionStore
from assistant_api.store.tokens import StoredToken, TokenStore

__all__ = [
    "ClaimLost",
    "Database",
    "DatabaseUnavailable",
    "FinishedDraft",
    "Json",
    "KeptDraft",
    "KeptDrafts",
    "NewSession",
    "NoSuchDraft",
    "NoSuchSession",
    "SessionStore",
    "StoredSession",
    "StoredToken",
    "StoredTurn",
    "Summary",
    "TokenStore",
    "list_sessions",
    "now",
]
