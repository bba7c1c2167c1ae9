"""The record of who did what, over the API."""

from __future__ import annotations

from assistant_api.api.bodies import Page
from assistant_api.api.operation import Routes
from assistant_api.api.people_answers import AuditEntry, AuditPage
from assistant_api.services import services


def get_audit(query: Page) -> AuditPage:
    """A page of the record."""
    before = None if query.before is None else int(query.before)
    entries, cursor = services().audit.page(query.limit, before)
    names = services().audit.names([one.object_id for one in entries if one.object_kind in ("person", "team")])
    return AuditPage(
        entries=[
            AuditEntry(
                at=one.at,
                person=one.person_id,
                name=one.person_name,
                action=one.action,
                kind=one.object_kind,
                object=one.object_id,
                object_name=names.get(one.object_id, ""),
                detail=one.detail,
            )
            for one in entries
        ],
        next=None if cursor is None else str(cursor),
    )


def add_to(routes: Routes) -> None:
    """Add these routes."""
    routes.route("GET", "/audit", "Who did what, newest first", query=Page, answer=AuditPage)(get_audit)
