"""``coach scenario play``: talk with a customer in the terminal, or have them answer a script, without Rasa."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from coaching.cli import scenario_talk
from coaching.cli.scenario_game import Game
from coaching.customer import Customer
from coaching.errors import CoachError
from coaching.suggestions.reading import Reader


def add_to(actions: Any) -> None:  # noqa: ANN401 - argparse keeps this class to itself
    """Add the action to ``coach scenario``."""
    parser = actions.add_parser(
        "play",
        help="talk with the customer, or have them answer a script",
        description=(
            "Plays a scenario: you type, the customer answers, and mood and ledger are shown after each turn. With "
            "--script the agent's lines come from a file, one turn a line, blank lines skipped."
        ),
    )
    parser.add_argument("scenario", metavar="ID", help="the scenario's id")
    parser.add_argument("--script", metavar="FILE", help="the agent's lines; - reads standard input")
    parser.add_argument("--persona", metavar="P", help="the persona's id (default: the scenario's own)")
    parser.add_argument(
        "--seed", type=_seed, default=0, metavar="N", help="0 to 2147483647; the same seed, the same session"
    )
    parser.add_argument(
        "--level", type=int, choices=range(1, 6), metavar="1-5", help="of difficulty (default: the scenario's own)"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON document, with the ledger; takes a script")
    parser.set_defaults(run=run)


def _seed(text: str) -> int:
    """The range that sessions take, so that a session can be played again here."""
    if not (text.isascii() and text.isdecimal()) or not int(text) < 2**31:
        raise argparse.ArgumentTypeError(f"{text!r}; expected a whole number from 0 to 2147483647")
    return int(text)


def run(arguments: argparse.Namespace) -> int:
    """Play.

    Raises:
        CoachError: The script cannot be read or is empty; the scenario or persona is unknown; no recogniser is trained.
    """
    if arguments.json and arguments.script is None:
        raise CoachError("--json prints what a script does; expected --script FILE beside it")
    script = None if arguments.script is None else _script(arguments.script)
    customer = Customer.load()
    opening = customer.begin(arguments.scenario, arguments.persona, arguments.seed, arguments.level)
    # Loaded last, so that a misspelt scenario is told at once.
    game = Game(customer, opening, Reader.load())
    if script is None:
        scenario_talk.talk(game)
        return 0
    left = game.play(script)
    if arguments.json:
        print(json.dumps({**game.to_json(), "not_played": left}, ensure_ascii=False, indent=2))
    else:
        scenario_talk.show(game, left)
    return 0


def _script(path: str) -> list[str]:
    try:
        text = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
        lines = [line.strip() for line in text.decode("utf-8-sig").splitlines()]
    except OSError as error:
        raise CoachError(f"cannot read {path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise CoachError(f"{path}: found bytes that are not UTF-8; expected UTF-8 text") from error
    script = [line for line in lines if line]
    if not script:
        raise CoachError(f"{path}: found no text; expected one agent turn a line")
    return script
