"""The files that draft checks work with, read when the application starts: an error in one is told then, not later."""

from __future__ import annotations

from coaching.case import case_words
from coaching.rubric import DRAFT, Rubric
from coaching.suggestions.ruleset import active_rules
from coaching.suggestions.templates import step_wording
from coaching.understanding.wording import wording


def load_suggestions() -> None:
    """Read the draft rubric, the rules, the templates and the word lists; most are then kept for the whole process.

    Raises:
        CoachError: One is not as it should be; names the file, and the line where there is one.
    """
    Rubric.load(DRAFT)
    active_rules()
    step_wording()
    wording()
    case_words()
