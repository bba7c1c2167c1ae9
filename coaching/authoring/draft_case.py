"""The case of a draft: what it is about, the agent's card, remedies and the root cause."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from coaching.authoring.draft_words import DraftWords, met
from coaching.authoring.emit import Noted
from coaching.authoring.heard import Heard, spoken
from coaching.authoring.transcript_words import transcript_words
from coaching.case import case_words
from coaching.customer.matching import hits, stems
from coaching.customer.offers import offer_words
from coaching.language import english
from coaching.moves import DIAGNOSE, RESOLVE

_GUESS = "a guess"
_FIT_GUESS = "a guess: how much of the loss it makes up for"
_LOSSES = {"refund", "replacement", "delivery", "repair", "cancel", "fix", "compensation"}
"""Wants of a customer who did not get what they paid for."""
_NOT_GOT = {"order_change", "shipping", "return", "warranty", "outage", "provider"}
"""The same of kinds of inquiry."""
_MOST_CUES = 6
_MOST_SAID = 80


def channel(heard: Sequence[Heard], is_mail: bool) -> Noted:
    """Where they wrote, as far as the transcript's layout and words tell."""
    text, words = "\n".join(one.text for one in heard), transcript_words()
    if is_mail:
        return Noted("email", _GUESS)
    if met(text, words.phone):
        return Noted("phone", _GUESS)
    return Noted("social" if "[handle]" in text or met(text, words.social) else "chat", _GUESS)


def inquiry(heard: Sequence[Heard], words: DraftWords) -> tuple[Noted, Noted]:
    """Touchpoint and kind of inquiry, by the words of both, the customer's counting twice."""
    text = " ".join(f"{one.text} {one.text}" if one.meaning is not None else one.text for one in heard)
    counts = {name: met(text, known.words) for name, known in words.inquiries.items()}
    best = max(counts, key=lambda name: counts[name])
    return Noted(words.inquiries[best].touchpoint, _GUESS), Noted(best, _GUESS)


def failure(heard: Sequence[Heard], words: DraftWords, about: str) -> dict[str, Any]:
    """How bad it was, by what they felt and wanted and what kind of inquiry it is about."""
    meanings = [one.meaning for one in heard if one.meaning is not None]
    worst = max((meaning.emotion for meaning in meanings), key=lambda emotion: emotion.strength)
    lost = any(want.kind in _LOSSES for meaning in meanings for want in meaning.wants)
    undesirable = round(words.feelings[worst.name].undesirable + 0.2 * worst.strength, 2)
    return {"undesirable": undesirable, "blame": 0.8, "kind": "outcome" if lost or about in _NOT_GOT else "process"}


def wants(heard: Sequence[Heard]) -> list[str]:
    """What they asked for."""
    meanings = [one.meaning for one in heard if one.meaning is not None]
    return list(dict.fromkeys(want.title for meaning in meanings for want in meaning.wants))


def order_lines(heard: Sequence[Heard]) -> list[str]:
    """What of the order the customer told."""
    told: dict[str, str] = {}
    for one in heard:
        for detail in one.meaning.details if one.meaning is not None else ():
            if detail.kind in ("order", "product", "amount", "date"):
                told.setdefault(detail.kind, f"{detail.title}: {spoken(detail.text)}")
    return list(told.values())


def history_lines(heard: Sequence[Heard]) -> list[str]:
    """How they had turned to the company before, and what they had tried."""
    found = []
    for one in heard:
        for detail in one.meaning.details if one.meaning is not None else ():
            if detail.kind in ("contacts", "tried"):
                found.append(f"The customer says: “{spoken(detail.text)}”")
    return list(dict.fromkeys(found))


def may_offer(heard: Sequence[Heard]) -> list[str]:
    """What the agent of the transcript promised."""
    said = dict.fromkeys(text for one in heard for text in one.did(RESOLVE))
    return [f"As in the transcript: “{spoken(text)}”" for text in said]


def remedies(heard: Sequence[Heard], words: DraftWords) -> dict[str, dict[str, Any]]:
    """What was offered, by kind; a sentence of no known kind is a remedy of its own."""
    found: dict[str, dict[str, Any]] = {}
    for one in heard:
        for text in one.did(RESOLVE):
            asks = {"needs_supervisor": True} if hits(text, offer_words().supervisor) else {}
            kinds = [name for name, known in words.remedies.items() if met(text, known.words)]
            for name in kinds:
                known = words.remedies[name]
                made = {"title": known.title, "fit": Noted(known.fit, _FIT_GUESS), "cues": list(known.cues)}
                found.setdefault(name, {**made, **asks})
            cues = [] if kinds else _cues(text, ())
            if cues:
                made = {"title": spoken(text)[:_MOST_SAID], "fit": Noted(0.2, _FIT_GUESS), "cues": cues}
                found.setdefault(f"offer_{len(found) + 1}", {**made, **asks})
    return found


def root_cause(heard: Sequence[Heard], card: Sequence[str]) -> dict[str, Any] | None:
    """What the agent said of why it happened; None where nothing was said."""
    said = list(dict.fromkeys(spoken(text) for one in heard for text in one.did(DIAGNOSE)))
    cues = _cues(" ".join(said), card)
    return {"text": " ".join(said), "cues": cues} if cues else None


def _cues(text: str, card: Sequence[str]) -> list[str]:
    """The things that a text names, in a word or two, without those that the card names or the whole trade does."""
    known = {stem for line in card for stem in stems(line)} | case_words().common_words
    found = []
    for chunk in english()(text).noun_chunks:
        named = [token.text.lower() for token in chunk if token.pos_ in ("NOUN", "PROPN", "ADJ") and token.is_alpha]
        cue = " ".join(named[-2:])
        if cue and not stems(cue) <= known:
            found.append(cue)
    return list(dict.fromkeys(found))[:_MOST_CUES]
