"""``coach score``: the scorecard of a transcript."""

from __future__ import annotations

import argparse
import json
from typing import Any

from coaching.cli.jsonl import read_rows
from coaching.errors import DataError
from coaching.recognition.language_of import spoken_language
from coaching.rubric import Rubric
from coaching.scorecard import NOT_JUDGED, Speaker, recognise_transcript, score
from coaching.suggestions.reading import Reader

SPEAKERS: tuple[Speaker, ...] = ("customer", "agent")


def add_to(commands: Any) -> None:  # noqa: ANN401 - argparse keeps this class to itself
    """Add the subcommand to the ``coach`` parser."""
    parser = commands.add_parser(
        "score",
        help="score a transcript by the HEARD steps",
        description=(
            "Print the scorecard of a conversation as JSON: score (0-100), steps, qualities (how they were done), "
            "mistakes, points (the account that adds up to the score), rubric (id, version, formula), recogniser "
            "(version). Messages of the agent in another language than English are not judged but listed in unjudged: "
            "row (from 0), turn (from 1), language; where no message is judged, score, steps, qualities and rubric are "
            "null. No scenario is known here, so what only it could tell is not judged."
        ),
    )
    parser.add_argument(
        "transcript",
        metavar="TRANSCRIPT.jsonl",
        help='one row a line: {"speaker": "customer" or "agent", "text": "..."}; - reads standard input',
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Score the transcript and print the scorecard; see ``coaching.cli.main`` for the exit status."""
    rows = _rows(arguments.transcript)
    reader = Reader.load()
    unjudged = _unjudged(rows)
    card = {**NOT_JUDGED, "qualities": None}
    if len(unjudged) < sum(speaker == "agent" for speaker, _ in rows):
        card = score(recognise_transcript(rows, reader.recognise), Rubric.load()).to_json()
    told = {"unjudged": unjudged} if unjudged else {}
    print(json.dumps({**card, **told, "recogniser": reader.version}, indent=2, ensure_ascii=False))
    return 0


def _unjudged(rows: list[tuple[Speaker, str]]) -> list[dict[str, Any]]:
    said = [(row, text) for row, (speaker, text) in enumerate(rows) if speaker == "agent"]
    return [
        {"row": row, "turn": turn, "language": language.to_json()}
        for turn, (row, text) in enumerate(said, start=1)
        if not (language := spoken_language(text)).judged
    ]


def _rows(path: str) -> list[tuple[Speaker, str]]:
    rows = []
    for line, row in read_rows(path, ("speaker", "text")):
        if row["speaker"] not in SPEAKERS:
            raise DataError(path, line, f"speaker = {json.dumps(row['speaker'])[:60]}", '"customer" or "agent"')
        rows.append((row["speaker"], row["text"]))
    if not any(speaker == "agent" for speaker, _ in rows):
        raise DataError(path, None, "no row of the agent", 'at least one row with "speaker": "agent"')
    return rows
