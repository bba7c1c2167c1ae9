"""What the web application sends: a session starts, the agent says something, the agent ends the session."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.plain_text import guarded
from coaching.errors import CoachError

_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
_EXPECTED_EVENTS = "start, turn or end"


@dataclass(frozen=True)
class PracticeEvent:
    """One event of a practice session, as Rasa is told it.

    Attributes:
        session: The session's id, which is Rasa's conversation id.
        text: The message to Rasa: a command, or the agent's text marked as plain.
        customer: The customer's last message; empty where it does not matter.
        after: How many answered turns the tracker has to know; None for a start, which needs no past.
    """

    session: str
    text: str
    customer: str = ""
    after: int | None = None

    @classmethod
    def from_json(cls, body: object) -> PracticeEvent:
        """Check and read a request's body.

        Raises:
            CoachError: A field is missing or is not what it has to be; names the field and what was expected.
        """
        if not isinstance(body, Mapping):
            raise CoachError("the body is no JSON object; expected session, event and the event's fields")
        session, event = _id(body, "session"), body.get("event")
        if event == "start":
            return cls(session, _start_command(body))
        if event == "turn":
            return cls(session, guarded(_text(body, "text")), _words(body, "customer"), _count(body, "turn", 1) - 1)
        if event == "end":
            return cls(session, "/end_session", after=_count(body, "turn", 0))
        raise _wrong("event", event, _EXPECTED_EVENTS)


def _start_command(body: Mapping[str, object]) -> str:
    asked: dict[str, str | int] = {"scenario": _id(body, "scenario"), "seed": _count(body, "seed", 0)}
    if body.get("persona") is not None:
        asked["persona"] = _id(body, "persona")
    if body.get("level") is not None:
        asked["level"] = _count(body, "level", 1, 5)
    return "/start_session" + json.dumps(asked)


def _id(body: Mapping[str, object], field: str) -> str:
    value = body.get(field)
    if not isinstance(value, str) or not _ID.fullmatch(value):
        raise _wrong(field, value, "an id of letters, digits, - and _ (at most 64)")
    return value


def _text(body: Mapping[str, object], field: str) -> str:
    value = _words(body, field)
    if not value.strip():
        raise _wrong(field, value, "text that is not empty")
    return value


def _words(body: Mapping[str, object], field: str) -> str:
    value = body.get(field, "")
    if not isinstance(value, str):
        raise _wrong(field, value, "text")
    return value


def _count(body: Mapping[str, object], field: str, least: int, most: int | None = None) -> int:
    value = body.get(field)
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= (value if most is None else most):
        raise _wrong(field, value, f"a whole number from {least}" + ("" if most is None else f" to {most}"))
    return value


def _wrong(field: str, value: object, expected: str) -> CoachError:
    return CoachError(f"{field}: found {value!r:.60}; expected {expected}")
