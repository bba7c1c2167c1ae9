"""Weak wordings put plainly, by the packs of rules that Assist finds them with, a team's own among them."""

from __future__ import annotations

from collections.abc import Collection

from coaching.recognition.sentence import RecognisedSentence
from coaching.rewriting.case import Case
from coaching.rewriting.shaping import begun
from coaching.suggestions.hits import wording_hits
from coaching.suggestions.matching.when import Situation
from coaching.suggestions.replacing import put
from coaching.suggestions.rules import Rule
from coaching.suggestions.ruleset import RULES_FOLDER, active_rules

PLAIN = ("long_words", "jargon", "cold")
"""The project's packs whose replacements say the same; those of others say more, or need the agent."""
_MOST = 8
"""Wordings changed in one clause."""


def reworded(clause: str, labels: Collection[str], case: Case) -> list[tuple[str, Rule]]:
    """Put a clause's weak wordings plainly, one after the other.

    Args:
        clause: With straight apostrophes.
        labels: Its moves.
        case: Tells the channel, as rules may be for some alone, and takes one of several replacements.

    Returns:
        The clause after each change, with the rule; empty where no rule has a replacement that needs nobody.
    """
    steps: list[tuple[str, Rule]] = []
    for _ in range(_MOST):
        changed = _once(clause, labels, case)
        if changed is None:
            break
        clause = changed[0]
        steps.append(changed)
    return steps


def _once(clause: str, labels: Collection[str], case: Case) -> tuple[str, Rule] | None:
    found = active_rules().search.find(clause)
    sentence = RecognisedSentence(clause, 0, len(clause), tuple(labels), {})
    situation = Situation([sentence], (0, 1), case.channel, None)
    for rule in _rules():
        options = [one.text for one in rule.replace if not one.places and "[" not in one.text]
        hit = next(iter(wording_hits(rule, [found], situation)), None) if rule.id in found and options else None
        if hit is None:
            continue
        text = begun(put(case.choose(rule.id, options), clause, hit.match, whole=False).apply(clause))
        if text != clause and any(one.isalnum() for one in text):
            return text, rule
    return None


def _rules() -> list[Rule]:
    ruleset = active_rules()
    plain = {pack.id for pack in ruleset.packs if pack.id in PLAIN or pack.file.parent != RULES_FOLDER}
    return [rule for rule in ruleset.wordings if rule.pack in plain and not rule.whole]
