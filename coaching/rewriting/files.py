"""The files that rewriting works with, to be read before the first draft comes."""

from __future__ import annotations

from coaching.rewriting.deeds import deed_words
from coaching.rewriting.grammar import turn_words
from coaching.rewriting.leadfile import leads
from coaching.rewriting.letter import letter_words
from coaching.rewriting.mends import stages
from coaching.rewriting.polish import contractions
from coaching.rewriting.situations import situation_rules
from coaching.rewriting.valuefile import value_words


def read_files() -> None:
    """Read all wording, rules and word lists; they are then kept for the whole process.

    Raises:
        CoachError: A file is not as it should be; names it, and the line where there is one.
    """
    for read in (stages, situation_rules, leads, letter_words, turn_words, contractions, deed_words, value_words):
        read()
