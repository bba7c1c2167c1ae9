"""What trainers see in sentences and sessions without seeing what the machine sees there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone

from sqlalchemy import and_, delete, insert, select
from sqlalchemy.engine import Row
from sqlalchemy.sql import ColumnElement, Select

from assistant_api.store.database import Database
from assistant_api.store.records import ANSWERED, Json, now
from assistant_api.store.review_overrules import LABEL
from assistant_api.store.tables import overrules, ratings, results, sessions, turns
from assistant_api.store.told import Onlooker


@dataclass(frozen=True)
class Rating:
    """One of a sentence (`labels`), or of a whole session (`score`, without turn and sentence)."""

    session_id: str
    turn: int | None
    sentence: int | None
    rater_id: str
    labels: list[str] | None
    score: int | None

    @property
    def place(self) -> tuple[str, int | None, int | None]:
        """What it is about."""
        return self.session_id, self.turn, self.sentence


@dataclass(frozen=True)
class Rated:
    """A rating with what the machine says there.

    Attributes:
        rating: The trainer's.
        text: The sentence; empty for a session.
        machine: The machine's labels.
        machine_score: The machine's own score, before any correction.
        title: What the session is called.
        corrected: Whether the sentence's labels are overruled in a review.
    """

    rating: Rating
    text: str
    machine: tuple[str, ...]
    machine_score: int | None
    title: str
    corrected: bool


@dataclass(frozen=True)
class Ratable:
    """Which sessions may be rated.

    Attributes:
        rater: Who rates, and what they are told of.
        seen: The people whose sessions they may read; None for everybody's.
        own: Whether their own as well.
    """

    rater: Onlooker
    seen: Select | None
    own: bool

    def condition(self) -> ColumnElement:
        """As a condition on ``sessions``."""
        parts = [sessions.c.ended_at.is_not(None), sessions.c.scorecard.is_not(None), self.rater.sees()]
        parts += [] if self.seen is None else [sessions.c.person_id.in_(self.seen)]
        parts += [] if self.own else [sessions.c.person_id != self.rater.id]
        return and_(*parts)


class Ratings:
    """Keeps and reads; every method raises ``DatabaseUnavailable`` where the database cannot be used."""

    def __init__(self, database: Database) -> None:
        """Work on this database."""
        self._database = database

    def keep(self, one: Rating) -> None:
        """Keep one in place of what the same trainer said before; without labels and score that is taken back."""
        where = and_(
            ratings.c.session_id == one.session_id,
            ratings.c.rater_id == one.rater_id,
            ratings.c.turn == one.turn,
            ratings.c.sentence == one.sentence,
        )
        with self._database.writing() as connection:
            # A database tells no two nulls apart, so that this and not a constraint keeps one score of a session.
            exists = select(sessions.c.id).where(sessions.c.id == one.session_id).with_for_update()
            if connection.execute(exists).first() is None:
                return
            connection.execute(delete(ratings).where(where))
            if one.labels is not None or one.score is not None:
                connection.execute(insert(ratings).values(**vars(one), created_at=now()))

    def candidates(self, which: Ratable, until: date, most: int) -> list[str]:
        """Ids of sessions that ended on this day (UTC) or before, the latest so many."""
        over = datetime.combine(until + timedelta(days=1), time(), timezone.utc)
        joined = select(sessions.c.id).join(results, results.c.session_id == sessions.c.id)
        wanted = joined.where(which.condition(), sessions.c.ended_at < over).order_by(sessions.c.serial.desc())
        with self._database.reading() as connection:
            return list(connection.execute(wanted.limit(most)).scalars())

    def may_rate(self, which: Ratable, session_id: str) -> bool:
        """Whether this session is one of these."""
        one = select(sessions.c.id).where(sessions.c.id == session_id, which.condition())
        with self._database.reading() as connection:
            return connection.execute(one).first() is not None

    def material(self, session_ids: Sequence[str]) -> list[Json]:
        """The answered turns of these sessions, each with its session's agent, title, persona, level and opening."""
        told = (sessions.c.scenario_title, sessions.c.persona_name, sessions.c.level, sessions.c.opening)
        said = (turns.c.number, turns.c.text, turns.c.sentences, turns.c.reply)
        wanted = (
            select(sessions.c.id, sessions.c.person_id, sessions.c.closing, *told, *said)
            .join(turns, turns.c.session_id == sessions.c.id)
            .where(sessions.c.id.in_(session_ids), turns.c.status == ANSWERED)
            .order_by(sessions.c.serial, turns.c.number)
        )
        with self._database.reading() as connection:
            return [dict(row._mapping) for row in connection.execute(wanted)]

    def carried(self, session_ids: Sequence[str]) -> dict[tuple[str, int, int], list[str]]:
        """For each sentence of these sessions, by session, turn and place: the labels given and those in doubt."""
        wanted = (
            select(turns.c.session_id, turns.c.number, turns.c.sentences)
            .where(turns.c.session_id.in_(session_ids), turns.c.status == ANSWERED)
            .order_by(turns.c.session_id, turns.c.number)
        )
        with self._database.reading() as connection:
            rows = connection.execute(wanted).all()
        return {
            (row.session_id, row.number, place): [*one["labels"], *one.get("unsure", ())]
            for row in rows
            for place, one in enumerate(row.sentences or [])
        }

    def of_rater(self, rater_id: str, session_ids: Sequence[str]) -> list[Rating]:
        """Those of one trainer about these sessions."""
        wanted = select(*_RATING).where(ratings.c.rater_id == rater_id, ratings.c.session_id.in_(session_ids))
        with self._database.reading() as connection:
            return [Rating(**row._mapping) for row in connection.execute(wanted)]

    def beside_machine(self, which: Ratable) -> list[Rated]:
        """All ratings of these sessions, each with what the machine says."""
        same = (overrules.c.turn == ratings.c.turn) & (overrules.c.sentence == ratings.c.sentence)
        overruled = (
            select(overrules.c.id)
            .where(overrules.c.session_id == ratings.c.session_id, same)
            .where(overrules.c.kind == LABEL, overrules.c.withdrawn_at.is_(None))
            .exists()
        )
        wanted = (
            select(
                *_RATING,
                sessions.c.scenario_title,
                sessions.c.scorecard["score"].as_integer().label("machine_score"),
                turns.c.sentences,
                overruled.label("corrected"),
            )
            .join(sessions, sessions.c.id == ratings.c.session_id)
            .outerjoin(turns, (turns.c.session_id == ratings.c.session_id) & (turns.c.number == ratings.c.turn))
            .where(which.condition())
            .order_by(ratings.c.serial)
        )
        with self._database.reading() as connection:
            rows = connection.execute(wanted).all()
        return [one for one in map(_rated, rows) if one is not None]


_RATING = tuple(ratings.c[name] for name in ("session_id", "turn", "sentence", "rater_id", "labels", "score"))


def _rated(row: Row) -> Rated | None:
    rating = Rating(*(row[:6]))
    sentence: Json = {"text": "", "labels": []}
    if rating.turn is not None:
        sentences = row.sentences or []
        if rating.sentence is None or rating.sentence >= len(sentences):
            return None
        sentence = sentences[rating.sentence]
    return Rated(
        rating=rating,
        text=sentence["text"],
        machine=tuple(sentence["labels"]),
        machine_score=row.machine_score,
        title=row.scenario_title,
        corrected=bool(row.corrected),
    )
