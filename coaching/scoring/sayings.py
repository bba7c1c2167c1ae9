"""Words by which the score of a session sees who does something, when, and more; they stand in ``sayings.yml``."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path

from coaching.yamlfile import Node, read

SAYINGS_FILE = Path(__file__).with_name("sayings.yml")
_NUMBER = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"


@dataclass(frozen=True)
class Sayings:
    """Expressions over one sentence, apostrophes made plain.

    Attributes:
        who: Who does something.
        when: A time, mostly to come.
        past: What makes it one that has gone by.
        commits: That somebody binds themselves or tells what will happen.
        just_done: That the speaker has done something for the customer.
        told: A verb of a story that is over.
        takes_over: That the case is taken over.
        takes_back: That a mistake is taken back.
        retracts: The same so plainly that no apology need stand beside it.
        demands: That the customer is to do something first, or to turn elsewhere.
        opener: A thank-you for getting in touch, which heads any answer.
        hollow: What binds nobody: passing on, usual times, "once approved".
        asks_sorry: That a customer asks for an apology, or for a better one.
        settled: A question whether all is settled.
        farewell: A farewell.
    """

    who: re.Pattern[str]
    when: re.Pattern[str]
    past: re.Pattern[str]
    commits: re.Pattern[str]
    just_done: re.Pattern[str]
    told: re.Pattern[str]
    takes_over: re.Pattern[str]
    takes_back: re.Pattern[str]
    retracts: re.Pattern[str]
    demands: re.Pattern[str]
    opener: re.Pattern[str]
    hollow: re.Pattern[str]
    asks_sorry: re.Pattern[str]
    settled: re.Pattern[str]
    farewell: re.Pattern[str]


@lru_cache(maxsize=1)
def sayings() -> Sayings:
    """Read ``sayings.yml``, once a process."""
    return read_sayings(SAYINGS_FILE)


def read_sayings(path: Path) -> Sayings:
    """Read a file of sayings.

    Raises:
        DataError: The file is not as it should be; names the line.
    """
    root = read(path)
    names = [each.name for each in fields(Sayings)]
    root.only("note", "source", *names)
    for told in ("note", "source"):
        root.at(told).text()
    return Sayings(**{name: _expression(root.at(name)) for name in names})


def plainly(text: str) -> str:
    """The text with plain apostrophes; as long as it was."""
    return text.replace("’", "'")


def _expression(node: Node) -> re.Pattern[str]:
    ways = []
    for item in node.each():
        # A lone N stands for a number; regular expressions write no word with it.
        way = re.sub(r"(?<![A-Za-z\\])N(?![A-Za-z])", lambda _: _NUMBER, item.text())
        try:
            re.compile(way)
        except re.error as error:
            raise item.error(f"a regular expression ({error})") from error
        ways.append(f"(?:{way})")
    return re.compile(rf"(?<!\w)(?:{'|'.join(ways)})(?!\w)", re.IGNORECASE)
