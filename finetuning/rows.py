"""Writes the labelled sentences as the file that fine-tuning reads (runs in the product's environment)."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from coaching import paths
from coaching.moves import LABELS
from coaching.recognition.encoder import readable
from coaching.recognition.examples import TrainingRow, read_examples
from coaching.recognition.head import key_of


def main() -> int:
    """Write one JSON object a line; the first line holds the labels' names in order."""
    parser = argparse.ArgumentParser(prog="python -m finetuning.rows", description=__doc__)
    parser.add_argument("out", type=Path, help="file to write")
    arguments = parser.parse_args()
    rows = sorted(read_examples(paths.training_data() / "nlu"), key=lambda row: row.id)
    with arguments.out.open("w", encoding="utf-8") as out:
        out.write(json.dumps({"labels": LABELS}) + "\n")
        for row in rows:
            out.write(json.dumps(_as_json(row), ensure_ascii=False) + "\n")
    print(f"{len(rows):,} sentences for fine-tuning", file=sys.stderr)
    return 0


def _as_json(row: TrainingRow) -> dict[str, object]:
    votes = row.votes()
    return {
        "key": key_of(row.text, row.customer),
        "text": readable(row.text),
        "customer": readable(row.customer),
        "conversation": row.conversation or row.id,
        "target": [round(sum(label in vote for vote in votes) / len(votes), 4) for label in LABELS],
    }


if __name__ == "__main__":
    sys.exit(main())
