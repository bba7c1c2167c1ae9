"""The page on which real chats are brought in; it stands on the pages' own blueprint."""

from __future__ import annotations

from flask import render_template

from assistant_api.review.formats import LIMIT
from assistant_api.web.blueprint import blueprint


@blueprint.get("/review/import")
def review_import() -> str:
    """Bring in a real chat."""
    return render_template("review_import.html", import_limit=LIMIT)
