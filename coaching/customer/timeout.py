"""The ending of a session that nobody came back to."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from coaching.customer.scenario import TIMED_OUT
from coaching.customer.state import Ending
from coaching.yamlfile import read

FILE = Path(__file__).with_name("timeout.yml")


@lru_cache(maxsize=1)
def timed_out() -> Ending:
    """The ending, the same for every scenario.

    Raises:
        CoachError: Its file cannot be read.
        DataError: Something in it is not as expected; names the line.
    """
    root = read(FILE)
    root.only("note", "source", "title", "text")
    root.at("note").text()
    root.at("source").text()
    return Ending(TIMED_OUT, root.at("title").text(), root.at("text").text())
