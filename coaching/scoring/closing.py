"""The closing: whether all is settled, the next step once more, thanks, farewell."""

from __future__ import annotations

from collections.abc import Callable

from coaching.moves import COURTESY, THANK
from coaching.scoring.account import Said
from coaching.scoring.promises import commitment, is_deed
from coaching.scoring.sayings import plainly, sayings
from coaching.scoring.session_weights import Quality
from coaching.scoring.talk import Judged, Talk

_NAMES = {
    "settled": "asks whether all is settled",
    "next_step": "says the next step",
    "thanks": "thanks them",
    "farewell": "says goodbye",
}


def closing(talk: Talk, quality: Quality) -> Judged:
    """What the last messages do to close; a close without a deed before it closes nothing."""
    deeds = talk.deeds()
    if not deeds:
        return Judged(0.0, "nothing was done that could be closed")
    window = [one for one in talk.good() if one.turn > talk.turns - talk.weights.window and one.turn >= deeds[0].turn]
    does: dict[str, Callable[[Said], bool]] = {
        "settled": _asks_settled,
        "next_step": lambda one: one.turn == talk.turns and _next_step(one),
        "thanks": lambda one: THANK in one.sentence.labels,
        "farewell": lambda one: (
            COURTESY in one.sentence.labels and bool(sayings().farewell.search(plainly(one.sentence.text)))
        ),
    }
    found = {part: next((one for one in window if does[part](one)), None) for part in quality.parts}
    told = [f"{one.quoted} {_NAMES[part]}" for part, one in found.items() if one]
    missing = [_NAMES[part] for part, one in found.items() if one is None]
    if missing:
        told.append(f"nothing {' or '.join(missing)}")
    share = sum(quality.parts[part] for part, one in found.items() if one)
    if talk.story is not None and talk.story.left_content:
        told.append("the customer closed it themselves, content, which counts as closed")
        share = 1.0
    return Judged(share, "; ".join(told), tuple(one for one in found.values() if one))


def _asks_settled(one: Said) -> bool:
    text = plainly(one.sentence.text)
    return text.rstrip().endswith("?") and bool(sayings().settled.search(text))


def _next_step(one: Said) -> bool:
    when = commitment(one.sentence.text).when
    return when is not None and (is_deed(one.sentence) or bool(sayings().commits.search(plainly(one.sentence.text))))
