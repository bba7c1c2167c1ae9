"""How many calls a measurement may make, as an argument."""

import argparse

from benchmarks.drafts import LENGTHS, WORDINGS, parts
from benchmarks.timing import WARM_UP

NUMBERS_A_CALL = sum(2 * parts(words) + 1 for words in LENGTHS)
"""Wordings that a call of each line of ``benchmarks.latency``, the thirstiest, uses up, none of them twice."""
FEWEST, MOST = 2, WORDINGS // NUMBERS_A_CALL - WARM_UP


def calls(given: str) -> int:
    """The value of ``--calls``.

    Raises:
        ArgumentTypeError: It is no whole number, or not in the bounds; argparse prints the message.
    """
    try:
        number = int(given)
    except ValueError:
        number = 0
    if not FEWEST <= number <= MOST:
        raise argparse.ArgumentTypeError(
            f"{given}: expected a whole number from {FEWEST} to {MOST}, so that no wording comes twice"
        )
    return number
