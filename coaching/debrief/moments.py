"""The sentences that moved the customer most, from the emotion ledger."""

from __future__ import annotations

from collections.abc import Iterator

from coaching.customer.ledger import Change
from coaching.debrief.ledger_words import ledger_words, why
from coaching.debrief.report import Moment
from coaching.played import PlayedSession, PlayedTurn

MOST_MOMENTS = 5
_WEIGHT = {"anger": 1.0, "trust": 0.6, "distributive": 0.4, "interactional": 0.25, "procedural": 0.2, "patience": 0.15}
"""What a movement of each feeling is worth when moments are compared; the curve shows anger, so that counts most."""
_LEAST = 0.03
"""Movements that nobody would see in the curve are no moments."""


def moments(played: PlayedSession) -> tuple[Moment, ...]:
    """The strongest, in order of time."""
    found = [(turn, words, changes) for turn in played.turns for words, changes in _of(turn)]
    strongest = sorted(found, key=lambda one: -strength(one[2]))[:MOST_MOMENTS]
    told: set[str] = set()
    return tuple(
        Moment(
            turn.number,
            words,
            _sum(changes, "anger"),
            _sum(turn.reply.changes, "satisfaction"),
            _sum(changes, "trust"),
            why(changes, told),
            changes,
        )
        for turn, words, changes in found
        if (turn, words, changes) in strongest and strength(changes) >= _LEAST
    )


def strength(changes: tuple[Change, ...]) -> float:
    """How far ledger entries moved the customer, whichever way."""
    total = dict.fromkeys(_WEIGHT, 0.0)
    for change in changes:
        if change.on in total:
            total[change.on] += change.by
    return sum(weight * abs(total[on]) for on, weight in _WEIGHT.items())


def _of(turn: PlayedTurn) -> Iterator[tuple[str, tuple[Change, ...]]]:
    """The sentences that a turn's ledger names, and "" for what no sentence did, each with its entries."""
    faint = ledger_words().faint
    for words in dict.fromkeys(change.words for change in turn.reply.changes):
        changes = tuple(change for change in turn.reply.changes if change.words == words)
        if not words:
            changes = tuple(change for change in changes if change.rule not in faint)
        if changes:
            yield words, changes


def _sum(changes: tuple[Change, ...], on: str) -> float:
    return sum(change.by for change in changes if change.on == on)
