"""All routes of the API, put together."""

from __future__ import annotations

from flask import Blueprint, Response

from assistant_api.access import Access
from assistant_api.api import about, drafts, keeping, lookback, moves, playing, scenario_files, sessions
from assistant_api.api.operation import Routes
from assistant_api.services import services

PREFIX = "/api/v1"


def make_blueprint() -> Blueprint:
    """The API's blueprint with every route."""
    blueprint = Blueprint("api", __name__, url_prefix=PREFIX)
    about.add_to(Routes(blueprint, "About", Access.ALL))
    practice = Routes(blueprint, "Practice", Access.OURS)
    for part in (sessions, playing, lookback):
        part.add_to(practice)
    scenario_files.add_to(Routes(blueprint, "Scenario files", Access.OURS))
    drafts.add_to(Routes(blueprint, "Assist", Access.DRAFTS))
    moves.add_to(Routes(blueprint, "Assist", Access.DRAFTS))
    keeping.add_to(Routes(blueprint, "Kept replies", Access.OURS))

    @blueprint.before_request
    def erase_what_lapsed() -> None:
        services().keeping.erase_old_daily()

    @blueprint.after_request
    def keep_private(response: Response) -> Response:
        # Conversations have no business in any cache.
        response.headers["Cache-Control"] = "no-store"
        return response

    return blueprint
