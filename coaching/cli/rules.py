"""``coach rules``: the rules that a draft is checked by."""

from __future__ import annotations

import argparse
import json
from collections.abc import Collection
from pathlib import Path
from typing import Any

from coaching import paths
from coaching.cli.rule_text import explained
from coaching.errors import CoachError
from coaching.suggestions.examples import failures
from coaching.suggestions.rulefile import NAME, read_pack
from coaching.suggestions.rules import Pack, Rule
from coaching.suggestions.ruleset import RULES_FOLDER, Ruleset, load_rules
from coaching.suggestions.switches import write_off

SAMPLE = Path(__file__).with_name("sample_pack.yml")


def add_to(commands: Any) -> None:  # noqa: ANN401 - argparse keeps this class to itself
    """Add the subcommand to the ``coach`` parser."""
    parser = commands.add_parser(
        "rules",
        help="list, explain, test and switch the rules that drafts are checked by",
        description="The rules that drafts are checked by: the project's packs, and your own in HEARD_RULES.",
    )
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    listed = actions.add_parser("list", help="all rules with their packs", description="List all packs and rules.")
    listed.add_argument("--json", action="store_true", help="print a JSON list, one object for each rule")
    listed.set_defaults(run=_list)
    explain = actions.add_parser(
        "explain", help="what a rule looks for, why, and what it offers", description="Explain one rule."
    )
    explain.add_argument("id", metavar="PACK.RULE", help="the rule's id, as `coach rules list` names it")
    explain.set_defaults(run=_explain)
    test = actions.add_parser(
        "test",
        help="run the examples that rules carry",
        description="Run each rule's examples: fires, quiet, better. Exit status 1 where one does not hold.",
    )
    test.add_argument("files", metavar="FILE", nargs="*", type=Path, help="packs; without one, all of them")
    test.set_defaults(run=_test)
    for name, help in (("on", "switch packs or rules on again"), ("off", "switch packs or rules off")):
        switch = actions.add_parser(name, help=help, description=f"{help.capitalize()}; written to switches.yml.")
        switch.add_argument("ids", metavar="PACK|PACK.RULE", nargs="+", help="as `coach rules list` names them")
        switch.set_defaults(run=_on if name == "on" else _off)
    new = actions.add_parser(
        "new", help="begin a pack of your own", description="Write a small pack with comments, to be changed."
    )
    new.add_argument("pack", metavar="PACK", help="its name: small letters, digits, - and _")
    new.set_defaults(run=_new)


def _all() -> Ruleset:
    return load_rules(RULES_FOLDER, paths.user_rules())


def _list(arguments: argparse.Namespace) -> int:
    rules = _all()
    if arguments.json:
        print(json.dumps([_row(rule, pack, rules) for pack in rules.packs for rule in pack.rules], indent=2))
        return 0
    for pack in rules.packs:
        mistake = f", for sentences that carry {pack.label}" if pack.label else ""
        print(f"{pack.id}: {pack.title}{mistake}")
        for rule in pack.rules:
            where = "all" if rule.anywhere else ",".join(rule.channels)
            switched = "on" if rules.on(rule) else "off"
            print(f"  {rule.id:<34} {rule.severity:<6}  {where:<10}  {switched:<3}  {rule.note}")
    off = sum(not rules.on(rule) for pack in rules.packs for rule in pack.rules)
    total = sum(len(pack.rules) for pack in rules.packs)
    print(f"{len(rules.packs)} packs, {total} rules, {off} off; version {rules.version}")
    return 0


def _row(rule: Rule, pack: Pack, rules: Ruleset) -> dict[str, Any]:
    return {
        "pack": pack.id,
        "rule": rule.id,
        "title": pack.title,
        "label": pack.label,
        "severity": rule.severity,
        "channels": list(rule.channels),
        "on": rules.on(rule),
        "note": rule.note,
        "file": str(pack.file),
        "line": rule.line,
    }


def _explain(arguments: argparse.Namespace) -> int:
    rules = _all()
    for pack in rules.packs:
        for rule in pack.rules:
            if rule.id == arguments.id:
                print(explained(rule, pack, switched_on=rules.on(rule)))
                return 0
    raise _unknown(arguments.id, [rule.id for pack in rules.packs for rule in pack.rules], "a rule")


def _test(arguments: argparse.Namespace) -> int:
    packs = [read_pack(file) for file in arguments.files] or _all().packs
    failed = 0
    for pack in packs:
        for failure in failures(pack):
            failed += 1
            print(f"{pack.file}:{failure.line}: {failure.rule}: {failure.text!r}: {failure.happened}")
    rules = [rule for pack in packs for rule in pack.rules]
    examples = sum(len(rule.fires) + len(rule.quiet) + len(rule.better) for rule in rules)
    print(f"{len(packs)} packs, {len(rules)} rules, {examples} examples, {failed} failed")
    return 1 if failed else 0


def _off(arguments: argparse.Namespace) -> int:
    rules = _all()
    _known(arguments.ids, rules)
    return _switch({*rules.off, *arguments.ids})


def _on(arguments: argparse.Namespace) -> int:
    rules = _all()
    _known(arguments.ids, rules)
    for id in arguments.ids:
        pack = id.partition(".")[0]
        if pack != id and pack in rules.off and pack not in arguments.ids:
            raise CoachError(f"the whole pack {pack} is off; switch it on, then single rules off")
    return _switch(set(rules.off) - set(arguments.ids))


def _known(ids: Collection[str], rules: Ruleset) -> None:
    known = [pack.id for pack in rules.packs] + [rule.id for pack in rules.packs for rule in pack.rules]
    for id in ids:
        if id not in known:
            raise _unknown(id, known, "a pack or rule")


def _switch(off: Collection[str]) -> int:
    write_off(paths.user_rules(), off)
    print("Off: " + (", ".join(sorted(off)) or "none"))
    print("What runs already takes it up when it is started again.")
    return 0


def _unknown(id: str, known: Collection[str], expected: str) -> CoachError:
    near = [one for one in known if id in one or one.partition(".")[0] == id.partition(".")[0]]
    named = f"such as {', '.join(near[:5])}" if near else "that `coach rules list` names"
    return CoachError(f"found {id!r}; expected {expected} {named}")


def _new(arguments: argparse.Namespace) -> int:
    if not NAME.fullmatch(arguments.pack):
        raise CoachError(f"found {arguments.pack!r}; expected small letters, digits, - and _")
    file = paths.user_rules() / f"{arguments.pack}.yml"
    if file.exists():
        raise CoachError(f"{file} is there already; expected the name of a new pack")
    if arguments.pack in {pack.id for pack in _all().packs}:
        raise CoachError(f"there is a pack {arguments.pack} already; expected another name")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(SAMPLE.read_text(encoding="utf-8"), encoding="utf-8")
    except OSError as error:
        raise CoachError(f"cannot write {file}: {error.strerror}") from error
    print(f"{file}\nChange it, then run its examples: coach rules test {file}")
    return 0
