"""``coach rules``: the rules that a draft is checked by."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from coaching import paths
from coaching.suggestions.examples import failures
from coaching.suggestions.rulefile import read_pack
from coaching.suggestions.ruleset import RULES_FOLDER, load_rules


def add_to(commands: Any) -> None:  # noqa: ANN401 - argparse keeps this class to itself
    """Add the subcommand to the ``coach`` parser."""
    parser = commands.add_parser(
        "rules",
        help="list, explain, test and switch the rules that drafts are checked by",
        description="The rules that drafts are checked by: the project's packs and a user's own, in HEARD_RULES.",
    )
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    test = actions.add_parser(
        "test",
        help="run the examples that the rules carry",
        description="Run each rule's examples: fires, quiet and better. Exit status 1 where one fails.",
    )
    test.add_argument("files", metavar="FILE", nargs="*", type=Path, help="packs; without one, all of them")
    test.set_defaults(run=_test)


def _test(arguments: argparse.Namespace) -> int:
    packs = [read_pack(file) for file in arguments.files] or load_rules(RULES_FOLDER, paths.user_rules()).packs
    failed = 0
    for pack in packs:
        for failure in failures(pack):
            failed += 1
            print(f"{pack.file}:{failure.line}: {failure.rule}: {failure.text!r}: {failure.happened}")
    rules = [rule for pack in packs for rule in pack.rules]
    examples = sum(len(rule.fires) + len(rule.quiet) + len(rule.better) for rule in rules)
    print(f"{len(packs)} packs, {len(rules)} rules, {examples} examples, {failed} failed")
    return 1 if failed else 0
