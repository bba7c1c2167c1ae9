"""Reviews over the API: the list, what it can be narrowed to, and what waits for one."""

from __future__ import annotations

from assistant_api.api import review_answers as answers
from assistant_api.api.operation import Routes
from assistant_api.api.review_bodies import ReviewQuery
from assistant_api.api.review_views import comment_answer, dispute_answer, line_answer, person_name
from assistant_api.people import current_person, visible_people
from assistant_api.seeing.held import onlooker
from assistant_api.services import services
from assistant_api.store.people import TRAINER
from assistant_api.store.review_list import Wanted, review_list
from assistant_api.store.review_people import teams_of, visible
from coaching.customer.scenario import ALL_ENDINGS


def get_review_sessions(query: ReviewQuery) -> answers.ReviewList:
    """A page of the list."""
    viewer, parts = current_person(), services()
    parts.practice.records.end_lapsed()
    parts.review.outcomes.catch_up()
    asked = query.dict(exclude={"q", "limit", "before", "commented"})
    wanted = Wanted(**asked, words=query.q, commented=None if query.commented is None else query.commented == "yes")
    page = review_list(parts.database, onlooker(), visible_people(viewer), wanted, query.limit, query.before)
    return answers.ReviewList(sessions=[line_answer(line) for line in page.lines], total=page.total, next=page.next)


def get_review_choices() -> answers.ReviewChoices:
    """People, teams, scenarios and endings."""
    viewer, parts = current_person(), services()
    people = visible(parts.database, visible_people(viewer))
    teams = teams_of(parts.database, None if viewer.is_admin else viewer.teams)
    scenarios = sorted(parts.catalogue.scenarios, key=lambda one: one.title)
    return answers.ReviewChoices(
        people=[person_name(one, name) for one, name in people.items()],
        teams=[answers.PersonName(id=one, name=name) for one, name in teams.items()],
        scenarios=[answers.Choice(id=one.id, title=one.title) for one in scenarios],
        endings=[answers.Choice(id=one, title=one.replace("_", " ").capitalize()) for one in ALL_ENDINGS],
    )


def get_review_desk() -> answers.Desk:
    """Open disputes of one's people, and comments that mention one."""
    viewer, parts = current_person(), services()
    seen = visible_people(viewer)
    waiting = parts.review.disputes.open_ones(seen) if viewer.may_act_as(TRAINER) else []
    mine = [one for one in waiting if viewer.is_admin or one.person_id != viewer.id]
    mentions = parts.review.comments.mentioning(viewer.id, seen)
    named = visible(parts.database, seen) if mentions else {}
    named = {**named, viewer.id: viewer.name}
    return answers.Desk(
        disputes=[dispute_answer(one) for one in mine],
        mentions=[
            answers.Mention(session=one.session_id, title=one.session_title, comment=comment_answer(one, named))
            for one in mentions
        ],
    )


def add_to(routes: Routes) -> None:
    """Add these routes."""
    routes.route(
        "GET",
        "/review/sessions",
        "List the sessions that one may review: filtered, searched, sorted",
        query=ReviewQuery,
        answer=answers.ReviewList,
    )(get_review_sessions)
    routes.route("GET", "/review/choices", "What the list can be narrowed to", answer=answers.ReviewChoices)(
        get_review_choices
    )
    routes.route("GET", "/review/desk", "Disputes and mentions that wait for one", answer=answers.Desk)(get_review_desk)
