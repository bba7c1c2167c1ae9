"""The blueprint that every page stands on, with what every template knows."""

from __future__ import annotations

from flask import Blueprint

from coaching.debrief.ledger_words import ledger_words
from coaching.moves import CODEBOOK_VERSION, MOVES, Kind, Move

blueprint = Blueprint(
    "pages",
    __name__,
    template_folder="templates",
    static_folder="static",
    # Not "/static": Flask may serve a folder of the application itself there.
    static_url_path="/assets",
)


@blueprint.context_processor
def taxonomy() -> dict[str, object]:
    """The words for every template: the moves grouped by kind, the five steps in order, and the ledger's rules."""
    groups: dict[str, list[Move]] = {kind.value: [move for move in MOVES if move.kind is kind] for kind in Kind}
    return {
        "moves_by_kind": groups,
        "steps": groups[Kind.STEP.value],
        "codebook_version": CODEBOOK_VERSION,
        "ledger": ledger_words(),
    }
