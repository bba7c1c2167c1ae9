"""``coach corrections export``: labels that trainers overruled in reviews, as rows for ``coach corrections add``."""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any

from assistant_api.settings import Settings
from assistant_api.store import Database, Json
from assistant_api.store.review_overrules import Overrules


def add_to(commands: Any) -> None:  # noqa: ANN401 - argparse keeps this class to itself
    """Add the action to ``coach corrections``, which the core brings."""
    parser = commands.choices["corrections"]
    actions = next(one for one in parser._actions if isinstance(one, argparse._SubParsersAction))
    export = actions.add_parser(
        "export",
        help="print the labels that trainers overruled in reviews",
        description=(
            "Print every sentence whose labels a trainer overruled in a review, one JSON object a line, as `coach "
            "corrections add` takes it: `coach corrections export > overruled.jsonl`, read it through, then `coach "
            "corrections add overruled.jsonl`. What was withdrawn is left out. The database is that of "
            "HEARD_DATABASE_URL."
        ),
    )
    export.set_defaults(run=run)


def run(_: argparse.Namespace) -> int:
    """Print the rows; see ``coaching.cli.main`` for the exit status."""
    settings = Settings.from_environment()
    overruled = Overrules(Database(settings.database_url, settings.database_timeout)).labels()
    for one in overruled:
        print(json.dumps(row_of(one), ensure_ascii=False))
    print(f"{len(overruled)} overruled", file=sys.stderr)
    return 0


def row_of(one: Json) -> Json:
    """One row, without personal data: of people, only who corrected it as a role."""
    # Here, not above: slow to import, and `coach` has other commands.
    from coaching.privacy import take_out_of_all

    sentence = one["sentences"][one["sentence"]]
    asked = one["asked"] or one["opening"]
    row = {
        "id": one["id"],
        "text": sentence["text"],
        "labels": list(one["labels"]),
        "machine": list(sentence["labels"]),
        "customer": "\n".join(asked["lines"]),
        "before": one["text"][: sentence["start"]].strip(),
        "conversation": one["session_id"],
        "by": one["role"] or "trainer",
        "reason": one["reason"],
        "date": one["created_at"].date().isoformat(),
    }
    # Agents may say their own name, so the whole turn stands first: what is a name in it goes from every piece.
    written = ("text", "customer", "before", "reason")
    _, *cleaned = take_out_of_all([one["text"], *(row[name] for name in written)])
    return {**row, **dict(zip(written, cleaned, strict=True))}
