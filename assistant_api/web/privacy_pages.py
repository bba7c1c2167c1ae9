"""The page that says what is stored of whoever reads it; it stands on the pages' own blueprint."""

from __future__ import annotations

from flask import render_template

from assistant_api.people import current_person
from assistant_api.services import services
from assistant_api.web.blueprint import blueprint


@blueprint.get("/stored")
def stored() -> str:
    """What is stored of you, where, for how long, and who sees it."""
    parts = services()
    return render_template(
        "stored.html",
        person_id=current_person().id,
        days=parts.privacy.retention.days,
        keeps_drafts=parts.keeping.is_on,
        drafts_days=parts.keeping.days,
    )
