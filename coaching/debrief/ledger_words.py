"""The emotion ledger in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from coaching.customer.ledger import Change
from coaching.yamlfile import read

LEDGER_FILE = Path(__file__).with_name("ledger_words.yml")
_TOLD = 2
"""Rules that one reason names; more would be a list and no reason."""
_MATTERS = 0.4
"""How strong the second rule has to be, next to the first, to be told."""


@dataclass(frozen=True)
class LedgerWords:
    """What each rule says to the agent, by id; and the rules that are told only where there is nothing else."""

    rules: Mapping[str, str]
    faint: frozenset[str]


@lru_cache(maxsize=1)
def ledger_words() -> LedgerWords:
    """Read ``ledger_words.yml``, once a process.

    Raises:
        DataError: The file is not as it should be; names the line.
    """
    root = read(LEDGER_FILE)
    root.only("note", "source", "rules", "faint")
    for told in ("note", "source"):
        root.at(told).text()
    rules = {name: node.text() for name, node in root.at("rules").items()}
    return LedgerWords(rules, frozenset(one.one_of(tuple(rules)) for one in root.at("faint").each()))


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
