"""Assignments over the API: made, changed, closed by trainers; read by those who have them."""

from __future__ import annotations

from uuid import uuid4

from assistant_api.api import assignment_answers as answers
from assistant_api.api import assignment_bodies as bodies
from assistant_api.api.assignment_views import assignment_answer, assignments_answer, may_edit
from assistant_api.api.operation import Routes
from assistant_api.api.problems import FieldError, InvalidRequest
from assistant_api.people import Person, audit, current_person, visible_people
from assistant_api.privacy.door import clean, told_in
from assistant_api.services import services
from assistant_api.store import Json
from assistant_api.store.assignments import Assignment, Assignments, NoSuchAssignment, Targets
from assistant_api.store.certificates import Certificates
from assistant_api.store.people import TRAINER
from assistant_api.store.records import now
from assistant_api.store.review_people import teams_of, visible
from coaching.customer import Scenario

_FIXED = ("due_on", "pass_mark", "tries")
_WRITTEN = ("title", "note")


def get_assignments() -> answers.AssignmentsAnswer:
    """One's own, and those of one's people."""
    services().practice.records.end_lapsed()
    return assignments_answer(current_person(), now())


def get_assignment(assignment_id: str) -> answers.AssignmentDetail:
    """One of them."""
    services().practice.records.end_lapsed()
    viewer = current_person()
    return assignment_answer(_readable(assignment_id, viewer), viewer, now())


def add_assignment(body: bodies.NewAssignment) -> answers.AssignmentDetail:
    """A new one."""
    viewer = current_person()
    scenario, targets = _scenario(body.scenario), _targets(body, viewer, Targets((), ()))
    made_id = str(uuid4())
    made = {
        "id": made_id,
        "scenario_id": scenario.id,
        "level": scenario.difficulty if body.level is None else body.level,
        "made_by": viewer.id,
        "closed_at": now() if body.closed else None,
    }
    Assignments(services().database).add({**made, **_said(body, scenario.id)}, targets)
    audit("change", "assignment", made_id, {"what": "made"})
    return assignment_answer(_readable(made_id, viewer), viewer, now())


def change_assignment(assignment_id: str, body: bodies.ChangedAssignment) -> answers.AssignmentDetail:
    """It says something else; what is played stays as it was."""
    viewer, store = current_person(), Assignments(services().database)
    assignment = _readable(assignment_id, viewer)
    if not may_edit(assignment, viewer):
        raise NoSuchAssignment
    awards = Certificates(services().database)
    if body.pass_mark != assignment.pass_mark and awards.of([assignment_id]):
        # What a certificate says has to stay true.
        raise InvalidRequest(FieldError("pass_mark", f"{assignment.pass_mark}, for somebody has passed with it"))
    targets = _targets(body, viewer, store.targets(assignment_id))
    store.change(assignment_id, _said(body, assignment.scenario_id), body.closed, targets)
    awards.award(assignment_id)
    audit("change", "assignment", assignment_id, {"what": "closed" if body.closed else "changed"})
    return assignment_answer(store.get(assignment_id), viewer, now())


def add_to(routes: Routes) -> None:
    """Add the routes for reading."""
    routes.route(
        "GET",
        "/assignments",
        "One's own assignments, and those of the people whom one trains",
        answer=answers.AssignmentsAnswer,
    )(get_assignments)
    routes.route(
        "GET",
        "/assignments/<assignment_id>",
        "An assignment: where one stands, and for trainers where their people stand",
        answer=answers.AssignmentDetail,
    )(get_assignment)


def add_changing_to(routes: Routes) -> None:
    """Add the routes for making and changing."""
    routes.route(
        "POST",
        "/assignments",
        "Assign a scenario at a level to people and teams",
        body=bodies.NewAssignment,
        answer=answers.AssignmentDetail,
        status=201,
    )(add_assignment)
    routes.route(
        "PUT",
        "/assignments/<assignment_id>",
        "Change, close or open again an assignment that one made",
        body=bodies.ChangedAssignment,
        answer=answers.AssignmentDetail,
    )(change_assignment)


def _readable(assignment_id: str, viewer: Person) -> Assignment:
    store = Assignments(services().database)
    found, seen = store.get(assignment_id), visible_people(viewer)
    theirs = store.people([assignment_id], seen).get(assignment_id, {})
    has = viewer.id in theirs
    trains = viewer.may_act_as(TRAINER) and (bool(theirs) or found.made_by == viewer.id)
    if not has and not trains and not viewer.is_admin:
        raise NoSuchAssignment
    return found


def _scenario(scenario_id: str) -> Scenario:
    known = {one.id: one for one in services().catalogue.scenarios if not one.draft}
    try:
        return known[scenario_id]
    except KeyError:
        raise InvalidRequest(FieldError("scenario", "one of " + ", ".join(known))) from None


def _said(body: bodies.ChangedAssignment, scenario_id: str) -> Json:
    """What is stored of it: the scenario's invented names may be named, anybody else's go."""
    known = (one for one in services().catalogue.scenarios if one.id == scenario_id)
    case = [line for scenario in known for line in told_in(scenario)]
    written = {name: clean(getattr(body, name), *case).text for name in _WRITTEN}
    return {**written, **body.dict(include=set(_FIXED))}


def _targets(body: bodies.ChangedAssignment, viewer: Person, before: Targets) -> Targets:
    """For whom it is to be; whom it was for already may stay, be they still this trainer's or not."""
    database, seen = services().database, visible_people(viewer)
    people = {*visible(database, seen), *before.people}
    teams = {*teams_of(database, None if viewer.is_admin else viewer.teams), *before.teams}
    errors = [
        FieldError(f"people[{at}]", "somebody whom you train")
        for at, one in enumerate(body.people)
        if one not in people
    ]
    errors += [
        FieldError(f"teams[{at}]", "a team that you train") for at, one in enumerate(body.teams) if one not in teams
    ]
    if not body.people and not body.teams:
        errors.append(FieldError("people", "somebody, or a team in teams"))
    if errors:
        raise InvalidRequest(*errors)
    return Targets(tuple(body.people), tuple(body.teams))
