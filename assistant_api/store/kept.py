"""Finished replies that are kept, without personal data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from sqlalchemy import and_, delete, insert, select
from sqlalchemy.engine import Row

from assistant_api.store.database import Database
from assistant_api.store.records import in_utc, now
from assistant_api.store.tables import kept_drafts
from coaching.errors import CoachError


class NoSuchDraft(CoachError):
    """There is no kept reply with this id."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("There is no kept reply with this id; it may have been erased.")


@dataclass(frozen=True)
class FinishedDraft:
    """A reply that its agent took over, as far as it is kept.

    Attributes:
        person_id: Whose it is.
        draft: The reply without personal data.
        customer: The customer's message that it answered, without personal data; may be empty.
        channel: Where it was sent.
        score: 0 to 100.
        rubric: The version of the rubric that the score follows from.
        rules: The rules of its findings, in the order of the reply.
        recogniser: The version of the recogniser.
    """

    person_id: str
    draft: str
    customer: str
    channel: str
    score: int
    rubric: str
    rules: list[str]
    recogniser: str


@dataclass(frozen=True)
class KeptDraft(FinishedDraft):
    """A kept reply.

    Attributes:
        id: A UUID.
        kept_at: When (UTC).
    """

    id: str
    kept_at: datetime


class KeptDrafts:
    """Keeps, lists and erases; every method raises ``DatabaseUnavailable`` where the database cannot be used."""

    def __init__(self, database: Database) -> None:
        """Work on this database."""
        self._database = database

    def add(self, draft: FinishedDraft) -> KeptDraft:
        """Keep a reply."""
        kept = KeptDraft(**vars(draft), id=str(uuid4()), kept_at=now())
        with self._database.writing() as connection:
            connection.execute(insert(kept_drafts).values(**vars(kept)))
        return kept

    def page(
        self, person_id: str, limit: int, before: int | None, since: datetime
    ) -> tuple[list[KeptDraft], int | None]:
        """A page of somebody's kept replies, newest first, and the cursor of the next page; None where there is none.

        Args:
            person_id: Whose they are.
            limit: At most so many.
            before: The cursor that the page before gave; None for the first page.
            since: None is older than this.
        """
        wanted = (
            select(kept_drafts)
            .where(kept_drafts.c.person_id == person_id, kept_drafts.c.kept_at >= since)
            .order_by(kept_drafts.c.serial.desc())
        )
        if before is not None:
            wanted = wanted.where(kept_drafts.c.serial < before)
        with self._database.reading() as connection:
            rows = connection.execute(wanted.limit(limit + 1)).all()
        return [_kept(row) for row in rows[:limit]], rows[limit - 1].serial if len(rows) > limit else None

    def erase(self, person_id: str, draft_id: str) -> None:
        """Erase one of somebody's.

        Raises:
            NoSuchDraft: They have none with this id.
            DatabaseUnavailable: It is not erased, or all but what the database's journal holds; the message says it.
        """
        one = and_(kept_drafts.c.id == draft_id, kept_drafts.c.person_id == person_id)
        with self._database.writing() as connection:
            if connection.execute(delete(kept_drafts).where(one)).rowcount != 1:
                raise NoSuchDraft
        self._database.sweep()

    def erase_until(self, moment: datetime, person_id: str | None = None) -> int:
        """Erase all that were kept before a moment, or all of somebody's, and tell how many.

        Raises:
            DatabaseUnavailable: They are not erased, or all but what the database's journal holds; the message says it.
        """
        with self._database.writing() as connection:
            lapsed = delete(kept_drafts).where(kept_drafts.c.kept_at < moment)
            if person_id is not None:
                lapsed = lapsed.where(kept_drafts.c.person_id == person_id)
            erased = connection.execute(lapsed).rowcount
        if erased:
            self._database.sweep()
        return int(erased)


def _kept(row: Row) -> KeptDraft:
    return KeptDraft(
        id=row.id,
        person_id=row.person_id,
        draft=row.draft,
        customer=row.customer,
        channel=row.channel,
        score=row.score,
        rubric=row.rubric,
        rules=row.rules,
        recogniser=row.recogniser,
        kept_at=in_utc(row.kept_at),
    )
