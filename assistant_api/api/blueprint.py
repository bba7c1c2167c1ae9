"""All routes of the API, put together."""

from __future__ import annotations

from flask import Blueprint, Response

from assistant_api.api import about, drafts, moves, sessions
from assistant_api.api.operation import Routes

PREFIX = "/api/v1"


def make_blueprint() -> Blueprint:
    """The API's blueprint with every route."""
    blueprint = Blueprint("api", __name__, url_prefix=PREFIX)
    about.add_to(Routes(blueprint, "About"))
    sessions.add_to(Routes(blueprint, "Practice"))
    drafts.add_to(Routes(blueprint, "Assist"))
    moves.add_to(Routes(blueprint, "Assist"))

    @blueprint.after_request
    def keep_private(response: Response) -> Response:
        # Conversations have no business in any cache.
        response.headers["Cache-Control"] = "no-store"
        return response

    return blueprint
