"""The emotion ledger in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from coaching.customer.ledger import Change
from coaching.moves import LABELS, move
from coaching.yamlfile import read

LEDGER_FILE = Path(__file__).with_name("ledger_words.yml")
_TOLD = 2
"""Rules that one reason names; more would be a list and no reason."""
_MATTERS = 0.4
"""How strong the second rule has to be, next to the first, to be told."""


@dataclass(frozen=True)
class LedgerWords:
    """The words for rules and feelings, by id.

    Attributes:
        rules: What each rule says to the agent, a whole sentence.
        faint: Rules that are told only where there is nothing else.
        titles: What each rule is called, a few words.
        feelings: What each feeling is called.
        hurts: Feelings that are the worse for rising.
    """

    rules: Mapping[str, str]
    faint: frozenset[str]
    titles: Mapping[str, str]
    feelings: Mapping[str, str]
    hurts: frozenset[str]


@lru_cache(maxsize=1)
def ledger_words() -> LedgerWords:
    """Read ``ledger_words.yml``, once a process.

    Raises:
        DataError: The file is not as it should be; names the line.
    """
    root = read(LEDGER_FILE)
    root.only("note", "source", "rules", "faint", "titles", "manners", "feelings")
    for told in ("note", "source"):
        root.at(told).text()
    rules = {name: node.text() for name, node in root.at("rules").items()}
    faint = frozenset(one.one_of(tuple(rules)) for one in root.at("faint").each())
    manners = {name: node.text() for name, node in root.at("manners").items()}
    feelings, hurts = {}, set()
    for name, node in root.at("feelings").items():
        node.only("name", "rise")
        feelings[name] = node.at("name").text()
        if node.at("rise").one_of(("helps", "hurts")) == "hurts":
            hurts.add(name)
    titles = {rule: _of_move(rule, manners) or root.at("titles").at(rule).text() for rule in rules}
    return LedgerWords(rules, faint, titles, feelings, frozenset(hurts))


def _of_move(rule: str, manners: Mapping[str, str]) -> str:
    """The title of a rule that a move makes (``hear_stock``, or a mistake's label alone); empty for other rules."""
    label, _, manner = rule.rpartition("_")
    if label in LABELS and manner in manners:
        return f"{move(label).title}, {manners[manner]}"
    return move(rule).title if rule in LABELS else ""


def why(changes: Iterable[Change], told: set[str]) -> str:
    """What moved the customer, in one or two sentences; the strongest rule first.

    Args:
        changes: What the ledger holds of one sentence.
        told: Rules that this debrief has told already: another one is told where there is one. Those told are added.
    """
    words, strength = ledger_words(), dict[str, float](defaultdict(float))
    for change in changes:
        if change.rule in words.rules:
            strength[change.rule] = strength.get(change.rule, 0.0) + abs(change.by)
    telling = {rule: by for rule, by in strength.items() if rule not in words.faint} or strength
    order = sorted(telling, key=lambda rule: -telling[rule])
    strong = [rule for rule in order[:_TOLD] if telling[rule] >= _MATTERS * telling[order[0]]]
    fresh = [rule for rule in strong if rule not in told] or strong[:1]
    told.update(fresh)
    return " ".join(dict.fromkeys(words.rules[rule] for rule in fresh))
