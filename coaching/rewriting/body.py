"""A sentence of the draft made kinder, with what it says kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from coaching.moves import BLAME, DISMISS, HOSTILE, RUSH
from coaching.recognition.sentence import RecognisedSentence
from coaching.rewriting.case import Case
from coaching.rewriting.clauses import clauses, together
from coaching.rewriting.deeds import conditions, deeds
from coaching.rewriting.grammar import active, asked, turn_words, with_comma, without_blame
from coaching.rewriting.keeping import lost
from coaching.rewriting.mends import stages
from coaching.rewriting.rewrite import SHORTER, Edit
from coaching.rewriting.shaping import begun, sentence_case, with_calendar
from coaching.rewriting.values import values
from coaching.rewriting.wordings import reworded

Moves = Callable[[str], RecognisedSentence]
"""Reads the moves of a clause."""
_HURTING = (HOSTILE, BLAME, RUSH)
_SURE = 0.85
"""From this probability on the recogniser is nearly never wrong about a mistake."""
_REMNANT = 2
"""Words that are no sentence when all the rest is left out."""
_BRIEF = 18
"""Words of a clause that may be left out for its moves alone; a longer one tells something."""
_WORDS = re.compile(r"\S+")
_LONG = 60


@dataclass(frozen=True)
class Made:
    """What became of a sentence; ``text`` is empty where it is left out."""

    text: str
    edits: tuple[Edit, ...]


def make(sentence: RecognisedSentence, case: Case, moves: Moves) -> Made:
    """Mend a sentence, or leave it out where it says nothing; never so that something it says is lost.

    Args:
        sentence: Of the draft, with its moves.
        case: The style and the choice of wording.
        moves: Reads the moves of a clause.
    """
    plain = with_calendar(sentence_case(sentence.text.replace("’", "'")))
    opened = _staged(Made(plain, ()), ("spelling", "openings", "whole"), case, frozenset(sentence.labels))
    opened = _turned(opened, with_comma, "comma")
    parts = clauses(opened.text) if opened.text else ()
    read = [sentence if len(parts) == 1 else moves(part.text) for part in parts]
    context = frozenset(sentence.labels).union(*(one.labels for one in read))
    made = [_clause(part.text, case, context, own) for part, own in zip(parts, read, strict=True)]
    text = together([(part, one.text) for part, one in zip(parts, made, strict=True)])
    if len(text.split()) <= _REMNANT < len(plain.split()) and _empty(text):
        text = ""
    whole = Made(text, opened.edits + tuple(edit for one in made for edit in one.edits))
    if len(parts) > 1:
        # What two clauses can say in one is seen only now.
        whole = _staged(whole, ("shorter",), case, context)
        text = whole.text
    if not whole.edits and any(part.joint == "," for part in parts) and text != plain:
        whole = Made(text, (Edit(f"Two sentences of “{short(plain)}”", turn_words().why["splice"], "grammar.splice"),))
    if not whole.edits:
        return Made(begun(plain), ())
    for candidate in (whole, _sober(opened, case), Made(plain, ())):
        if _keeps(sentence.text, candidate.text):
            return candidate
    return Made(sentence.text, ())


def _clause(text: str, case: Case, context: frozenset[str], read: RecognisedSentence) -> Made:
    """Mend a clause; ``context`` are the moves of its whole sentence, ``read`` tells its own."""
    before = Made(text, ())
    made = _staged(before, ("openings", "attitudes"), case, context)
    if not made.text:
        return made if _empty(text) else before
    made = _staged(made, ("kinder",), case, context)
    if BLAME in read.labels and made.text == text:
        made = _turned(made, without_blame, "blame")
    if made.text == text and _only_hurts(text, read):
        return Made("", (Edit(difference(text, ""), turn_words().why["only_hurts"], "grammar.only_hurts"),))
    made = _staged(made, ("plain",), case, context)
    made = _reworded(made, case, context)
    for turn, name in ((active, "active"), (with_comma, "comma"), (asked, "please")):
        # A "please" in front of every order is what the shorter style saves.
        made = made if name == "please" and case.style == SHORTER else _turned(made, turn, name)
    made = _staged(made, ("shorter",), case, context)
    return made if _keeps(text, made.text) else _sober(before, case)


def _only_hurts(text: str, read: RecognisedSentence) -> bool:
    """Whether a clause surely reproaches, hurries or insults, does nothing else, and holds nothing to be kept."""
    sure = any(read.confidence.get(label, 0.0) >= _SURE for label in _HURTING if label in read.labels)
    return sure and set(read.labels) <= {*_HURTING, DISMISS} and len(text.split()) <= _BRIEF and _empty(text)


def _sober(made: Made, case: Case) -> Made:
    """The mends that change words alone."""
    return _staged(made, ("plain", "shorter"), case, frozenset())


def _staged(made: Made, names: Sequence[str], case: Case, labels: frozenset[str]) -> Made:
    for name in names:
        for mend in stages()[name].mends:
            if case.style not in mend.styles or (mend.labels and not mend.labels & labels):
                continue
            if (mend.poor and not case.poor) or (mend.refused and not case.refused):
                continue
            text = mend.apply(made.text, case.choose)
            if text != made.text and _worth(made.text, text):
                made = Made(text, (*made.edits, Edit(difference(made.text, text), mend.why, mend.id)))
            if not made.text:
                return made
    return made


def _reworded(made: Made, case: Case, labels: frozenset[str]) -> Made:
    for text, rule in reworded(made.text, labels, case):
        if lost(made.text, text):
            break
        made = Made(text, (*made.edits, Edit(difference(made.text, text), rule.why, rule.id)))
    return made


def _worth(before: str, after: str) -> bool:
    """Whether a mend loses nothing; what is left out must have said nothing."""
    return _empty(before) if not after else not lost(before, after)


def _turned(made: Made, turn: Callable[[str], str], name: str) -> Made:
    text = turn(made.text)
    if text == made.text or lost(made.text, text):
        return made
    return Made(text, (*made.edits, Edit(difference(made.text, text), turn_words().why[name], f"grammar.{name}")))


def _empty(text: str) -> bool:
    """Whether a clause holds nothing that has to be kept."""
    return not deeds(text) and not conditions(text) and not values(text)


def _keeps(before: str, after: str) -> bool:
    return not lost(before, after) if after.strip() else True


def difference(before: str, after: str) -> str:
    """The words that differ, as people read it: “dispatched” → “sent”."""
    if not after.strip():
        return f"Left out “{short(before)}”"
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    start = 0
    while start < min(len(old), len(new)) and old[start].lower() == new[start].lower():
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end].lower() == new[-1 - end].lower():
        end += 1
    gone, come = " ".join(old[start : len(old) - end]), " ".join(new[start : len(new) - end])
    if not come:
        return f"Left out “{short(gone)}”"
    return f"“{short(gone)}” → “{short(come)}”" if gone else f"Added “{short(come)}”"


def short(text: str) -> str:
    """A text cut to what fits a line."""
    text = " ".join(text.split())
    return text if len(text) <= _LONG else text[: _LONG - 1].rsplit(" ", 1)[0] + "…"
