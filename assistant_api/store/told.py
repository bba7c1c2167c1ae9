"""Results reach the trainee first: the one rule on what of somebody's practice others may see yet.

How it went is its player's alone until they have opened the debrief, or until so long after the end
(``assigning/rules.yml``). What was said is not held back, nor anything of a real chat that was brought in.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import or_
from sqlalchemy.sql import ColumnElement

from assistant_api.store.records import StoredSession
from assistant_api.store.review_results import PRACTICE
from assistant_api.store.tables import sessions


@dataclass(frozen=True)
class Onlooker:
    """Somebody who looks at sessions, be they their own or others'.

    Attributes:
        id: Who.
        moment: Now (UTC).
        after: So long after its end a session is told, opened or not.
    """

    id: str
    moment: datetime
    after: timedelta

    def sees(self) -> ColumnElement:
        """Whether they may see how a session went, as a condition on ``sessions``."""
        return or_(sessions.c.person_id == self.id, is_told(self.moment - self.after))

    def may_see(self, session: StoredSession) -> bool:
        """The same of one session."""
        own, practised = session.person_id == self.id, session.kind == PRACTICE
        told = was_told(session.ended_at, session.opened_at is not None, self.moment - self.after)
        return own or not practised or told

    def sees_from(self, ended_at: datetime | None) -> datetime | None:
        """When at the latest they see how a session went that is held back (UTC); None while it goes on."""
        return None if ended_at is None else ended_at + self.after


def is_told(before: datetime) -> ColumnElement:
    """Whether others may see how a session went, as a condition on ``sessions``.

    Args:
        before: What ended then (UTC) or earlier is told, opened or not.
    """
    # The cheapest first, which decides for nearly all.
    return or_(sessions.c.ended_at <= before, sessions.c.opened_at.is_not(None), sessions.c.kind != PRACTICE)


def was_told(ended_at: datetime | None, opened: bool, before: datetime) -> bool:
    """The same of a practice session that ended then (None: goes on), its debrief opened or not."""
    return ended_at is not None and (opened or ended_at <= before)
