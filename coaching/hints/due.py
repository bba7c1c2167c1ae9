"""Which rule of ``hints.yml`` is due: read off the ledger and the customer's state, so that it can be traced."""

from __future__ import annotations

from coaching.customer.constants import Constants
from coaching.customer.matching import says
from coaching.customer.scenario import Safety
from coaching.moves import APOLOGIZE, EMPATHIZE, EMPTY_PROMISE, HEAR, INQUIRE, MISTAKES, WEAK_APOLOGY
from coaching.played import PlayedSession
from coaching.recognition.doubt import is_doubtful
from coaching.recognition.sentence import RecognisedSentence

_SLIPS = (WEAK_APOLOGY, EMPTY_PROMISE)
"""Mistakes that leave something out rather than hurt; the next step mends them better than taking them back."""


def due(played: PlayedSession, constants: Constants, safety: Safety | None = None) -> str:
    """The id of the first rule that is due; whether anybody is in danger comes before all others."""
    if safety is not None and not _answered(played, safety):
        return "safety"
    if not played.turns:
        return "hear"
    last = played.turns[-1]
    feelings, experience = last.state.feelings, last.state.experience
    if any(_hurts(sentence, label) for sentence in last.sentences for label in sentence.labels):
        return "repair"
    earned = {change.rule for turn in played.turns for change in turn.reply.changes}
    for move in (HEAR, EMPATHIZE):
        if f"{move}_specific" not in earned:
            # Enough of one kind of fairness makes a set phrase forgivable: then nothing more is asked for it.
            enough = f"{move}_stock" in earned and feelings.interactional >= constants.words.heard_at
            if not enough:
                return f"{move}_specific" if f"{move}_stock" in earned else move
    if not any(rule.startswith(APOLOGIZE) for rule in earned):
        return "apologize"
    asked = any(INQUIRE in sentence.labels for turn in played.turns for sentence in turn.sentences)
    if not experience.offers:
        return "resolve" if asked or experience.cause_told else "ask"
    if feelings.distributive < constants.endings.grudging_remedy:
        return "better_remedy"
    return "close" if experience.cause_told else "diagnose"


def _answered(played: PlayedSession, safety: Safety) -> bool:
    return any(says(sentence.text, safety.cues) for turn in played.turns for sentence in turn.sentences)


def _hurts(sentence: RecognisedSentence, label: str) -> bool:
    return label in MISTAKES and label not in _SLIPS and not is_doubtful(sentence, label)
