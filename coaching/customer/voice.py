"""How a persona writes and speaks: the general lines, put into their hand or their mouth."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass

from coaching.customer.long_forms import spelled_out

_SHOUTED = re.compile(r"(?<![\w-])[A-Z]{2,}(?:'[A-Z]+)?(?![\w-])")
_ALWAYS_CAPITAL = {name.lower() for name in (*calendar.day_name, *calendar.month_name)} - {"may", "march"}
_BEGINNING = re.compile(r"(^|[.!?] )([A-Za-z])(?=[a-z' ])")


@dataclass(frozen=True)
class Voice:
    """Habits of wording.

    Attributes:
        shouts: Keeps words in capitals in writing, and ends with an exclamation mark while angry or furious.
        lower_case: Begins sentences small, as people do who type with a thumb.
        trails_off: Ends with two dots in writing, while anything but pleased.
        spells_out: Writes "do not" for "don't", and no exclamation marks.
        mistypes: The kinds of typing error that they make, of ``typos_file.KINDS``; the more the harder the level.
    """

    shouts: bool = False
    lower_case: bool = False
    trails_off: bool = False
    spells_out: bool = False
    mistypes: tuple[str, ...] = ()

    def word(self, line: str, mood: str, aloud: bool = False) -> str:
        """The line as this persona would type it in this mood band, or say it ``aloud``.

        Aloud there are no capitals, no small beginnings and no dots that trail off; how loud or how formal somebody is
        can be heard.
        """
        if aloud or not self.shouts:
            line = _SHOUTED.sub(_unshouted, line)
            line = _BEGINNING.sub(lambda start: start.group(1) + start.group(2).upper(), line)
        if self.spells_out:
            line = spelled_out(line).replace("?!", "?").replace("!", ".")
        if self.lower_case and not aloud:
            line = _BEGINNING.sub(lambda start: start.group().lower(), line)
        plain_end = line.endswith(".") and not line.endswith("..")
        if self.shouts and plain_end and mood in ("furious", "angry"):
            return line[:-1] + "!"
        return line + "." if self.trails_off and not aloud and plain_end and mood != "pleased" else line


def _unshouted(match: re.Match[str]) -> str:
    word = match.group().lower()
    return word.capitalize() if word in _ALWAYS_CAPITAL else word
