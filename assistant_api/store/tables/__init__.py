"""The tables, a file for each part. A change here needs a migration beside it (``store/migrations/versions``)."""

from assistant_api.store.tables.assignments import assignment_targets, assignments, certificates, goals
from assistant_api.store.tables.base import metadata
from assistant_api.store.tables.drafts import kept_drafts, tokens
from assistant_api.store.tables.outward import outbox, webhooks
from assistant_api.store.tables.people import OWNER, attempts, audit, links, people, team_members, teams, visits
from assistant_api.store.tables.practice import results, sessions, turns
from assistant_api.store.tables.review import comments, disputes, overrules, ratings

REVISION = "0010"
"""The migration that makes the tables as they stand here; a test holds it to Alembic's newest."""

__all__ = [
    "OWNER",
    "REVISION",
    "assignment_targets",
    "assignments",
    "attempts",
    "audit",
    "certificates",
    "comments",
    "disputes",
    "goals",
    "kept_drafts",
    "links",
    "metadata",
    "outbox",
    "overrules",
    "people",
    "ratings",
    "results",
    "sessions",
    "team_members",
    "teams",
    "tokens",
    "turns",
    "visits",
    "webhooks",
]
