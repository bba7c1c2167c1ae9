"""The files that draft checks and rewrites work with, read at the start: an error is told then, not later."""

from __future__ import annotations

from coaching.case import case_words
from coaching.channels import CHAT, channel_norms
from coaching.customer.foresight_rules import foresight_rules
from coaching.rewriting import read_files
from coaching.rubric import DRAFT, Rubric
from coaching.suggestions.advice import weights
from coaching.suggestions.ruleset import active_rules
from coaching.suggestions.templates import step_wording
from coaching.tone import channel_fit
from coaching.tone.scales import tone_rules
from coaching.understanding.details import detail_rules
from coaching.understanding.emotion import emotion_rules
from coaching.understanding.marks import marks
from coaching.understanding.products import product_words
from coaching.understanding.saying import replies
from coaching.understanding.scoring import scoring
from coaching.understanding.urgency import urgency_rules
from coaching.understanding.wants import want_rules
from coaching.understanding.wording import wording

_FILES = (
    *(case_words, channel_norms, tone_rules, foresight_rules),
    *(wording, emotion_rules, marks, scoring, urgency_rules, want_rules, detail_rules, product_words, replies),
    *(active_rules, step_wording, weights),
    read_files,
)


def load_suggestions() -> None:
    """Read rubric, rules, templates, weights, norms and word lists; most are then kept for the whole process.

    Raises:
        CoachError: One is not as it should be; names the file, and the line where there is one.
    """
    Rubric.load(DRAFT)
    for read in _FILES:
        read()
    # Reads its wording with the first draft.
    channel_fit("", (), CHAT)
