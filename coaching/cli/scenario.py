"""``coach scenario``: write, check and try scenarios of one's own."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from coaching.authoring import ERROR, Checked, check_file, new_text
from coaching.authoring.folder import Folder
from coaching.cli import scenario_from, scenario_play
from coaching.customer.library import SUFFIX, Library
from coaching.customer.persona import load_personas
from coaching.errors import CoachError
from coaching.paths import user_scenarios


def add_to(commands: Any) -> None:  # noqa: ANN401 - argparse keeps this class to itself
    """Add the subcommand to the ``coach`` parser."""
    parser = commands.add_parser(
        "scenario",
        help="list, begin, check and play scenarios",
        description="Scenarios: the project's, and your own in HEARD_SCENARIOS. docs/scenarios.md explains the file.",
    )
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    listed = actions.add_parser("list", help="all scenarios and personas", description="List scenarios and personas.")
    listed.add_argument("--json", action="store_true", help="print a JSON list, one object for each scenario")
    listed.set_defaults(run=_list)
    new = actions.add_parser(
        "new",
        help="begin a scenario of your own",
        description="Write a commented file to be filled in, or a draft from a transcript without its personal data.",
    )
    new.add_argument("id", metavar="ID", help="its name: a-z, 0-9 and _")
    new.add_argument("--title", metavar="TEXT", help="what it is to be called")
    new.add_argument(
        "--from",
        dest="transcript",
        metavar="TRANSCRIPT",
        help='a conversation, one message after the other ("Customer: ...", "Agent: ..."); - reads standard input',
    )
    new.set_defaults(run=_new)
    check = actions.add_parser(
        "check",
        help="tell what is wrong in scenario files",
        description=(
            "Print errors and advice, one a line (file:line: error or warning: message [check]). Exit status: 0 "
            "without an error, 1 with one, 2 for a file that is not there."
        ),
    )
    check.add_argument("files", metavar="ID|FILE", nargs="*", help="scenarios; without one, all of them")
    check.add_argument("--json", action="store_true", help="print a JSON list, one object for each file")
    check.set_defaults(run=_check)
    scenario_play.add_to(actions)


def _list(arguments: argparse.Namespace) -> int:
    library, personas = Library(), load_personas()
    if arguments.json:
        rows = [
            {"id": id, "title": one.title, "channel": one.channel, "own": library.is_own(id), "draft": one.draft}
            for id, one in library.now().items()
        ]
        print(json.dumps(rows, ensure_ascii=False, indent=2))
        return 0
    for one in library.now().values():
        whose = ("yours, draft" if one.draft else "yours") if library.is_own(one.id) else ""
        print(f"{one.id:<28} {one.channel:<7} {one.difficulty}  {whose:<13} {one.title}")
    for scenario_id, error in library.errors.items():
        print(f"{scenario_id:<28} cannot be played: {error}")
    print(f"Personas: {', '.join(personas)}")
    print(f"Your own: {user_scenarios()}")
    return 0


def _new(arguments: argparse.Namespace) -> int:
    # A name that is no good is told before anything is read.
    folder = Folder()
    folder.require_free(arguments.id)
    text, told = new_text(arguments.title), list[str]()
    if arguments.transcript is not None:
        text, told = scenario_from.drafted(arguments.transcript, arguments.title)
    folder.save(arguments.id, text, opened=None)
    for line in told:
        print(line)
    print(f"Written: {user_scenarios() / arguments.id}{SUFFIX}")
    print(f"Now fill in what begins with “write here”, and see: coach scenario check {arguments.id}")
    return 0


def _check(arguments: argparse.Namespace) -> int:
    personas = tuple(load_personas())
    checked = [(path, check_file(path, personas)) for path in _paths(arguments.files)]
    if arguments.json:
        rows = [{"file": str(path), "remarks": [one.to_json() for one in found.remarks]} for path, found in checked]
        print(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        for path, found in checked:
            for line in _lines(path, found):
                print(line)
    return 1 if any(found.errors for _, found in checked) else 0


def _paths(names: list[str]) -> list[Path]:
    library = Library()
    if not names:
        return [path for folder in (library.project, library.own) for path in sorted(folder.glob(f"*{SUFFIX}"))]
    return [_path(name, library) for name in names]


def _path(name: str, library: Library) -> Path:
    if name.endswith(SUFFIX) or "/" in name:
        return Path(name)
    for folder in (library.project, library.own):
        if (folder / f"{name}{SUFFIX}").exists():
            return folder / f"{name}{SUFFIX}"
    raise CoachError(f"no scenario {name!r}; `coach scenario list` names those there are")


def _lines(path: Path, found: Checked) -> Iterator[str]:
    for one in found.remarks:
        yield f"{path}:{one.line}: {one.severity}: {one.message} [{one.rule}]"
    errors = sum(one.severity == ERROR for one in found.remarks)
    yield f"{path}: {_counted(errors, 'error')}, {_counted(len(found.remarks) - errors, 'piece')} of advice"


def _counted(count: int, noun: str) -> str:
    return f"{count or 'no'} {noun if count == 1 else noun + 's'}"
