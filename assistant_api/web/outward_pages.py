"""The page of webhooks; it stands on the pages' own blueprint."""

from __future__ import annotations

from flask import render_template

from assistant_api.access import Access, open_to
from assistant_api.outward.addresses import LONGEST
from assistant_api.web.blueprint import blueprint


@blueprint.get("/webhooks")
@open_to(Access.ADMIN)
def webhooks() -> str:
    """Where events are sent."""
    return render_template("webhooks.html", url_limit=LONGEST)
