"""How a persona writes: the general lines, put into their hand."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LONG_FORMS = {
    "I'm": "I am",
    "I've": "I have",
    "I'll": "I will",
    "you've": "you have",
    "you're": "you are",
    "you'll": "you will",
    "it's": "it is",
    "that's": "that is",
    "we've": "we have",
    "can't": "cannot",
    "don't": "do not",
    "doesn't": "does not",
    "didn't": "did not",
    "won't": "will not",
    "haven't": "have not",
    "isn't": "is not",
    "wasn't": "was not",
}
# "don't you" has no long form that a person would write, a final "that's" none at all, and "it's been" another one.
_SHORT = re.compile(
    r"\b(" + "|".join(_LONG_FORMS) + r")\b(?![.?!,]| been)(?:(?<!n't)|(?! (?:I|you|he|she|it|we|they|that)\b))", re.I
)
_SHOUTED = re.compile(r"(?<![\w-])[A-Z]{2,}(?:'[A-Z]+)?(?![\w-])")
_BEGINNING = re.compile(r"(^|[.!?] )([A-Za-z])(?=[a-z' ])")


@dataclass(frozen=True)
class Voice:
    """Habits of writing.

    Attributes:
        shouts: Keeps words in capitals, and ends with an exclamation mark while angry or furious.
        lower_case: Begins sentences small, as people do on a phone.
        trails_off: Ends with two dots while anything but pleased.
        spells_out: Writes "do not" for "don't", and no exclamation marks.
        mistypes: Makes typing errors, the more the harder the level.
    """

    shouts: bool = False
    lower_case: bool = False
    trails_off: bool = False
    spells_out: bool = False
    mistypes: bool = False

    def write(self, line: str, mood: str) -> str:
        """The line as this persona would type it in this mood band."""
        if not self.shouts:
            line = _SHOUTED.sub(lambda word: word.group().lower(), line)
            line = _BEGINNING.sub(lambda start: start.group(1) + start.group(2).upper(), line)
        if self.spells_out:
            line = _SHORT.sub(_long, line).replace("?!", "?").replace("!", ".")
        if self.lower_case:
            line = _BEGINNING.sub(lambda start: start.group().lower(), line)
        plain_end = line.endswith(".") and not line.endswith("..")
        if self.shouts and plain_end and mood in ("furious", "angry"):
            return line[:-1] + "!"
        return line + "." if self.trails_off and plain_end and mood != "pleased" else line


def _long(match: re.Match[str]) -> str:
    short = match.group()
    long = next(value for key, value in _LONG_FORMS.items() if key.lower() == short.lower())
    return long[0].upper() + long[1:] if short[0].isupper() else long
