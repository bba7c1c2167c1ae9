"""How many calls a measurement may make, as an argument."""

import argparse

from benchmarks.drafts import WORDINGS
from benchmarks.timing import WARM_UP

NUMBERS_A_CALL = 7
"""Wordings that a call of each line of ``benchmarks.speed`` uses up, none of them twice."""
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
