"""Where a rule's words stand in a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

_LOOSE = " ,;"


@dataclass(frozen=True)
class Match:
    """What a rule found in one sentence.

    Attributes:
        start: Offset of the first character in the sentence, in code points; a comma or space before the words may be
            part of what a replacement takes away.
        end: Offset behind the last character.
        places: Texts for the replacement's places: named groups of an expression, nodes of a dependency pattern.
    """

    start: int
    end: int
    places: Mapping[str, str] = field(default_factory=dict)

    def marked(self, sentence: str) -> tuple[int, int]:
        """The offending words alone, without the comma or space around them."""
        found = sentence[self.start : self.end]
        start = self.start + len(found) - len(found.lstrip(_LOOSE))
        return start, start + len(found.strip(_LOOSE))


def plain(text: str) -> str:
    """The text with straight apostrophes, offsets unchanged."""
    return text.replace("’", "'")


def apart(matches: Iterable[Match]) -> tuple[Match, ...]:
    """The matches in order; of overlapping ones the longest, or else the first."""
    kept: list[Match] = []
    for match in sorted(matches, key=lambda one: (one.start - one.end, one.start)):
        if all(match.end <= other.start or other.end <= match.start for other in kept):
            kept.append(match)
    return tuple(sorted(kept, key=lambda one: one.start))
