"""What was understood, gathered as phrases for a reply."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from coaching.understanding.facts import MESSAGE, QUESTION, Facts
from coaching.understanding.mended import Mended
from coaching.understanding.message import CALM, Detail, Emotion, Urgency, Want
from coaching.understanding.occasions import occasion_of
from coaching.understanding.parsed import parsed
from coaching.understanding.retelling import Clause, Retold
from coaching.understanding.saying import amount_of, contacts_of, felt_of, person_of, reference_of, tried_of, wanted_of
from coaching.understanding.things import thing_of
from coaching.understanding.waiting import days_of, deadline_of, since_of, wait_of

_NUMBERS, _BRIEF = {"order", "name"}, 6
"""A clause of fewer words that holds one of these, such as "the order number is 48213", is not worth saying back."""
_UNKIND = ("angry.", "irony.", "sad.death")
_ASKING = {"information", "explanation"}
_TELLING = 5
"""A message with as many different words that tie it to its case has told something, however it is put."""


def facts_of(
    mended: Mended,
    retold: Retold,
    emotion: Emotion,
    urgency: Urgency,
    wants: Sequence[Want],
    details: Sequence[Detail],
) -> Facts:
    """Put what was understood into phrases; nothing is guessed.

    Args:
        mended: The message.
        retold: Its clauses to say back.
        emotion: What they feel.
        urgency: How little time there is.
        wants: What they ask for.
        details: The facts that they gave.
    """
    doc = parsed(mended.text)
    occasion, lost = occasion_of(doc)
    thing = thing_of(doc, details, mended)
    fit = [clause for clause in retold.statements if not _unfit(clause, emotion, details, mended)]
    statements = [clause.said for clause in fit]
    problems = [clause.said for clause in fit if clause in retold.problems]
    facts = Facts(
        problem=problems[0] if problems else None,
        problem2=problems[1] if len(problems) > 1 else None,
        statement=statements[0] if statements else None,
        thing=thing,
        occasion=None if lost else occasion,
        missed=occasion if lost else None,
        duration=wait_of(details, mended),
        since=since_of(details, mended),
        deadline=deadline_of(details, urgency, mended),
        amount=amount_of(details, mended),
        day=days_of(details, mended),
        wanted=wanted_of(wants, thing),
        tried=tried_of(details, mended),
        contacts=contacts_of(details, mended),
        asked=QUESTION if emotion.name == CALM and not problems and _only_asks(wants) else None,
        felt=felt_of(mended),
        person=person_of(details, emotion, mended),
        order=next((one.text for one in details if one.kind == "order"), None),
        reference=reference_of(details, mended),
        name=next((one.text for one in details if one.kind == "name"), None),
    )
    return replace(facts, told=MESSAGE) if _telling(facts, doc) else facts


def _only_asks(wants: Sequence[Want]) -> bool:
    return bool(wants) and {want.kind for want in wants} <= _ASKING


def _telling(facts: Facts, doc: Doc) -> bool:
    """Whether the message tells anything of the case."""
    if facts.statement or facts.amount or facts.day or facts.occasion or facts.missed or facts.duration:
        return True
    words = {token.lemma_.lower() for token in doc if not token.is_stop and (token.is_alpha or token.like_num)}
    return len(words) >= _TELLING


def _unfit(clause: Clause, emotion: Emotion, details: Sequence[Detail], mended: Mended) -> bool:
    """Whether it holds a threat, an insult or a death, which nobody wants to read again, or little but a number."""
    start, end = mended.place(clause.start, clause.end)
    unkind = (cue for cue in emotion.cues if cue.rule.startswith(_UNKIND))
    numbers = (one for one in details if one.kind in _NUMBERS) if len(clause.said.split()) < _BRIEF else ()
    return any(one.start < end and start < one.end for one in (*unkind, *numbers))
