"""``python -m benchmarks.transcripts``: plays the two sessions of docs/sessions.md and writes that page anew."""

import argparse
import sys
from collections.abc import Iterator

from benchmarks.five_scripts import scripts
from benchmarks.played import play
from coaching.customer import Change, Customer
from coaching.debrief import Debrief, debrief
from coaching.paths import ROOT
from coaching.played import PlayedSession, PlayedTurn
from coaching.rubric import Rubric
from coaching.suggestions import DraftChecker
from coaching.suggestions.reading import Reader

PAGE = ROOT / "docs" / "sessions.md"
SCENARIO, LEVEL, SEED = "late_parcel", 3, 4
GOOD = scripts(SCENARIO)["excellent"]
POOR = [
    "Hello. Please provide your order number and your full address so that we can look into it.",
    "I understand your frustration and apologise for any inconvenience. According to the tracking it is out for "
    "delivery, so it should arrive soon.",
    "You should have put the flat number on the order. The driver can't deliver if the address is incomplete.",
    "As per our policy we cannot send a replacement before the first parcel has been returned to us.",
    "You will have to contact the courier. Is there anything else?",
]
_LEAST = 0.005
"""Movements that would be 0.00 are left out of the page."""


def page() -> str:
    """The page's text."""
    customer, reader, rubric = Customer.load(), Reader.load(), Rubric.load()
    story = customer.scenarios[SCENARIO]
    parts = [
        "# Two sessions, with their ledgers\n",
        f"The same customer at the same level, “{story.title}”, level {LEVEL}, seed {SEED}: once met well, once badly. "
        "Below each message stands what it moved, by which rule and how far; the rules in words are in "
        "[ledger_words.yml](../coaching/debrief/ledger_words.yml), their sizes in "
        "[constants.yml](../coaching/customer/constants.yml). Anger, satisfaction and all other feelings run from 0 "
        "to 1.\n",
        "`python -m benchmarks.transcripts` plays both and writes this page.\n",
    ]
    for title, script in (("A good session", GOOD), ("A poor session", POOR)):
        played = play(customer, reader, script, SCENARIO, None, LEVEL, SEED)
        told = debrief(played, story, customer.personas[played.persona_id], rubric, DraftChecker.load())
        parts += [f"\n## {title}\n", *_session(played), *_debrief(told)]
    return "\n".join(parts).rstrip() + "\n"


def _session(played: PlayedSession) -> Iterator[str]:
    yield f"Customer's model `{played.model}`.\n"
    yield _said(played.opening.lines)
    mood = played.opening.mood
    yield f"*{mood.band}: anger {mood.anger:.2f}, satisfaction {mood.satisfaction:.2f}*\n"
    for turn in played.turns:
        yield from _turn(turn)
    if played.closing:
        yield _said(played.closing.lines)
    if played.ending:
        yield f"**{played.ending.title}.** {played.ending.text}\n"


def _turn(turn: PlayedTurn) -> Iterator[str]:
    yield f"### Turn {turn.number}\n"
    for sentence in turn.sentences:
        labels = ", ".join(sentence.labels) or "no move"
        yield f"- **Agent:** {sentence.text} *({labels})*"
    yield ""
    yield _said(turn.reply.lines)
    mood = turn.reply.mood
    yield f"*{mood.band}: anger {mood.anger:.2f}, satisfaction {mood.satisfaction:.2f}*\n"
    yield "| words | rule | moved | by |\n|---|---|---|---:|"
    yield from (_row(change) for change in turn.reply.changes if abs(change.by) >= _LEAST)
    yield ""


def _row(change: Change) -> str:
    words = change.words.replace("|", "\\|") if change.words else "(no words)"
    return f"| {words} | `{change.rule}` | {change.on} | {change.by:+.2f} |"


def _said(lines: tuple[str, ...]) -> str:
    return "".join(f"> **Customer:** {line}\n>\n" for line in lines).rstrip(">\n") + "\n"


def _debrief(told: Debrief) -> Iterator[str]:
    data = told.to_json()
    card, rating = data["scorecard"], data["rating"]
    yield "### Debrief\n"
    face, recommends = rating["face"], rating["recommend"]
    yield f"Score **{card['score']}** of 100; the customer's face: {face}; would recommend: {recommends} of 10."
    yield f"In their words: “{rating['line']}”\n"
    yield "| points | rule | reason |\n|---:|---|---|"
    yield from (f"| {point['points']:+.1f} | `{point['rule']}` | {point['reason']} |" for point in card["points"])
    yield ""
    for heading, key in (("What went well", "went_well"), ("What to do differently", "differently")):
        if data[key]:
            yield f"{heading}:\n"
            for one in data[key]:
                words = one.get("words") or one.get("said")
                said = f", “{words}”" if words else ""
                better = f" Better: “{one['instead']}”" if one.get("instead") else ""
                yield f"- Turn {one['turn']}{said}: {one['why']}{better}"
            yield ""


def main() -> int:
    """Write the page; with ``--check`` only tell whether it is as it would be written, 1 where it is not."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.transcripts", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 where the page is out of date")
    asked = parser.parse_args()
    text = page()
    if asked.check:
        return int(not PAGE.exists() or PAGE.read_text(encoding="utf-8") != text)
    PAGE.write_text(text, encoding="utf-8")
    print(f"{PAGE.relative_to(ROOT)}: {len(text.splitlines())} lines")
    return 0


if __name__ == "__main__":
    sys.exit(main())
