"""Rasa's training examples and the recogniser's: intents such as ``hear+empathize`` there, sets of moves here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from rasa.shared.nlu.constants import INTENT, METADATA, METADATA_EXAMPLE, TEXT
from rasa.shared.nlu.training_data.message import Message

from coaching.moves import LABELS, NO_MOVE, in_codebook_order, weightiest
from coaching.recognition.examples import TrainingRow

_MOVES = "moves"
"""Key in an example's metadata that keeps the whole set once the intent is only the weightiest move."""

_DETAILS = tuple(field.name for field in fields(TrainingRow) if field.name not in ("text", "labels"))
"""Keys of an example's metadata that the recogniser reads; all of them text."""


def with_weightiest_intent(example: Message) -> Message:
    """The example as Rasa shall see it: its weightiest move as intent, all its moves in the metadata.

    An intent that does not consist of moves (a command, a misspelt move) is left as it is; for the misspelt one
    ``rasa data validate`` then says that the domain does not list it.
    """
    labels = _moves(example)
    if labels is None:
        return example
    metadata = {**(example.get(METADATA) or {})}
    metadata[METADATA_EXAMPLE] = {**_details(example), _MOVES: list(labels)}
    return Message({**example.data, INTENT: weightiest(labels), METADATA: metadata})


def as_example(row: TrainingRow) -> Message:
    """The recogniser's row as Rasa's example, with its weightiest move as intent."""
    details = {key: getattr(row, key) for key in _DETAILS}
    return Message.build(row.text, weightiest(row.labels), example_metadata={**details, _MOVES: list(row.labels)})


def training_rows(examples: Iterable[Message]) -> list[TrainingRow]:
    """The examples that teach moves, as the recogniser's rows; commands and messages of stories are left out.

    An example without an id is named by its place, so that the recogniser does not take all such for one conversation.
    """
    rows = []
    for place, example in enumerate(examples):
        labels = _moves(example)
        if labels is None or not example.get(TEXT):
            continue
        details = {key: str(_details(example).get(key, "")) for key in _DETAILS}
        details["id"] = details["id"] or f"example {place}"
        rows.append(TrainingRow(text=example.get(TEXT), labels=labels, **details))
    return rows


def _moves(example: Message) -> tuple[str, ...] | None:
    kept = _details(example).get(_MOVES)
    if kept is not None:
        return in_codebook_order(kept)
    parts = str(example.get(INTENT) or "").split("+")
    if parts == [NO_MOVE]:
        return ()
    return in_codebook_order(parts) if set(parts) <= set(LABELS) else None


def _details(example: Message) -> dict[str, Any]:
    details = (example.get(METADATA) or {}).get(METADATA_EXAMPLE)
    return details if isinstance(details, dict) else {}
