"""Real chats as people have them, CSV, JSON or pasted text, read into conversations with a side for each message.

Whatever the format, the transcript parser of ``coaching.authoring`` tells who speaks: a row of a table becomes a line
``speaker: text`` for it.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from coaching.authoring.transcript import Transcript, UnclearTranscript, read_transcript
from coaching.errors import CoachError

CSV, JSON_FORMAT, TEXT = FORMATS = ("csv", "json", "text")
LIMIT = 400_000
"""Characters of an import."""
MOST = 20
"""Conversations of an import: each is read by the recogniser, while somebody waits."""
MOST_MESSAGES = 400
"""Messages of a conversation."""
_SPEAKER = ("speaker", "role", "from", "sender", "author", "side", "who", "name")
_TEXT = ("text", "message", "body", "content", "said")
_CONVERSATION = ("conversation", "conversation_id", "chat", "chat_id", "ticket", "ticket_id", "thread", "session")
_TITLE = ("title", "subject", "topic")
_LISTS = ("messages", "turns", "transcript", "chat")
_NO_SPEAKER = re.compile(r"[^\w .'’&/-]")


class UnclearImport(CoachError):
    """What was given cannot be read as conversations; the message says where and what was expected."""


@dataclass(frozen=True)
class Conversation:
    """A conversation: its title, empty where it has none, and who said what."""

    title: str
    transcript: Transcript


def read_conversations(form: str, text: str) -> list[Conversation]:
    """Read an import.

    Args:
        form: One of ``FORMATS``.
        text: Its content, at most ``LIMIT`` characters.

    Raises:
        UnclearImport: It cannot be read.
    """
    if form == TEXT:
        return [Conversation("", _transcript(text, "the text"))]
    rows = _of_csv(text) if form == CSV else _of_json(text)
    if not rows:
        raise UnclearImport("There is no message in it; expected rows with a speaker and a text.")
    if len(rows) > MOST:
        raise UnclearImport(f"It holds {len(rows)} conversations; at most {MOST} are brought in at once.")
    return [_conversation(name, title, said) for name, title, said in rows]


_Rows = list[tuple[str, str, list[tuple[str, str]]]]


def _of_csv(text: str) -> _Rows:
    sample = text[:2000]
    try:
        dialect: type[csv.Dialect] = csv.Sniffer().sniff(sample.split("\n", 1)[0], delimiters=",;\t|")
    except csv.Error:
        dialect = csv.excel
    try:
        table = list(csv.reader(io.StringIO(text.lstrip("\ufeff")), dialect))
    except csv.Error as error:
        raise UnclearImport(f"It stops being CSV: {error}.") from error
    table = [row for row in table if any(cell.strip() for cell in row)]
    head = [name.strip().lower() for name in table[0]] if table else []
    speaker, said = _column(head, _SPEAKER), _column(head, _TEXT)
    if speaker is None or said is None:
        raise UnclearImport(
            "The first row names no column for who speaks and one for what they said; expected for instance "
            "“conversation,speaker,text”."
        )
    name, title = _column(head, _CONVERSATION), _column(head, _TITLE)
    chats: dict[str, tuple[str, list[tuple[str, str]]]] = {}
    for row in table[1:]:
        key = _cell(row, name)
        messages = chats.setdefault(key, (_cell(row, title), []))[1]
        if _cell(row, said):
            messages.append((_cell(row, speaker), _cell(row, said)))
    return [(key or "the table", title_, messages) for key, (title_, messages) in chats.items() if messages]


def _of_json(text: str) -> _Rows:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        raise UnclearImport("It is not JSON.") from None
    if isinstance(value, Mapping) and isinstance(value.get("conversations"), list):
        value = value["conversations"]
    if isinstance(value, Mapping):
        value = [value]
    if not isinstance(value, list) or not all(isinstance(one, Mapping) for one in value):
        raise UnclearImport("Expected a list of messages, or of conversations with their messages.")
    if not any(_messages(one) is not None for one in value):
        return [("the list", "", _said(value, "the list"))] if value else []
    rows: _Rows = []
    for number, one in enumerate(value, 1):
        name, messages = f"conversation {number}", _messages(one)
        if messages is None:
            raise UnclearImport(f"In {name} there is no list of messages; expected one under “messages”.")
        rows.append((name, _field(one, _TITLE), _said(messages, name)))
    return rows


def _said(messages: Sequence[Any], name: str) -> list[tuple[str, str]]:
    said = []
    for number, one in enumerate(messages, 1):
        if not isinstance(one, Mapping) or not _field(one, _SPEAKER):
            raise UnclearImport(f"Message {number} of {name} does not say who speaks; expected “speaker” and “text”.")
        if _field(one, _TEXT):
            said.append((_field(one, _SPEAKER), _field(one, _TEXT)))
    return said


def _conversation(name: str, title: str, said: list[tuple[str, str]]) -> Conversation:
    # A message on one line each, so that nothing in it is taken for a speaker.
    lines = [f"{_NO_SPEAKER.sub(' ', speaker).strip()[:38]}: {' '.join(text.split())}" for speaker, text in said]
    return Conversation(title, _transcript("\n".join(lines), name))


def _transcript(text: str, name: str) -> Transcript:
    try:
        read = read_transcript(text)
    except UnclearTranscript as error:
        raise UnclearImport(f"In {name}, line {error.line}: found {error.found}; expected {error.expected}.") from error
    if len(read.messages) > MOST_MESSAGES:
        raise UnclearImport(f"In {name} there are {len(read.messages)} messages; at most {MOST_MESSAGES} are read.")
    return read


def _messages(one: Mapping[str, Any]) -> list[Any] | None:
    return next((one[name] for name in _LISTS if isinstance(one.get(name), list)), None)


def _field(one: Mapping[str, Any], names: Sequence[str]) -> str:
    found = {str(name).lower(): value for name, value in one.items()}
    return next((found[name].strip() for name in names if isinstance(found.get(name), str)), "")


def _column(head: Sequence[str], names: Sequence[str]) -> int | None:
    return next((head.index(name) for name in names if name in head), None)


def _cell(row: Sequence[str], column: int | None) -> str:
    return "" if column is None or column >= len(row) else row[column].strip()
