"""Typing errors, as fingers make them."""

from __future__ import annotations

import re
from random import Random

_WORD = re.compile(r"(?<![\w'’-])[a-z]{5,}(?![\w'’-])")


def mistype(line: str, rng: Random) -> str:
    """The line with two letters swapped or one typed twice, inside a longer word in small letters.

    Names, figures and short words stay, so that nothing becomes unreadable; a line without such a word stays as it is.
    """
    words = list(_WORD.finditer(line))
    if not words:
        return line
    word = rng.choice(words)
    place = word.start() + rng.randrange(1, len(word.group()) - 2)
    one, two = line[place], line[place + 1]
    typed = two + one if one != two and rng.random() < 0.7 else one + one + two
    return line[:place] + typed + line[place + 2 :]
