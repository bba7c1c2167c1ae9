"""Moves over the API: which words of a sentence weighed most for one."""

from __future__ import annotations

from assistant_api.api import draft_bodies
from assistant_api.api.operation import Routes
from assistant_api.api.reports import Explanation
from assistant_api.services import services


def explain_move(body: draft_bodies.Labelled) -> Explanation:
    """The words behind one label of one sentence."""
    return Explanation.parse_obj(services().drafts.explain(body.text, body.label, body.customer))


def add_to(routes: Routes) -> None:
    """Add this route."""
    routes.route(
        "POST",
        "/moves/explain",
        "Tell which words of a sentence weighed most for a label; nothing of it is stored",
        body=draft_bodies.Labelled,
        answer=Explanation,
        problems=("recogniser-missing",),
        limit=draft_bodies.DRAFT_BYTES,
    )(explain_move)
