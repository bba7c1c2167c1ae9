"""``coach``: check, label, score, train, correct, the rules and the scenarios, from the command line."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.metadata import entry_points

from coaching.errors import CoachError

COMMANDS = ("check", "corrections", "label", "rules", "scenario", "score", "train")

HOST_COMMANDS = "coach.commands"
"""Entry points of this group are modules by which what is built around the core adds commands, as those here do."""


def build_parser() -> argparse.ArgumentParser:
    """The parser with every subcommand; each module in ``coaching/cli`` adds its own through ``add_to``."""
    parser = argparse.ArgumentParser(prog="coach", description="Answering an upset customer well: the command line.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name in COMMANDS:
        import_module(f"coaching.cli.{name}").add_to(commands)
    for host in entry_points(group=HOST_COMMANDS):
        host.load().add_to(commands)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run one subcommand.

    Returns:
        The exit status: 0 done, 2 for input or set-up that the person can mend (the message says how), 130 for Ctrl-C.
    """
    arguments = build_parser().parse_args(argv)
    try:
        return int(arguments.run(arguments))
    except CoachError as error:
        print(f"coach {arguments.command}: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
