"""Real chats that were brought in for review: sessions of a kind of their own, without mood, scenario or customer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import uuid4

from sqlalchemy import insert, update

from assistant_api.store.database import Database
from assistant_api.store.records import ANSWERED, Json, now
from assistant_api.store.review_results import IMPORTED
from assistant_api.store.search import searchable
from assistant_api.store.tables import sessions, turns

_NOBODY = ""
_ANY_LEVEL = 1
"""The column wants one; nothing shows it."""


@dataclass(frozen=True)
class ImportedTurn:
    """A message of the agent with its sentences as the recogniser read them, and the customer's lines after it."""

    text: str
    sentences: list[Json]
    recogniser: str
    reply: list[str]


@dataclass(frozen=True)
class ImportedChat:
    """A conversation; ``opening`` is empty where the agent spoke first."""

    id: str
    title: str
    opening: list[str]
    turns: tuple[ImportedTurn, ...]
    ending: Json


class Imports:
    """Keeps them; every method raises ``DatabaseUnavailable`` where the database cannot be used."""

    def __init__(self, database: Database) -> None:
        """Work on this database."""
        self._database = database

    def add(self, chats: Sequence[ImportedChat], person_id: str) -> None:
        """Keep conversations, all or none."""
        with self._database.writing() as connection:
            for chat in chats:
                connection.execute(insert(sessions).values(_session(chat, person_id)))
                if chat.turns:
                    connection.execute(insert(turns), _turns(chat))

    def keep_scorecard(self, session_id: str, scorecard: Json) -> None:
        """Keep the scorecard of one, and its score."""
        values = {"scorecard": scorecard, "score": scorecard["score"]}
        with self._database.writing() as connection:
            connection.execute(update(sessions).where(sessions.c.id == session_id).values(values))


def _session(chat: ImportedChat, person_id: str) -> Json:
    moment = now()
    said = [*chat.opening, *(text for turn in chat.turns for text in (turn.text, *turn.reply))]
    return {
        "id": chat.id,
        "person_id": person_id,
        "kind": IMPORTED,
        "scenario_id": _NOBODY,
        "scenario_title": chat.title,
        "persona_id": _NOBODY,
        "persona_name": "A real customer",
        "seed": 0,
        "level": _ANY_LEVEL,
        "blind": False,
        "hints": "off",
        "hints_taken": [],
        "opening": {"lines": chat.opening, "state": {}},
        "ending": chat.ending,
        "search_text": searchable(said),
        "started_at": moment,
        "touched_at": moment,
        "ended_at": moment,
        "paused_seconds": 0.0,
    }


def _turns(chat: ImportedChat) -> list[Json]:
    moment = now()
    return [
        {
            "session_id": chat.id,
            "number": number,
            "turn_id": str(uuid4()),
            "status": ANSWERED,
            "text": turn.text,
            "sentences": turn.sentences,
            "recogniser": turn.recogniser,
            "reply": {"lines": turn.reply, "changes": []},
            "state": None,
            # When it was said is not asked for; the order is what counts.
            "asked_at": moment + timedelta(microseconds=number),
            "paused_seconds": 0.0,
            "answered_at": moment + timedelta(microseconds=number),
        }
        for number, turn in enumerate(chat.turns, 1)
    ]
