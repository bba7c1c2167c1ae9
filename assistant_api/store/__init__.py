"""The database: sessions and turns, tokens, kept replies, and what a person is told when it is not to be had."""

from assistant_api.store.claims import ClaimLost, NoSuchSession
from assistant_api.store.database import Database, DatabaseUnavailable
from assistant_api.store.forks import NoSuchTurn, StillBlind, fork
from assistant_api.store.kept import FinishedDraft, KeptDraft, KeptDrafts, NoSuchDraft
from assistant_api.store.listing import Summary, list_sessions
from assistant_api.store.records import Fork, Json, NewSession, StoredSession, StoredTurn, now
from assistant_api.store.rests import Rests, SessionEnded
from assistant_api.store.reviews import Reviewed, Reviews
from assistant_api.store.sessions import SessionStore
from assistant_api.store.tokens import StoredToken, TokenStore

__all__ = [
    "ClaimLost",
    "Database",
    "DatabaseUnavailable",
    "FinishedDraft",
    "Fork",
    "Json",
    "KeptDraft",
    "KeptDrafts",
    "NewSession",
    "NoSuchDraft",
    "NoSuchSession",
    "NoSuchTurn",
    "Rests",
    "Reviewed",
    "Reviews",
    "SessionEnded",
    "SessionStore",
    "StillBlind",
    "StoredSession",
    "StoredToken",
    "StoredTurn",
    "Summary",
    "TokenStore",
    "fork",
    "list_sessions",
    "now",
]
