"""Mended sentences put into a flow: what follows what, a word behind a refusal, no order after order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from coaching.channels import SOCIAL
from coaching.rewriting.body import short
from coaching.rewriting.case import Case
from coaching.rewriting.deeds import deeds
from coaching.rewriting.leadfile import leads
from coaching.rewriting.leads import Added, tail
from coaching.rewriting.rewrite import SHORTER, WARMER, Edit
from coaching.rewriting.shaping import begun

_REFUSING = re.compile(
    r"(?:I'm afraid |unfortunately,? )?(?:we|I) "
    r"(?:can't|cannot|aren't able to|are not able to|won't|will not|don't|do not)\b",
    re.IGNORECASE,
)
_FREEING = re.compile(
    r"no |here|it(?:'s| is)? |you (?:don't|do not|needn't|won't) |there (?:won't|will not|is|are|'s)|if |could "
    r"|please |(?:on|in|under|as|at|for|to|by|with|from|due|because|after|before|unless|until|when|once|while|whilst"
    r"|although) ",
    re.IGNORECASE,
)
"""How sentences begin in which a "not" is no refusal."""
_PAST = re.compile(r"\bcould\b|\bhad(?: not|n't)\b", re.IGNORECASE)
"""What was not done before is no refusal now."""
_OFFERING = re.compile(
    r"(?:you can|what (?:I|we) can|(?:I|we) can|you're welcome to|however,? (?:I|we|you) can)\b(?!'t| only| not)",
    re.IGNORECASE,
)
_ORPHAN = re.compile(r"^(?:however|but|so|therefore|and|also|then|that said|still),? (?=\w)", re.IGNORECASE)
_ASKING = re.compile(r"(?:^|(?<=[.!?] ))Please [^.!?]*[.]$")
_SHORT_ORDERS = 13
"""Words of two requests that go well into one sentence."""
_ROOMY = 25
"""Words of a body that bears a comment on its excuses."""
_LONGEST_TURN = 34
_TAKING = re.compile(
    r"(?:it|this|that|they) (?P<often>(?:usually |normally |typically )?)(?:will )?takes? "
    r"(?P<time>(?:up to |about |around )?[\w-]+ (?:working |business )?(?:days?|weeks?|hours?|minutes?|months?))\.",
    re.IGNORECASE,
)
_TAKING_WHY = "Fewer words for the same thing."
_EXCEPTING = re.compile(r"\b(?:exception|one-off|this once|this time|on this occasion)\b", re.IGNORECASE)
_RULE_WHY = "A rule with an exception behind it is no last word."
_TURN_WHY = "What can be done makes what cannot easier to take."


@dataclass(frozen=True)
class Piece:
    """A sentence of the reply.

    Attributes:
        text: As it stands now.
        before: The white space in front of it in the draft.
        mistaken: Whether the draft's sentence carried a mistake.
    """

    text: str
    before: str
    mistaken: bool = False


def flowing(pieces: Sequence[Piece], case: Case, *, joined: bool) -> tuple[list[Piece], list[Edit]]:
    """Let the sentences follow one another.

    Args:
        pieces: The body in its order.
        case: The case.
        joined: Whether a refusal and what follows it may become one sentence, which costs a word.
    """
    edits: list[Edit] = []
    out: list[Piece] = []
    for piece in pieces:
        text = piece.text if out else unorphaned(piece.text)
        last = out[-1] if out else None
        if last is not None and "\n" not in piece.before:
            turned = _turned(last.text, text) if joined else None
            if turned is not None:
                edits.append(Edit(f"Joined “{short(last.text)}” and “{short(text)}”", _TURN_WHY, "flow.turn"))
                out[-1] = replace(last, text=turned)
                continue
            taking = _TAKING.fullmatch(text)
            if case.style == SHORTER and taking and last.text.endswith(".") and "(" not in last.text:
                edits.append(Edit(f"“{short(text)}” put in brackets", _TAKING_WHY, "flow.taking"))
                out[-1] = replace(last, text=f"{last.text[:-1]} ({taking['often']}{taking['time']}).")
                continue
            asked = _ASKING.search(last.text)
            if asked and re.match(r"Please (?!do\b|tell\b|let\b|answer\b)", text):
                order = text.removeprefix("Please ")
                if len(asked[0].split()) + len(order.split()) <= _SHORT_ORDERS and " and " not in asked[0] + order:
                    out[-1] = replace(last, text=f"{last.text[:-1]} and {order}")
                    continue
                text = begun(order)
        if (
            case.style != SHORTER
            and piece.mistaken
            and re.match(r"(?:all|our|the) [^,]* (?:is|are) (?:final|non-?refundable|fixed)\b", text, re.IGNORECASE)
        ):
            if any(_EXCEPTING.search(other.text) for other in pieces):
                edits.append(Edit(f"Added “As a rule” to “{short(text)}”", _RULE_WHY, "flow.rule"))
                text = f"As a rule, {begun(text, small=True)}"
        out.append(replace(piece, text=text))
    return (out, edits) if case.style == SHORTER else _softened(out, case, edits)


def unorphaned(text: str) -> str:
    """A first sentence without a "However" or an "And" that has nothing before it."""
    return begun(_ORPHAN.sub("", text))


def _turned(refusal: str, after: str) -> str | None:
    """A refusal and the offer, or the next refusal, behind it as one sentence; None where they are no such pair."""
    if not _REFUSING.match(refusal) or not refusal.endswith(".") or re.search(r"\b(?:but|and)\b", refusal):
        return None
    if len(refusal.split()) + len(after.split()) > _LONGEST_TURN:
        return None
    if _OFFERING.match(after):
        after = re.sub(r"^however,? ", "", after, flags=re.IGNORECASE)
        return f"{refusal[:-1]}, but {begun(after, small=True)}"
    if re.match(r"(?:We|I) can't\b", after) and not re.search(r"\b(?:but|and)\b", after):
        return f"{refusal[:-1]}, and {begun(after, small=True)}"
    return None


def _softened(pieces: list[Piece], case: Case, edits: list[Edit]) -> tuple[list[Piece], list[Edit]]:
    """A word behind the first refusal, and one behind the first excuse or showing."""
    refused = excused = False
    roomy = case.channel != SOCIAL and sum(len(piece.text.split()) for piece in pieces) >= _ROOMY
    out = []
    for piece in pieces:
        text = piece.text
        disappointing = any(
            one.refused
            and (one.promised or piece.mistaken)
            and one.word in leads().hoped_for
            and not _PAST.search(one.text)
            for one in deeds(text)
        )
        added: Added | None = None
        if disappointing and not refused and not _FREEING.match(text) and (piece.mistaken or _REFUSING.match(text)):
            refused = True
            if case.style == WARMER and not re.match(r"i'm afraid|unfortunately", text, re.IGNORECASE):
                added = Added(leads().afraid, "leads.tails.refusal", leads().tails_why)
                text = f"{leads().afraid} {begun(text, small=True)}"
            elif ", but " not in text and text.endswith("."):
                added = tail("refusal", case)
                text = f"{text} {added.text}"
        elif (
            not excused
            and text.endswith(".")
            and roomy
            and len(text.split()) < 22
            and not re.search(r"\bbut\b|\bthough\b|;|:", text)
        ):
            kind = (
                "shown"
                if leads().showings.search(text) and piece.mistaken
                else "excuse"
                if leads().excuses.search(text)
                else None
            )
            if kind is not None and (kind == "shown" or case.style == WARMER):
                excused = True
                added = tail(kind, case)
                text = f"{text[:-1]}, {added.text}."
        if added is not None:
            edits.append(Edit(f"Added “{short(added.text)}”", added.why, added.rule))
        out.append(replace(piece, text=text))
    return out, edits
