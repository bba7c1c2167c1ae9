"""Which sentences of a message tell why it really happened, spread over sentences that stand side by side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from coaching.customer.matching import hits, says, stems
from coaching.customer.scenario import Cause
from coaching.yamlfile import read

FILE = Path(__file__).with_name("cause.yml")
_SIDE_BY_SIDE = 3
"""Sentences that are read together: people give the clue, the mechanism and the effect one after the other."""


@dataclass(frozen=True)
class CauseWords:
    """All of ``cause.yml``.

    Attributes:
        share: Of the explanation's words, the share (0-1) that has to be said around a cue.
        share_alone, words_alone: The share and the number of them that tell it without any cue.
        guessing: Phrases of somebody who does not know.
        accusing: Puts the fault on the customer.
        clearing: Takes it off them, whatever the words of ``accusing``.
        small: Stems that carry no meaning of their own.
    """

    share: float
    share_alone: float
    words_alone: int
    guessing: tuple[str, ...]
    accusing: re.Pattern[str]
    clearing: re.Pattern[str]
    small: frozenset[str]


@lru_cache(maxsize=1)
def cause_words() -> CauseWords:
    """Read ``cause.yml``, once a process.

    Raises:
        DataError: The file is not as it should be; names the line.
    """
    root = read(FILE)
    root.only("note", "source", *CauseWords.__dataclass_fields__)
    return CauseWords(
        root.at("share").number(0, 1),
        root.at("share_alone").number(0, 1),
        int(root.at("words_alone").number(1, 100)),
        root.at("guessing").texts(),
        re.compile(rf"\b(?:{'|'.join(root.at('accusing').texts())})", re.IGNORECASE),
        re.compile(root.at("clearing").text(), re.IGNORECASE),
        frozenset(stem for word in root.at("small").texts() for stem in stems(word)),
    )


def tells_cause(texts: Sequence[str], diagnoses: Sequence[bool], cause: Cause) -> frozenset[int]:
    """The sentences, by their place, that name the true cause.

    A cue of the scenario counts where enough words of its explanation stand in the same sentence or its neighbours; so
    many of those words are an explanation without any cue. Questions, guesses and accusations tell nothing.

    Args:
        texts: The sentences of one message, in order.
        diagnoses: For each whether it is taken for one that looks for a cause or explains it.
        cause: The scenario's.
    """
    words, wanted = cause_words(), meaning(cause.text)
    plain = ["" if _tells_nothing(text) else text for text in texts]
    found: set[int] = set()
    for start in range(len(texts)):
        span = range(start, min(start + _SIDE_BY_SIDE, len(texts)))
        said = meaning(" ".join(plain[place] for place in span)) & wanted
        share = len(said) / max(1, len(wanted))
        explained = share >= words.share_alone and len(said) >= words.words_alone
        met = [place for place in span if hits(plain[place], cause.cues)]
        if met and share >= words.share and (explained or any(diagnoses[place] for place in span)):
            found.add(max(met, key=lambda place: (diagnoses[place], hits(plain[place], cause.cues))))
        elif explained:
            found.add(max(span, key=lambda place: len(meaning(plain[place]) & wanted)))
    return frozenset(found)


def accuses(text: str) -> bool:
    """Whether a sentence puts the fault on the customer."""
    words, said = cause_words(), text.replace("’", "'")
    return bool(words.accusing.search(said)) and not words.clearing.search(said)


def _tells_nothing(text: str) -> bool:
    return text.rstrip().endswith("?") or says(text, cause_words().guessing) or accuses(text)


def meaning(text: str) -> frozenset[str]:
    """The stems of the words that carry meaning."""
    return frozenset(stem for stem in stems(text) if len(stem) > 1) - cause_words().small
