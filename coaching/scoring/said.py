"""The agent's sentences with what their score needs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from coaching.case import specificity, taken_up
from coaching.moves import EMPTY_PROMISE, MISTAKES, WEAK_APOLOGY
from coaching.recognition.doubt import is_doubtful
from coaching.recognition.sentence import RecognisedSentence
from coaching.rubric import Rubric
from coaching.scoring.account import Said
from coaching.scoring.echo import echoes
from coaching.scoring.keywords import in_a_row
from coaching.scoring.sayings import plainly, sayings
from coaching.scoring.transcript import TranscriptTurn


def sentences_said(
    transcript: Sequence[TranscriptTurn], rubric: Rubric, card: Sequence[str], names: Sequence[str] = ()
) -> Iterator[Said]:
    """Every sentence of the agent, measured against what the customer had said by then and the card tells.

    Args:
        transcript: All rows.
        rubric: The weights.
        card: What the agent's card tells.
        names: Of the customer: whoever says them has shown that they can read, and no more.
    """
    case, heard, last = list(card), list[str](), ""
    turn = 0
    several = sum(entry.speaker == "agent" for entry in transcript) > 1
    for row, entry in enumerate(transcript):
        if entry.speaker == "customer":
            case.append(entry.text)
            last = entry.text
            heard += entry.text.splitlines()
            continue
        turn += 1
        previous = best = 0.0
        for sentence in entry.sentences:
            text = nameless(sentence.text, names) if names else sentence.text
            own = specificity(text, case) if case else rubric.unknown
            taken = taken_up(text, case) if rubric.session else ()
            if case and rubric.session and not taken:
                own = min(own, rubric.session.trade_words)
            quoted = f"turn {turn}, “{sentence.text}”" if several else f"“{sentence.text}”"
            leaning, in_context = max(own, previous * rubric.before), max(own, best * rubric.before)
            yield Said(
                sentence,
                row,
                turn,
                leaning,
                in_context,
                quoted,
                takes_up=taken,
                listed=rubric.session is not None and in_a_row(sentence.text, rubric.session.keywords),
                echoes=rubric.session is not None and echoes(sentence.text, heard, rubric.session.echo),
                demands=rubric.session is not None and bool(sayings().demands.search(plainly(sentence.text))),
                opens=rubric.session is not None and bool(sayings().opener.search(plainly(sentence.text))),
                asked_sorry=rubric.session is not None and bool(sayings().asks_sorry.search(plainly(last))),
                hurts=rubric.session is not None and _hurts(sentence),
            )
            previous, best = own, max(best, own)


def _hurts(sentence: RecognisedSentence) -> bool:
    """Whether it carries a mistake; a doubtful one costs nothing, but is no example of a step either."""
    slips = {WEAK_APOLOGY, *(label for label in (EMPTY_PROMISE,) if is_doubtful(sentence, label))}
    return bool(set(sentence.labels) & set(MISTAKES) - slips)


def nameless(text: str, names: Sequence[str]) -> str:
    """A sentence without the customer's names, in one piece or several."""
    parts = {part for name in names for part in re.split(r"[\s-]+", name) if len(part) > 1}
    told = "|".join(sorted(map(re.escape, {*names, *parts}), key=len, reverse=True))
    return re.sub(rf"\b(?:(?:Mr|Mrs|Ms|Miss|Dr)\.? )?(?:{told})\b", " ", text)
