"""Comments on turns and on sentences."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import String, cast, delete, insert, select, update
from sqlalchemy.engine import Row
from sqlalchemy.sql import Select

from assistant_api.store.database import Database
from assistant_api.store.records import in_utc, now
from assistant_api.store.tables import comments, people, sessions
from coaching.errors import CoachError

_NEWEST = 20


class NoSuchComment(CoachError):
    """There is no comment with this id, or not for this person."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("There is no comment of yours with this id; it may have been deleted.")


@dataclass(frozen=True)
class NewComment:
    """A comment; see the table for what its columns hold."""

    id: str
    session_id: str
    turn: int
    sentence: int | None
    author_id: str
    text: str
    mentions: list[str]


@dataclass(frozen=True)
class StoredComment(NewComment):
    """A comment that is kept.

    Attributes:
        author_name: None where they are not among the people of this installation.
        session_title: What the session is called.
        created_at, edited_at: When (UTC); the second None where it is as it was written.
    """

    author_name: str | None
    session_title: str
    created_at: datetime
    edited_at: datetime | None


class Comments:
    """Keeps and reads; every method raises ``DatabaseUnavailable`` where the database cannot be used."""

    def __init__(self, database: Database) -> None:
        """Work on this database."""
        self._database = database

    def add(self, comment: NewComment) -> None:
        """Keep a comment."""
        with self._database.writing() as connection:
            connection.execute(insert(comments).values(**vars(comment), created_at=now()))

    def edit(self, comment_id: str, author_id: str, text: str, mentions: list[str]) -> None:
        """Put another text in place of one's own.

        Raises:
            NoSuchComment: There is none of this author.
        """
        values = {"text": text, "mentions": mentions, "edited_at": now()}
        with self._database.writing() as connection:
            if connection.execute(update(comments).where(*_own(comment_id, author_id)).values(values)).rowcount != 1:
                raise NoSuchComment

    def delete(self, comment_id: str, author_id: str) -> None:
        """Erase one's own.

        Raises:
            NoSuchComment: There is none of this author.
        """
        with self._database.writing() as connection:
            if connection.execute(delete(comments).where(*_own(comment_id, author_id))).rowcount != 1:
                raise NoSuchComment

    def get(self, comment_id: str) -> StoredComment:
        """One comment.

        Raises:
            NoSuchComment: There is none.
        """
        found = self._read(_all().where(comments.c.id == comment_id))
        if not found:
            raise NoSuchComment
        return found[0]

    def of_session(self, session_id: str) -> list[StoredComment]:
        """Those on a session, in the order in which they were written."""
        return self._read(_all().where(comments.c.session_id == session_id).order_by(comments.c.created_at))

    def mentioning(self, person_id: str, seen: Select | None) -> list[StoredComment]:
        """The newest that mention somebody, on sessions that they may read; None for all of those."""
        # The ids stand in JSON, which both databases write with quotes around each.
        named = cast(comments.c.mentions, String).contains(f'"{person_id}"', autoescape=True)
        wanted = _all().where(named, comments.c.author_id != person_id)
        if seen is not None:
            wanted = wanted.where(sessions.c.person_id.in_(seen))
        return self._read(wanted.order_by(comments.c.created_at.desc()).limit(_NEWEST))

    def _read(self, wanted: Select) -> list[StoredComment]:
        with self._database.reading() as connection:
            rows = connection.execute(wanted).all()
        return [StoredComment(**{**row._mapping, **_times(row)}) for row in rows]


def _all() -> Select:
    title, name = sessions.c.scenario_title.label("session_title"), people.c.name.label("author_name")
    joined = select(comments, title, name).join(sessions, sessions.c.id == comments.c.session_id)
    return joined.outerjoin(people, people.c.id == comments.c.author_id)


def _times(row: Row) -> dict[str, datetime | None]:
    return {
        "created_at": in_utc(row.created_at),
        "edited_at": None if row.edited_at is None else in_utc(row.edited_at),
    }


def _own(comment_id: str, author_id: str) -> tuple[object, object]:
    return comments.c.id == comment_id, comments.c.author_id == author_id
