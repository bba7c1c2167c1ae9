"""A reply laid out as its channel wants it: greeting, paragraphs, sign-off."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from coaching.channels import EMAIL
from coaching.rewriting.case import Case
from coaching.rewriting.flow import Piece
from coaching.rewriting.letter import Letter, kinder_closing
from coaching.rewriting.rewrite import SHORTER
from coaching.rewriting.shaping import begun, mend_spaces

_BARE_END = re.compile(r"(?:^|\s)[^\W\d_]+(?:['’-][^\W\d_]+)*$|(?:^|\s)\d+$")
_KEPT_HELLOS = {"hi", "hello", "hey", "hiya"}
_LINKED = re.compile(r"(?:(?:https?://|www\.)\S+|\S+@\S+\.\w+|\S+\.\w{2,}/\S*)(?<![.!?])$")
_TITLED = re.compile(r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof)\b")


def laid_out(letter: Letter, opening: Sequence[str], pieces: Sequence[Piece], end: str, case: Case) -> str:
    """The whole reply.

    Args:
        letter: The draft's parts; greeting and sign-off come from it.
        opening: What stands before the body: who speaks, the acknowledgement, the apology.
        pieces: The body.
        end: The last line; may be empty.
        case: The case.
    """
    opening = [stopped(text) for text in opening]
    pieces = [replace(piece, text=stopped(piece.text)) for piece in pieces] if end or len(pieces) > 1 else pieces
    blocks = [" ".join(opening)] if opening else []
    apart = case.channel == EMAIL or any("\n\n" in piece.before for piece in pieces)
    for number, piece in enumerate(pieces):
        paragraph = "\n\n" in piece.before or (number == 0 and (apart or not blocks))
        if not blocks or paragraph:
            blocks.append(piece.text)
        else:
            blocks[-1] += _gap(blocks[-1], piece.before) + piece.text
    if end:
        if case.channel == EMAIL or not blocks:
            blocks.append(end)
        else:
            blocks[-1] += _gap(blocks[-1], "") + end
    text = "\n\n".join("\n".join(mend_spaces(line) for line in block.split("\n")) for block in blocks)
    hello = greeting(letter, case)
    if hello:
        joined = case.channel != EMAIL and "\n" not in letter.greeting_gap
        text = f"{hello} {begun(text, small=hello.endswith(','))}" if joined else f"{hello}\n\n{text}"
    signed = sign_off(letter, case)
    return f"{text}\n\n{signed}" if signed else text


def _gap(text: str, before: str) -> str:
    """What parts a sentence from the text in front: a line where the draft had one, or behind a bare link."""
    return "\n" if "\n" in before or _LINKED.search(text) else " "


def stopped(text: str) -> str:
    """The text with a stop where it ends in a plain word and something may follow."""
    return f"{text}." if _BARE_END.search(text) else text


def greeting(letter: Letter, case: Case) -> str:
    """The draft's greeting, with the customer's name where it greeted nobody."""
    if not letter.greeting:
        return ""
    if letter.named:
        if letter.greeting.startswith(letter.named):
            return f"{'Dear' if _TITLED.match(letter.named) else 'Hello'} {letter.named},"
        return letter.greeting if letter.greeting.endswith((",", "!", ".", ":")) else f"{letter.greeting},"
    said = letter.greeting.strip(" ,.!:").lower()
    said = said.split()[0] if said.split()[0] in _KEPT_HELLOS else said
    said = (said if re.match(r"(?:hi|hello|hey|hiya|good )", said) else "hello").capitalize()
    name = case.name or ""
    first = name if _TITLED.match(name) else name.split()[0] if name else ""
    return f"{said} {first},".replace(" ,", ",")


def sign_off(letter: Letter, case: Case) -> str:
    """The draft's sign-off, a curt closing made kind."""
    closing = kinder_closing(letter.closing) if letter.closing else ""
    if not closing and letter.signature and case.channel == EMAIL and case.style != SHORTER:
        closing = "Kind regards"
    if closing and closing[-1].isalpha():
        closing += ","
    return "\n".join(part for part in (closing, letter.signature) if part)
