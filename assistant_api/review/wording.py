"""What people write in reviews, on its way into the database: without personal data, people they mention kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant_api.privacy.door import clean
from assistant_api.store import StoredSession

_TOKEN = re.compile(r"@\{([0-9A-Za-z-]{1,36})\}")


@dataclass(frozen=True)
class Part:
    """A piece of a text; ``person`` is the id of whom it names, None for all other words."""

    text: str
    person: str | None = None


def without_personal_data(text: str, session: StoredSession | None = None, player: str = "") -> str:
    """The text as it may be kept.

    Args:
        text: What somebody wrote.
        session: The one that it is about: what was said in it may be quoted, for there it stays as well.
        player: What its player is called, who may be spoken to by name: the text is erased with their session.
    """
    return clean(text, player, *(() if session is None else _said_in(session))).text


def _said_in(session: StoredSession) -> Iterator[str]:
    yield session.persona_name
    replies = [session.opening, *(turn.reply for turn in session.answered if turn.reply), session.closing]
    for reply in replies:
        yield from reply["lines"] if reply else ()
    yield from (turn.text for turn in session.turns)


def to_store(text: str, people: Mapping[str, str], session: StoredSession) -> tuple[str, list[str]]:
    """A comment as it is kept: each ``@Name`` of these people becomes a sign for the person, who may be renamed later.

    Args:
        text: As it was typed.
        people: Ids and names of those who may be mentioned.
        session: The one that it is about.

    Returns:
        The text, and the ids of those mentioned.
    """
    text = _TOKEN.sub(r"@ {\1}", text)
    # The longest first: "@Ann Lee" is not Ann.
    named = sorted(people.items(), key=lambda one: -len(one[1]))
    mentioned: list[str] = []
    pieces: list[str] = [text]
    for person, name in named:
        sign = re.compile(rf"@{re.escape(name)}(?!\w)", re.IGNORECASE)
        pieces = [cut for piece in pieces for cut in _cut(piece, sign, person, mentioned)]
    player = people.get(session.person_id, "")
    kept = [piece if _TOKEN.fullmatch(piece) else without_personal_data(piece, session, player) for piece in pieces]
    return "".join(kept), mentioned


def _cut(piece: str, sign: re.Pattern[str], person: str, mentioned: list[str]) -> list[str]:
    if _TOKEN.fullmatch(piece):
        return [piece]
    between = sign.split(piece)
    if len(between) > 1 and person not in mentioned:
        mentioned.append(person)
    cut: list[str] = []
    for number, text in enumerate(between):
        cut += [f"@{{{person}}}", text] if number else [text]
    return [one for one in cut if one]


def to_show(text: str, people: Mapping[str, str], unknown: str) -> Sequence[Part]:
    """A kept comment cut into words and the people it mentions, as they are called now."""
    parts, at = [], 0
    for sign in _TOKEN.finditer(text):
        parts += [Part(text[at : sign.start()]), Part(f"@{people.get(sign[1], unknown)}", sign[1])]
        at = sign.end()
    return [part for part in (*parts, Part(text[at:])) if part.text]
