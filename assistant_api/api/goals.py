"""Goals of teams over the API."""

from __future__ import annotations

from uuid import uuid4

from assistant_api.api import assignment_answers as answers
from assistant_api.api import assignment_bodies as bodies
from assistant_api.api.assignment_views import goal_answer, trains
from assistant_api.api.operation import Routes
from assistant_api.api.problems import FieldError, InvalidRequest
from assistant_api.assigning.goals import goal_standings
from assistant_api.assigning.rules import assigning_rules
from assistant_api.people import audit, current_person
from assistant_api.services import services
from assistant_api.store.goals import Goals, NoSuchGoal
from assistant_api.store.records import now
from assistant_api.store.review_people import teams_of


def get_goals() -> answers.GoalsAnswer:
    """Those of one's teams."""
    viewer, rules = current_person(), assigning_rules()
    services().review.outcomes.catch_up()
    found = goal_standings(services().database, None if viewer.is_admin else viewer.teams, now())
    goals = [goal_answer(one, viewer) for one in found]
    return answers.GoalsAnswer(goals=goals, days=rules.window.days, fewest=rules.fewest)


def add_goal(body: bodies.NewGoal) -> answers.GoalsAnswer:
    """A new one."""
    viewer, database = current_person(), services().database
    teams = teams_of(database, None if viewer.is_admin else viewer.teams)
    if body.team not in teams:
        raise InvalidRequest(FieldError("team", "the id of a team that you train"))
    made = {"id": str(uuid4()), "team_id": body.team, "made_by": viewer.id}
    Goals(database).add({**made, **body.dict(exclude={"team"})})
    audit("change", "goal", made["id"], {"what": "set", "team": body.team})
    return get_goals()


def delete_goal(goal_id: str) -> None:
    """It is taken away."""
    store = Goals(services().database)
    if not trains(current_person(), store.get(goal_id).team_id):
        raise NoSuchGoal
    store.remove(goal_id)
    audit("change", "goal", goal_id, {"what": "taken away"})


def add_to(routes: Routes) -> None:
    """Add the route for reading."""
    routes.route("GET", "/goals", "The goals of one's teams, and how far they are", answer=answers.GoalsAnswer)(
        get_goals
    )


def add_changing_to(routes: Routes) -> None:
    """Add the routes for setting them."""
    routes.route(
        "POST",
        "/goals",
        "Set a team that one trains a goal",
        body=bodies.NewGoal,
        answer=answers.GoalsAnswer,
        status=201,
    )(add_goal)
    routes.route("DELETE", "/goals/<goal_id>", "Take a goal away", answer=None, status=204)(delete_goal)
