"""The gist of a reaction, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coaching.customer.acts import Act
from coaching.customer.foresight_rules import CONTENT, Steps, foresight_rules
from coaching.customer.matching import stems
from coaching.customer.mood import Mood
from coaching.moves import RESOLVE
from coaching.understanding import Understanding

_WORTH_TELLING = 0.02
"""A sentence that brings or costs less, on a scale of 1, is not told of."""
_QUOTED = 60
"""Characters of a sentence that are quoted at the most."""
_LAST_WORD = ("occasion", "product")
_AS_GIVEN = ("amount", "duration", "person")


def foretell(
    before: Mood, after: Mood, acts: Sequence[Act], brought: Sequence[tuple[float, Act]], understanding: Understanding
) -> str:
    """Say in one or two sentences how a reply would be taken, and which words do most of it.

    Args:
        before: The mood in which the customer wrote.
        after: The mood after the reply.
        acts: The reply's sentences.
        brought: Those that may count most, each with what it brings, or costs where negative: anger spared and
            satisfaction gained.
        understanding: Of the customer's message.
    """
    told = foresight_rules().told
    ranked = sorted(brought, key=lambda one: one[0])
    parts = []
    help_, best = ranked[-1] if ranked else (0.0, None)
    cost, worst = ranked[0] if ranked else (0.0, None)
    if best is not None and help_ >= _WORTH_TELLING:
        parts.append(told.helps.format(what=_what(best, understanding), words=_quoted(best.words)))
    if worst is not None and cost <= -_WORTH_TELLING:
        words = _up_to(told.costs, -cost / help_) if parts else told.hurts
        parts.append(words.format(words=_quoted(worst.words)))
    if len(parts) < 2 and not any(RESOLVE in act.moves for act in acts):
        parts.extend(_missing(understanding))
    gist = "; ".join(parts or [told.quiet])
    return f"They would probably be {_mood(before, after)}. {gist[0].upper()}{gist[1:]}."


def _mood(before: Mood, after: Mood) -> str:
    told, angrier = foresight_rules().told, after.anger - before.anger
    if after.band == "pleased":
        return told.content
    if before.band == after.band == "calm":
        return _up_to(told.calm, after.satisfaction - before.satisfaction)
    return _up_to(told.moods, angrier)


def _missing(understanding: Understanding) -> Iterator[str]:
    """What a customer who got no remedy still waits for."""
    told, wants = foresight_rules().told, {want.kind for want in understanding.wants}
    if wants and wants <= foresight_rules().answers:
        yield told.no_answer
    elif wants or understanding.facts.problem or understanding.emotion.name not in CONTENT:
        yield told.no_remedy


def _what(act: Act, understanding: Understanding) -> str:
    """What a sentence does: it names a thing of theirs, or else makes the first of its moves."""
    told, said = foresight_rules().told, stems(act.words)
    for kinds, last in ((_LAST_WORD, True), (_AS_GIVEN, False)):
        for detail in understanding.details:
            words = detail.text.split()
            name = words[-1] if last else detail.text
            if detail.kind in kinds and RESOLVE not in act.moves and stems(name) and stems(name) <= said:
                return told.naming.format(what=f"the {name.lower()}" if last else name)
    if act.remedies:
        return told.remedies[act.remedies[0][0]]
    return next((told.moves[move] for move in act.moves if move in told.moves), act.words)


def _up_to(steps: Steps, value: float) -> str:
    return next((text for end, text in steps if value <= end), steps[-1][1])


def _quoted(words: str) -> str:
    """The sentence, or its beginning up to a word's end."""
    plain = " ".join(words.split())
    return plain if len(plain) <= _QUOTED else f"{plain[:_QUOTED].rsplit(' ', 1)[0].rstrip(' ,;:–-')} …"
