"""People and teams over the API: trainers read those of their teams, admins change them."""

from __future__ import annotations

from assistant_api.api import people_answers as answers
from assistant_api.api import people_bodies as bodies
from assistant_api.api.operation import Routes
from assistant_api.api.problems import FieldError, InvalidRequest
from assistant_api.entry_rules import access_rules
from assistant_api.people import Person, audit, current_person, visible_people
from assistant_api.people.managing import change, invite, new_link
from assistant_api.services import services
from assistant_api.store.people_errors import NoSuchTeam
from assistant_api.store.people_links import INVITATION
from assistant_api.store.people_roster import Entry, Listed

_TAKEN = ("login-taken",)


def get_people() -> answers.PeopleAnswer:
    """The people one may see."""
    viewer, parts = current_person(), services().people
    return answers.PeopleAnswer(
        people=[_listed(one) for one in parts.roster.listed(visible_people(viewer))],
        teams=[
            answers.TeamAnswer.parse_obj(vars(team))
            for team in parts.teams.listed(None if viewer.is_admin else viewer.teams)
        ],
    )


def invite_person(body: bodies.NewPerson) -> answers.Invited:
    """Somebody new, with the link by which they come in."""
    try:
        person, secret = invite(_entry(body))
    except NoSuchTeam as error:
        raise _unknown_team() from error
    return _with_link(person, secret, INVITATION)


def change_person(person_id: str, body: bodies.ChangedPerson) -> answers.PersonAnswer:
    """Somebody as they are from now on."""
    try:
        return _one(change(person_id, _entry(body), body.active))
    except NoSuchTeam as error:
        raise _unknown_team() from error


def make_link(person_id: str) -> answers.Invited:
    """A new link for somebody."""
    return _with_link(*new_link(person_id))


def add_team(body: bodies.Name) -> answers.TeamAnswer:
    """A new team."""
    team = services().people.teams.add(body.name)
    audit("change", "team", team.id, {"what": "made"})
    return answers.TeamAnswer.parse_obj(vars(team))


def rename_team(team_id: str, body: bodies.Name) -> None:
    """A team is called so from now on."""
    services().people.teams.rename(team_id, body.name)
    audit("change", "team", team_id, {"what": "renamed"})


def remove_team(team_id: str) -> None:
    """A team is dissolved."""
    services().people.teams.remove(team_id)
    audit("erase", "team", team_id)


def add_reading_to(routes: Routes) -> None:
    """Add what trainers may do, too."""
    routes.route("GET", "/people", "The people one may see, and their teams", answer=answers.PeopleAnswer)(get_people)


def add_to(routes: Routes) -> None:
    """Add these routes."""
    one, team = "/people/<person_id>", "/teams/<team_id>"
    routes.route(
        "POST",
        "/people",
        "Invite somebody: the answer holds the link by which they choose a password",
        body=bodies.NewPerson,
        answer=answers.Invited,
        status=201,
        problems=_TAKEN,
    )(invite_person)
    routes.route(
        "PUT",
        one,
        "Change name, login, role and teams, deactivate and activate",
        body=bodies.ChangedPerson,
        answer=answers.PersonAnswer,
        problems=("last-admin", *_TAKEN),
    )(change_person)
    routes.route(
        "POST",
        f"{one}/link",
        "Make a new invitation, or a link for a new password; earlier ones do not work any more",
        answer=answers.Invited,
        status=201,
    )(make_link)
    routes.route(
        "POST",
        "/teams",
        "Make a team",
        body=bodies.Name,
        answer=answers.TeamAnswer,
        status=201,
        problems=("team-taken",),
    )(add_team)
    routes.route("PUT", team, "Rename a team", body=bodies.Name, answer=None, status=204, problems=("team-taken",))(
        rename_team
    )
    routes.route("DELETE", team, "Dissolve a team; its people stay", answer=None, status=204)(remove_team)


def _entry(body: bodies.NewPerson) -> Entry:
    return Entry(body.name, body.login, body.role, tuple(body.teams))


def _unknown_team() -> InvalidRequest:
    return InvalidRequest(FieldError("teams", "ids of teams that there are"))


def _one(person: Person) -> answers.PersonAnswer:
    return _listed(services().people.roster.listed_one(person.id))


def _listed(one: Listed) -> answers.PersonAnswer:
    person = one.person
    return answers.PersonAnswer(
        id=person.id,
        name=person.name,
        login=person.login,
        role=person.role,
        active=person.active,
        invited=one.invited,
        teams=sorted(person.teams),
        created_at=one.created_at,
        seen_at=one.seen_at,
    )


def _with_link(person: Person, secret: str, kind: str) -> answers.Invited:
    hours = int(access_rules().links[kind].total_seconds() // 3600)
    link = answers.LinkAnswer(kind=kind, path=f"/welcome/{secret}", hours=hours)
    return answers.Invited(person=_one(person), link=link)
