"""Assist over the API: drafts are checked and rewritten, and not kept."""

from __future__ import annotations

from assistant_api.api import draft_bodies as bodies
from assistant_api.api.operation import Routes
from assistant_api.api.reports import DraftReport, DraftReports
from assistant_api.api.rewrites import Rewrites
from assistant_api.services import services


def check_draft(body: bodies.Draft) -> DraftReport:
    """The report on a draft."""
    return _report(body)


def check_drafts(body: bodies.Batch) -> DraftReports:
    """The reports on several drafts."""
    return DraftReports(reports=[_report(draft) for draft in body.drafts])


def rewrite_draft(body: bodies.Reply) -> Rewrites:
    """The draft, written anew in each style."""
    return Rewrites.parse_obj(services().drafts.rewrite(body.draft, body.customer, body.channel))


def add_to(routes: Routes) -> None:
    """Add these routes."""
    routes.route(
        "POST",
        "/drafts/check",
        "Check a draft reply; nothing of it is stored",
        body=bodies.Draft,
        answer=DraftReport,
        problems=("recogniser-missing",),
        limit=bodies.DRAFT_BYTES,
    )(check_draft)
    routes.route(
        "POST",
        "/drafts/check/batch",
        f"Check up to {bodies.BATCH_LIMIT} draft replies, each by itself; nothing of them is stored",
        body=bodies.Batch,
        answer=DraftReports,
        problems=("recogniser-missing",),
        limit=bodies.BATCH_BYTES,
    )(check_drafts)
    routes.route(
        "POST",
        "/drafts/rewrite",
        "Rewrite a draft reply: warmer, more apologetic, shorter; nothing of it is stored",
        body=bodies.Reply,
        answer=Rewrites,
        problems=("recogniser-missing",),
        limit=bodies.DRAFT_BYTES,
    )(rewrite_draft)


def _report(draft: bodies.Draft) -> DraftReport:
    return DraftReport.parse_obj(services().drafts.check(draft.draft, draft.customer, draft.channel, draft.most))
