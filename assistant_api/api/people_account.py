"""One's own account over the API: name, password, browsers that are signed in, and who read one's sessions."""

from __future__ import annotations

from assistant_api.api import people_answers as answers
from assistant_api.api import people_bodies as bodies
from assistant_api.api.operation import Routes
from assistant_api.api.problems import FieldError, InvalidRequest
from assistant_api.assigning.rules import told_after_hours
from assistant_api.people import Person, audit, current_person
from assistant_api.people.coming_in import change_password, require_sign_in
from assistant_api.people.passwords import WeakPassword
from assistant_api.people.visiting import own_visit
from assistant_api.services import services


def account_of(person: Person) -> answers.Account:
    """What the API tells somebody of themselves."""
    parts = services()
    return answers.Account(
        id=person.id,
        name=person.name,
        login=person.login,
        role=person.role,
        single_user=not parts.sign_in,
        teams=[answers.TeamAnswer.parse_obj(vars(team)) for team in parts.people.teams.listed(person.teams)],
        trainers=parts.people.roster.trainers_of(person),
        told_after_hours=told_after_hours(),
    )


def get_account() -> answers.Account:
    """Whoever asks."""
    return account_of(current_person())


def rename_account(body: bodies.Name) -> answers.Account:
    """One is called so from now on."""
    require_sign_in()
    roster, person = services().people.roster, current_person()
    roster.rename(person.id, body.name)
    audit("change", "person", person.id, {"what": ["name"]})
    return account_of(roster.get(person.id))


def change_own_password(body: bodies.NewPassword) -> None:
    """One signs in with another password from now on."""
    try:
        change_password(current_person(), body.current, body.password)
    except WeakPassword as error:
        raise InvalidRequest(FieldError("password", str(error))) from error


def get_visits() -> answers.VisitsAnswer:
    """One's browsers."""
    this = own_visit()
    found = services().people.visits.of(current_person().id)
    return answers.VisitsAnswer(visits=[answers.VisitAnswer(**vars(one), this=one.id == this) for one in found])


def end_visit(visit_id: str) -> None:
    """One of one's browsers is signed out."""
    services().people.visits.end_one(current_person().id, visit_id)


def get_readers() -> answers.ReadersAnswer:
    """Who read one's sessions."""
    found = services().audit.readers_of(current_person().id)
    return answers.ReadersAnswer(readers=[answers.ReaderAnswer(**vars(one)) for one in found])


def add_to(routes: Routes) -> None:
    """Add these routes."""
    routes.route("GET", "/account", "Who asks", answer=answers.Account)(get_account)
    routes.route(
        "PUT",
        "/account/name",
        "Be called something else",
        body=bodies.Name,
        answer=answers.Account,
        problems=("sign-in-off",),
    )(rename_account)
    routes.route(
        "PUT",
        "/account/password",
        "Choose another password; one's other browsers are signed out",
        body=bodies.NewPassword,
        answer=None,
        status=204,
        problems=("sign-in-off", "wrong-password", "too-many-attempts"),
    )(change_own_password)
    routes.route("GET", "/account/visits", "One's browsers that are signed in", answer=answers.VisitsAnswer)(get_visits)
    routes.route("DELETE", "/account/visits/<visit_id>", "Sign one of them out", answer=None, status=204)(end_visit)
    routes.route("GET", "/account/readers", "Who read one's sessions", answer=answers.ReadersAnswer)(get_readers)
