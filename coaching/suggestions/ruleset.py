"""The rules in force: the project's packs, a user's own, less what is switched off."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from coaching import paths
from coaching.errors import CoachError, DataError
from coaching.moves import MISTAKES
from coaching.suggestions.matching.search import Search
from coaching.suggestions.rulefile import read_pack
from coaching.suggestions.rules import Pack, Rule
from coaching.suggestions.switches import SWITCHES, read_off

RULES_FOLDER = Path(__file__).with_name("rules")


@dataclass(frozen=True)
class Ruleset:
    """Packs of rules, with what is switched off.

    Attributes:
        packs: All packs; a user's own come first, so that their words are tried first.
        off: Ids of packs and rules that are switched off.
        version: First 12 hexadecimal digits of the hash of packs and switches; reports carry it.
    """

    packs: tuple[Pack, ...]
    off: tuple[str, ...]
    version: str

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The rules in force."""
        return tuple(rule for pack in self.packs for rule in pack.rules if self.on(rule))

    @cached_property
    def of_label(self) -> Mapping[str, tuple[Rule, ...]]:
        """The rules for each mistake of the codebook in the order of trial; those for any sentence come last."""
        found = {label: [rule for rule in self.rules if rule.label == label] for label in MISTAKES}
        return {label: tuple(sorted(rules, key=lambda rule: rule.look is None)) for label, rules in found.items()}

    @cached_property
    def wordings(self) -> tuple[Rule, ...]:
        """The rules about wording, which belong to no mistake."""
        return tuple(rule for rule in self.rules if rule.label is None)

    @cached_property
    def search(self) -> Search:
        """One search for all of them."""
        return Search({rule.id: rule.look for rule in self.rules if rule.look is not None})

    def on(self, rule: Rule) -> bool:
        """Whether a rule is in force."""
        return rule.pack not in self.off and rule.id not in self.off


@lru_cache(maxsize=1)
def active_rules() -> Ruleset:
    """The rules in force; read once a process.

    Raises:
        CoachError: As ``load_rules``.
    """
    return load_rules(RULES_FOLDER, paths.user_rules())


def load_rules(folder: Path, own: Path) -> Ruleset:
    """Read the project's packs and a user's.

    Args:
        folder: The project's packs.
        own: The user's packs and switches; may not exist.

    Raises:
        DataError: A pack or the switches are not as they should be; names file and line.
        CoachError: A file cannot be read, or a mistake of the codebook has no rule for any sentence.
    """
    theirs = sorted(path for path in own.glob("*.yml") if path.name != SWITCHES)
    ours = [read_pack(path) for path in sorted(folder.glob("*.yml"))]
    taken = {pack.id for pack in ours}
    for path in theirs:
        if path.stem in taken:
            raise DataError(path, None, f"the pack {path.stem!r} again", "a name that no other pack has")
    packs = (*(read_pack(path) for path in theirs), *ours)
    caught = {rule.label for pack in ours for rule in pack.rules if rule.look is None}
    missing = [label for label in MISTAKES if label not in caught]
    if missing:
        raise CoachError(f"{folder} has no rules for {', '.join(missing)}; expected a pack for each mistake")
    known = {pack.id for pack in packs} | {rule.id for pack in packs for rule in pack.rules}
    off = read_off(own, known)
    return Ruleset(packs, off, _version(packs, off))


def _version(packs: Iterable[Pack], off: Iterable[str]) -> str:
    digest = hashlib.sha256()
    for pack in packs:
        digest.update(pack.file.name.encode() + b"\0" + pack.file.read_bytes() + b"\0")
    digest.update("\n".join(off).encode())
    return digest.hexdigest()[:12]
