"""``coach corrections add``: trainers' corrections of labels become training rows, without personal data."""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from coaching import paths
from coaching.cli.jsonl import read_labels, read_rows
from coaching.errors import CoachError, DataError
from coaching.recognition.corrections import FILE_NAME, Correction, append, intent, place_of, tidy
from coaching.recognition.examples import TrainingRow, read_examples

_TEXTS = ("customer", "before", "by", "reason")
"""Optional fields in which people may have written anything."""
_NAMES = ("conversation", "date")
_LONGEST = 5000
"""Characters of a field; a sentence and a message are far shorter."""
_NAME = re.compile(r"[\w.:#/-]{1,100}")
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
"""Names nobody, though some of its digits may look like a telephone number."""


def add_to(commands: Any) -> None:  # noqa: ANN401 - argparse keeps this class to itself
    """Add the subcommand to the ``coach`` parser."""
    parser = commands.add_parser("corrections", help="turn a trainer's corrected labels into training sentences")
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    add = actions.add_parser(
        "add",
        help="add corrected sentences to the training data",
        description=(
            f"Add corrected sentences to {FILE_NAME} in the training data, with who corrected them and why. Names, "
            "e-mail and street addresses, numbers of telephones, cards and accounts, and the like are replaced by "
            "[name], [email], ... first. Sentences of held_out.jsonl, by which the recogniser is measured, are left "
            "out. Nothing is written where a row is wrong."
        ),
    )
    add.add_argument(
        "file",
        metavar="FILE.jsonl",
        help='one row a line: {"id": "...", "text": one agent sentence, "labels": ["resolve", ...]}, [] for no label; '
        'optionally "machine" (the labels that the recogniser gave), "customer" (the customer\'s last message), '
        '"before" (what the agent said just before), "conversation", "by" (a role or initials), "reason", '
        '"date" (YYYY-MM-DD); - reads standard input',
    )
    add.add_argument(
        "--data",
        type=Path,
        metavar="DIR",
        help="folder with the labelled sentences (default: training_data/nlu)",
    )
    add.add_argument("--dry-run", action="store_true", help="show what would be added, and write nothing")
    add.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Add the corrections; see ``coaching.cli.main`` for the exit status."""
    folder = arguments.data or paths.training_data() / "nlu"
    if not folder.is_dir():
        raise CoachError(f"no folder {folder}; expected the folder with the labelled sentences")
    given = list(_corrections(arguments.file))
    if not given:
        raise DataError(arguments.file, None, "no row", "one JSON object a line")
    cleaned = {line: _cleaned(correction) for line, correction in _teachable(given)}
    fresh = _fresh(arguments.file, {line: correction for line, (correction, _) in cleaned.items()}, folder)
    taken = sum((kinds for correction, kinds in cleaned.values() if correction in fresh), Counter[str]())
    if fresh and not arguments.dry_run:
        append(folder, fresh)
    _tell(arguments, folder / FILE_NAME, len(given), fresh, taken)
    return 0


def _corrections(path: str) -> Iterator[tuple[int, Correction]]:
    seen: set[str] = set()
    for line, row in read_rows(path, ("id", "text"), (*_TEXTS, *_NAMES)):
        for field in ("text", *_TEXTS):
            if len(row.get(field, "")) > _LONGEST:
                raise DataError(path, line, f"{field} with {len(row[field]):,} characters", f"at most {_LONGEST:,}")
        texts = {field: tidy(row.get(field, "")) for field in ("text", *_TEXTS)}
        if not texts["text"]:
            raise DataError(path, line, "an empty text", "a sentence of the agent")
        for field in ("id", "conversation"):
            if field in row and not _NAME.fullmatch(row[field]) and (row[field] or field == "id"):
                raise DataError(
                    path,
                    line,
                    f"{field} = {json.dumps(row[field])[:60]}",
                    "letters, digits and . : _ # / -, at most 100",
                )
            _check_names_nobody(path, line, row, field)
        if row["id"] in seen:
            raise DataError(path, line, f"the id {row['id']!r} again", "each id once")
        seen.add(row["id"])
        yield (
            line,
            Correction(
                row["id"],
                labels=read_labels(path, line, row, "labels"),
                machine=read_labels(path, line, row, "machine") if row.get("machine") is not None else None,
                conversation=row.get("conversation", ""),
                date=_date(path, line, row.get("date", "")),
                **texts,
            ),
        )


def _check_names_nobody(path: str, line: int, row: Mapping[str, Any], field: str) -> None:
    """Raise DataError where a code holds personal data; a code is kept as it stands, so nothing is taken out."""
    from coaching.privacy import find

    code = row.get(field, "")
    if code and not _UUID.fullmatch(code) and (found := find(code)):
        kinds = ", ".join(sorted({f"[{one.kind}]" for one in found}))
        raise DataError(path, line, f"what looks like {kinds} in {field}", "a code that tells nothing of a person")


def _teachable(given: Iterable[tuple[int, Correction]]) -> Iterator[tuple[int, Correction]]:
    """The corrections of sentences that the recogniser is not measured by; says which are left out."""
    file = paths.training_data() / "held_out.jsonl"
    held_out = {_key(row["text"]): line for line, row in read_rows(str(file), ("text",))} if file.exists() else {}
    for line, correction in given:
        if stands := held_out.get(_key(correction.text)):
            print(f"{correction.id}: left out, the sentence stands in {file.name}:{stands} and must never be taught")
        else:
            yield line, correction


def _date(path: str, line: int, given: str) -> str:
    try:
        return given and date.fromisoformat(given).isoformat()
    except ValueError as error:
        raise DataError(path, line, f"date = {json.dumps(given)[:60]}", "a date as 2026-11-30") from error


def _cleaned(correction: Correction) -> tuple[Correction, Counter[str]]:
    """The correction without personal data, and how much of each kind was in it."""
    # Presidio takes half a second to import, which no other command needs.
    from coaching.privacy import take_out

    taken: Counter[str] = Counter()

    def clean(text: str) -> str:
        cleaned = take_out(text)
        taken.update(one.kind for one in cleaned.found)
        return cleaned.text

    without = replace(
        correction,
        text=clean(correction.text),
        customer=clean(correction.customer),
        before=clean(correction.before),
        by=clean(correction.by),
        reason=clean(correction.reason),
    )
    return without, taken


def _fresh(path: str, corrections: Mapping[int, Correction], folder: Path) -> list[Correction]:
    """The corrections that the data do not hold yet; says which are left out, and which the data contradict."""
    known = read_examples(folder) if any(folder.glob("*.yml")) else []
    by_id = {row.id: row for row in known}
    by_text: defaultdict[str, list[tuple[TrainingRow, str]]] = defaultdict(list)
    for row in known:
        by_text[_key(row.text)].append((row, ""))
    fresh = []
    for line, correction in corrections.items():
        if correction.id in by_id:
            print(f"{correction.id}: left out, the id stands in {place_of(by_id[correction.id], folder)} already")
            continue
        row = correction.training_row()
        alike = by_text[_key(row.text)]
        same = next((one for one in alike if _same(one[0], row)), None)
        if same:
            print(f"{row.id}: left out, {same[1] or place_of(same[0], folder)} says the same of this sentence")
            continue
        for other, place in alike:
            if other.labels != row.labels:
                stands = f"{place or place_of(other, folder)} says {intent(other.labels)} of the same sentence"
                print(f"{row.id}: {intent(row.labels)} is added, but {stands}; mend the one that is wrong")
        alike.append((row, f"{path}:{line}"))
        fresh.append(correction)
    return fresh


def _key(text: str) -> str:
    return " ".join(text.lower().split())


def _same(one: TrainingRow, other: TrainingRow) -> bool:
    return one.labels == other.labels and _key(one.customer) == _key(other.customer)


def _tell(
    arguments: argparse.Namespace, file: Path, given: int, fresh: Sequence[Correction], taken: Counter[str]
) -> None:
    if arguments.dry_run:
        for correction in fresh:
            print(f"{correction.id}: {intent(correction.labels)}: {correction.text}")
    if fresh:
        kinds = ", ".join(f"[{kind}] {count}" for kind, count in sorted(taken.items()))
        shown = "the rows above" if arguments.dry_run else file.name
        print(f"personal data taken out: {kinds or 'none found'}; some can be missed, so look through {shown}")
    left_out = f", left out {given - len(fresh)}" if given > len(fresh) else ""
    print(f"{'would add' if arguments.dry_run else 'added'} {len(fresh)} of {given} to {file}{left_out}")
    if fresh and not arguments.dry_run:
        train = f"coach train --data {arguments.data}" if arguments.data else "make train"
        print(f"now run `{train}`, so that the recogniser learns from them")
