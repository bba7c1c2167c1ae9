"""Bringing real chats in: what would be taken out is shown first, and no more than is left is stored."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import uuid4

from assistant_api.debrief import Debriefs
from assistant_api.drafts import Drafts
from assistant_api.review.formats import read_conversations
from assistant_api.review.wording import without_personal_data
from assistant_api.store import Database, Json, SessionStore
from assistant_api.store.review_imports import ImportedChat, ImportedTurn, Imports
from coaching.authoring.transcript import CUSTOMER, Message

if TYPE_CHECKING:
    from coaching.suggestions.reading import Reader

_UNTITLED = "A real conversation"
_ENDING = {"kind": "imported", "title": "Brought in", "text": "A real conversation, brought in for review."}
_TITLE_LIMIT = 120


@dataclass(frozen=True)
class Chat:
    """A conversation without personal data, and how many pieces of each kind were taken out of it."""

    title: str
    messages: tuple[Message, ...]
    taken_out: dict[str, int]


class Importing:
    """Reads and stores; safe to use from several threads and processes."""

    def __init__(self, database: Database, drafts: Drafts, debriefs: Debriefs) -> None:
        """Work with these."""
        self._sessions, self._imports = SessionStore(database), Imports(database)
        self._drafts, self._debriefs = drafts, debriefs

    def preview(self, form: str, text: str) -> list[Chat]:
        """What would be stored; nothing is.

        Raises:
            UnclearImport: It cannot be read.
        """
        # Here, not above: slow to import, and only an import needs it.
        from coaching.authoring.masking import without_personal_data as masked

        return [
            Chat(_title(one.title), transcript.messages, taken)
            for one in read_conversations(form, text)
            for transcript, taken in (masked(one.transcript),)
        ]

    def store(self, form: str, text: str, person_id: str, title: str) -> list[str]:
        """Store what ``preview`` shows, each sentence of the agent read by the recogniser, and score it.

        Args:
            form: One of ``FORMATS``.
            text: The import.
            person_id: Whose conversations they are.
            title: For those without one; may be empty.

        Returns:
            The new sessions' ids.

        Raises:
            UnclearImport: It cannot be read; nothing is stored.
            MissingResourceError: There is no trained recogniser; likewise.
        """
        reader = self._drafts.reader()
        chats = [_chat(one, reader, title) for one in self.preview(form, text)]
        self._imports.add(chats, person_id)
        for chat in chats:
            session = self._sessions.get(chat.id)
            card = self._debriefs.scorecard(session)
            self._imports.keep_scorecard(chat.id, card)
        return [chat.id for chat in chats]


def _chat(chat: Chat, reader: Reader, title: str) -> ImportedChat:
    opening: list[str] = []
    turns: list[ImportedTurn] = []
    for message in chat.messages:
        if message.side == CUSTOMER:
            (turns[-1].reply if turns else opening).extend(message.text.split("\n"))
        else:
            asked = "\n".join(turns[-1].reply if turns else opening)
            sentences: list[Json] = [one.to_json() for one in reader.recognise(message.text, asked)]
            turns.append(ImportedTurn(message.text, sentences, reader.version, []))
    named = chat.title or _title(title) or _UNTITLED
    return ImportedChat(str(uuid4()), named, opening, tuple(turns), _ENDING)


def _title(title: str) -> str:
    return without_personal_data(" ".join(title.split())[:_TITLE_LIMIT]) if title.strip() else ""
