"""``coach simulate``: play a script of agent lines against the customer, without Rasa."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any, NamedTuple

from coaching.customer import Customer, Reply
from coaching.errors import CoachError
from coaching.recognition import RecognisedSentence
from coaching.suggestions.reading import Reader


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the subcommand to the parser."""
    parser = commands.add_parser(
        "simulate",
        help="play a script of agent lines against the customer",
        description="Plays a script (one agent turn a line, blank lines skipped) and prints what the customer says.",
    )
    parser.add_argument("scenario", metavar="SCENARIO", help="the scenario's id")
    parser.add_argument("--script", required=True, metavar="FILE", help="the agent's lines; - reads standard input")
    parser.add_argument("--persona", metavar="P", help="the persona's id (default: the scenario's own)")
    parser.add_argument(
        "--seed", type=_seed, default=0, metavar="N", help="0 to 2147483647; the same seed, the same session"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON document, with the ledger")
    parser.set_defaults(run=run)


def _seed(text: str) -> int:
    """The range that sessions take, so that a session can be played again here."""
    if not text.isdecimal() or not int(text) < 2**31:
        raise argparse.ArgumentTypeError(f"{text!r}; expected a whole number from 0 to 2147483647")
    return int(text)


def run(arguments: argparse.Namespace) -> int:
    """Play the script.

    Raises:
        CoachError: The script cannot be read or is empty; the scenario or persona is unknown; no recogniser is trained.
    """
    script = _script(arguments.script)
    customer = Customer.load()
    opening = customer.begin(arguments.scenario, arguments.persona, arguments.seed)
    # Loaded last, so that a misspelt scenario is told at once.
    played, left = _play(customer, opening, script, Reader.load())
    if arguments.json:
        print(json.dumps(_document(opening, played, left), ensure_ascii=False, indent=2))
    else:
        _print(customer, opening, played, left)
    return 0


class Turn(NamedTuple):
    """One line of the script, what was recognised in it, and the customer's reply."""

    line: str
    sentences: tuple[RecognisedSentence, ...]
    reply: Reply


def _play(customer: Customer, opening: Reply, script: list[str], reader: Reader) -> tuple[list[Turn], list[str]]:
    """The turns played, and the lines left over behind an ending."""
    played: list[Turn] = []
    reply = opening
    for number, line in enumerate(script):
        if reply.ending is not None:
            return played, script[number:]
        sentences = reader.recognise(line, customer=" ".join(reply.lines))
        reply = customer.respond(reply.state, sentences)
        played.append(Turn(line, sentences, reply))
    return played, []


def _script(path: str) -> list[str]:
    try:
        text = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
        lines = [line.strip() for line in text.decode("utf-8").splitlines()]
    except OSError as error:
        raise CoachError(f"cannot read {path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise CoachError(f"{path}: found bytes that are not UTF-8; expected UTF-8 text") from error
    script = [line for line in lines if line]
    if not script:
        raise CoachError(f"{path}: found no text; expected one agent turn a line")
    return script


def _document(opening: Reply, played: list[Turn], left: list[str]) -> dict[str, Any]:
    last = played[-1].reply
    return {
        "scenario": opening.state.scenario,
        "persona": opening.state.persona,
        "seed": opening.state.seed,
        "opening": {"lines": list(opening.lines), "mood": opening.mood.to_json()},
        "turns": [
            {
                "turn": reply.state.turn,
                "agent": line,
                "sentences": [sentence.to_json() for sentence in sentences],
                "customer": list(reply.lines),
                "mood": reply.mood.to_json(),
                "changes": [change.to_json() for change in reply.changes],
            }
            for line, sentences, reply in played
        ],
        "ending": None if last.ending is None else last.ending.to_json(),
        "not_played": left,
    }


def _print(customer: Customer, opening: Reply, played: list[Turn], left: list[str]) -> None:
    story, who = customer.scenarios[opening.state.scenario], customer.personas[opening.state.persona]
    print(f"{story.title} ({who.name}, seed {opening.state.seed})\n")
    _print_reply(opening)
    for line, _, reply in played:
        print(f"Agent     {line}")
        _print_reply(reply)
    last = played[-1].reply
    if last.ending is None:
        print("The script is over; the customer is still there.")
    else:
        print(f"Ending    {last.ending.title} ({last.ending.kind})\n          {last.ending.text}")
    if left:
        print(f"Not played, the session had ended: {len(left)} line{'s' if len(left) > 1 else ''}")
        for line in left:
            print(f"          {line}")


def _print_reply(reply: Reply) -> None:
    for line in reply.lines:
        print(f"Customer  {line}")
    mood = reply.mood
    print(f"          [{mood.band}: anger {mood.anger:.2f}, satisfaction {mood.satisfaction:.2f}]\n")
