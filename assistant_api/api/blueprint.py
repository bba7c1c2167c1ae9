"""All routes of the API, put together."""

from __future__ import annotations

from flask import Blueprint, Response

from assistant_api.access import Access, Scope
from assistant_api.api import (
    about,
    assignments,
    calibration,
    certificates,
    drafts,
    exports,
    figures,
    goals,
    keeping,
    lookback,
    moves,
    outward,
    people_account,
    people_audit,
    people_entry,
    people_roster,
    person_data,
    playing,
    review_imports,
    review_list,
    review_session,
    review_training,
    scenario_files,
    sessions,
    tokens,
)
from assistant_api.api.operation import Routes
from assistant_api.services import services

PREFIX = "/api/v1"


def make_blueprint() -> Blueprint:
    """The API's blueprint with every route."""
    blueprint = Blueprint("api", __name__, url_prefix=PREFIX)
    about.add_health_to(Routes(blueprint, "About", Access.ALL))
    about.add_to(Routes(blueprint, "About", Access.AGENT, Scope.ANY))
    practice = Routes(blueprint, "Practice", Access.AGENT)
    for part in (sessions, playing, lookback):
        part.add_to(practice)
    review = Routes(blueprint, "Review", Access.AGENT)
    for part in (review_list, review_session, review_imports):
        part.add_to(review)
    figures.add_to(Routes(blueprint, "Insight", Access.AGENT))
    calibration.add_to(Routes(blueprint, "Insight", Access.TRAINER))
    review_training.add_to(Routes(blueprint, "Review", Access.TRAINER))
    scenario_files.add_to(Routes(blueprint, "Scenario files", Access.TRAINER))
    assigning = Routes(blueprint, "Assignments", Access.AGENT), Routes(blueprint, "Assignments", Access.TRAINER)
    for part in (assignments, goals):
        part.add_to(assigning[0])
        part.add_changing_to(assigning[1])
    certificates.add_to(assigning[0])
    drafts.add_to(Routes(blueprint, "Assist", Access.DRAFTS))
    moves.add_to(Routes(blueprint, "Assist", Access.DRAFTS))
    keeping.add_to(Routes(blueprint, "Kept replies", Access.AGENT))

    people_entry.add_to(Routes(blueprint, "Signing in", Access.ALL))
    account = Routes(blueprint, "Account", Access.AGENT, Scope.NONE)
    people_account.add_to(account)
    tokens.add_to(account)
    people_roster.add_reading_to(Routes(blueprint, "People", Access.TRAINER))
    people_roster.add_to(Routes(blueprint, "People", Access.ADMIN))
    people_audit.add_to(Routes(blueprint, "People", Access.ADMIN))
    person_data.add_to(blueprint)
    for_all, for_trainers = (Routes(blueprint, "Exports", one, Scope.EXPORT) for one in (Access.AGENT, Access.TRAINER))
    exports.add_to(for_all, for_trainers)
    outward.add_to(Routes(blueprint, "Webhooks", Access.ADMIN))

    @blueprint.before_request
    def erase_what_lapsed() -> None:
        services().keeping.erase_old_daily()
        services().privacy.retention.erase_daily()

    @blueprint.after_request
    def keep_private(response: Response) -> Response:
        # Conversations have no business in any cache.
        response.headers["Cache-Control"] = "no-store"
        return response

    return blueprint
