"""Assist over the API: a draft is checked and not kept."""

from __future__ import annotations

from assistant_api.api import bodies
from assistant_api.api.operation import Routes
from assistant_api.api.reports import DraftReport
from assistant_api.services import services


def check_draft(body: bodies.Draft) -> DraftReport:
    """The report on a draft."""
    return DraftReport.parse_obj(services().drafts.check(body.draft, body.customer))


def add_to(routes: Routes) -> None:
    """Add this route."""
    routes.route(
        "POST",
        "/drafts/check",
        "Check a draft reply; nothing of it is stored",
        body=bodies.Draft,
        answer=DraftReport,
        problems=("recogniser-missing",),
    )(check_draft)
