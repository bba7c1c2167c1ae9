"""The conversation as a terminal shows it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import groupby

from coaching.cli.scenario_game import Game
from coaching.customer import Change, Reply
from coaching.errors import CoachError

_HELP = "You are the agent. /card shows your card again, /undo takes your last turn back, /quit ends the conversation."
_SMALL = 0.005
"""Changes smaller than what two decimals show are left out."""


def talk(game: Game) -> None:
    """Let a person be the agent until the customer leaves or the person does."""
    try:
        # Arrow keys and earlier lines at the prompt, where Python has it.
        import readline  # noqa: F401, PLC0415
    except ImportError:
        pass
    print(f"{_title(game)}\n\n{_card(game)}\n\n{_HELP}\n")
    _print_reply(game.opening)
    while game.last.ending is None:
        try:
            line = input("Agent     ").strip()
        except EOFError:
            print()
            break
        if line == "/quit":
            break
        if line == "/card":
            print(f"\n{_card(game)}\n")
        elif line == "/undo":
            print("Taken back.\n" if game.take_back() else "There is nothing to take back.\n")
            _print_reply(game.last)
        elif line.startswith("/"):
            print(f"{_HELP}\n")
        elif line:
            _say(game, line)
    game.close()
    if game.closing is not None:
        _print_reply(game.closing)
    _print_end(game)


def show(game: Game, left: list[str]) -> None:
    """Print what a script did."""
    print(f"{_title(game)}\n")
    _print_reply(game.opening)
    for turn in game.turns:
        print(f"Agent     {turn.line}")
        _print_reply(turn.reply)
    if game.last.ending is None:
        print("The script is over; the customer is still there.")
    _print_end(game)
    if left:
        print(f"Not played, the session had ended: {len(left)} line{'s' if len(left) > 1 else ''}")
        for line in left:
            print(f"          {line}")


def _say(game: Game, line: str) -> None:
    try:
        _print_reply(game.say(line))
    except CoachError as error:
        # Its author may be at work on the file; the turn can be sent again.
        print(f"{error}\n", file=sys.stderr)


def _title(game: Game) -> str:
    state = game.opening.state
    return f"{game.story.title} ({game.who.name}, level {state.level}, seed {state.seed})"


def _card(game: Game) -> str:
    brief = game.story.brief
    lines = [f"Customer: {brief.customer}. You speak for {brief.company}, by {game.story.channel}."]
    for title, rows in (("Order", brief.order), ("History", brief.history), ("You may offer", brief.may_offer)):
        lines += [f"{title}:", *(f"  - {row}" for row in rows)]
    return "\n".join(lines)


def _print_reply(reply: Reply) -> None:
    for line in reply.lines:
        print(f"Customer  {line}")
    mood = reply.mood
    print(f"          [{mood.band}: anger {mood.anger:.2f}, satisfaction {mood.satisfaction:.2f}]")
    for line in _ledger(reply.changes):
        print(f"          {line}")
    print()


def _ledger(changes: Iterable[Change]) -> Iterator[str]:
    """What a turn moved: the words once, then each of their rules in a line."""
    shown = [change for change in changes if abs(change.by) >= _SMALL]
    told = ""
    for (words, rule), group in groupby(shown, key=lambda change: (change.words, change.rule)):
        if words and words != told:
            yield f"“{words}”"
        told = words
        moved = ", ".join(f"{change.on} {change.by:+.2f}" for change in group)
        yield f"{'  ' if words else ''}{rule}: {moved}"


def _print_end(game: Game) -> None:
    ending = game.last.ending
    if ending is not None:
        print(f"Ending    {ending.title} ({ending.kind})\n          {ending.text}")
    if not game.turns:
        return
    told = game.debrief()
    if told.rating.line:
        print(f"Rating    {told.rating.line} ({told.rating.face}, would recommend: {told.rating.recommend} of 10)")
    cause = told.figures.root_cause
    print(f"Cause     {'found' if cause.found else 'not found'}: {cause.text}")
    print(f"Score     {told.scorecard.score} of 100")
