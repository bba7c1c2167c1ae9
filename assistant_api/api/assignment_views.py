"""From assignments, certificates and goals to what the API answers."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from assistant_api.api import assignment_answers as answers
from assistant_api.api.review_answers import PersonName
from assistant_api.assigning.goals import GoalStanding
from assistant_api.assigning.rules import told_after_hours, told_before
from assistant_api.assigning.standing import NOT_BEGUN, PASSED, Standing, is_told, standing
from assistant_api.catalogue import Catalogue, UnknownId
from assistant_api.people import Person, current_person, may_see, visible_people
from assistant_api.services import services
from assistant_api.store import Json
from assistant_api.store.assignments import Assignment, Assignments, Targets, Try
from assistant_api.store.certificates import Certificate, Certificates
from assistant_api.store.people import TRAINER
from assistant_api.store.review_people import teams_of, visible

Place = tuple[str, str]
"""Of a standing: assignment and person."""


def assignments_answer(viewer: Person, moment: datetime) -> answers.AssignmentsAnswer:
    """The lists, in a fixed number of queries."""
    database, catalogue = services().database, services().catalogue
    store, seen = Assignments(database), visible_people(viewer)
    mine = store.for_person(viewer.id)
    managed = store.managed(viewer.id, seen) if viewer.may_act_as(TRAINER) else []
    ids = {one.id for one in (*mine, *managed)}
    tries = store.tries(ids, None if managed else viewer.id)
    certificates = Certificates(database).of(ids)
    people = store.people([one.id for one in managed], seen)
    return answers.AssignmentsAnswer(
        mine=[
            answers.OwnAssignment(
                **_about(one, catalogue),
                mine=answers.StandingAnswer(
                    **_standing(one, _stand(one, viewer.id, tries, certificates, moment, viewer))
                ),
            )
            for one in mine
        ],
        managed=[
            answers.ManagedAssignment(
                **_about(one, catalogue),
                counts=_counts(
                    [_stand(one, other, tries, certificates, moment, viewer) for other in people.get(one.id, {})]
                ),
            )
            for one in managed
        ],
        told_after_hours=told_after_hours(),
    )


def assignment_answer(assignment: Assignment, viewer: Person, moment: datetime) -> answers.AssignmentDetail:
    """One of them, as far as it is for this person."""
    database, catalogue = services().database, services().catalogue
    store, one = Assignments(database), assignment.id
    manages = viewer.may_act_as(TRAINER)
    people = store.people([one], visible_people(viewer)).get(one, {})
    tries, certificates = store.tries([one]), Certificates(database).of([one])
    targets = store.targets(one) if manages else Targets((), ())
    named = visible(database, visible_people(viewer)) if targets.people else {}
    teams = teams_of(database, targets.teams) if targets.teams else {}
    own = _stand(assignment, viewer.id, tries, certificates, moment, viewer) if viewer.id in people else None
    progress = [
        answers.PersonStanding(
            **_standing(assignment, _stand(assignment, other, tries, certificates, moment, viewer)),
            person=PersonName(id=other, name=name),
        )
        for other, name in people.items()
    ]
    return answers.AssignmentDetail(
        **_about(assignment, catalogue),
        mine=None if own is None else answers.StandingAnswer(**_standing(assignment, own)),
        progress=progress if manages else None,
        people=[PersonName(id=other, name=named[other]) for other in targets.people if other in named],
        teams=[PersonName(id=team, name=name) for team, name in teams.items()],
        may_edit=may_edit(assignment, viewer),
        told_after_hours=told_after_hours(),
    )


def may_edit(assignment: Assignment, viewer: Person) -> bool:
    """Whether somebody may change an assignment: whoever made it, and admins."""
    return viewer.is_admin or (viewer.may_act_as(TRAINER) and assignment.made_by == viewer.id)


def may_read_certificate(certificate: Certificate, viewer: Person, moment: datetime) -> bool:
    """Whether somebody may have a certificate: its owner; those who train them, once its result is told."""
    if certificate.person_id == viewer.id:
        return True
    place = (certificate.assignment_id, certificate.person_id)
    tries = Assignments(services().database).tries([place[0]], place[1]).get(place, [])
    passed = next((one for one in tries if one.session_id == certificate.session_id), None)
    late = certificate.passed_at <= told_before(moment)
    return may_see(viewer, certificate.person_id) and (late or (passed is not None and is_told(passed, moment)))


def certificate_answer(certificate: Certificate, moment: datetime) -> answers.CertificateAnswer:
    """What a certificate says."""
    return answers.CertificateAnswer(
        code=certificate.code,
        person=certificate.person_name,
        title=certificate.title,
        scenario=scenario_title(certificate),
        level=certificate.level,
        score=certificate.score,
        pass_mark=certificate.pass_mark,
        rubric=certificate.rubric,
        passed_at=certificate.passed_at,
        pdf=may_read_certificate(certificate, current_person(), moment),
    )


def scenario_title(certificate: Certificate) -> str:
    """What the scenario was called when it was passed; what it is called now where that is not known any more."""
    return certificate.scenario_title or _scenario(certificate.scenario_id, services().catalogue).title


def goal_answer(found: GoalStanding, viewer: Person) -> answers.GoalAnswer:
    """A goal, and where the team stands."""
    goal = found.goal
    return answers.GoalAnswer(
        id=goal.id,
        team=PersonName(id=goal.team_id, name=goal.team_name),
        measure=goal.measure,
        target=goal.target,
        value=None if found.value is None else round(found.value, 1),
        sessions=found.sessions,
        share=round(found.share, 3),
        due_on=goal.due_on,
        over=found.over,
        created_at=goal.created_at,
        met_at=goal.met_at,
        may_edit=trains(viewer, goal.team_id),
    )


def trains(viewer: Person, team_id: str) -> bool:
    """Whether somebody sets this team's goals."""
    return viewer.is_admin or (viewer.is_trainer and team_id in viewer.teams)


def _stand(
    assignment: Assignment,
    person_id: str,
    tries: dict[Place, list[Try]],
    certificates: dict[Place, Certificate],
    moment: datetime,
    viewer: Person,
) -> Standing:
    place = (assignment.id, person_id)
    return standing(assignment, tries.get(place, []), certificates.get(place), moment, own=person_id == viewer.id)


def _standing(assignment: Assignment, found: Standing) -> Json:
    certificate = found.certificate
    return {
        "state": found.state,
        "tries": [
            {
                "session": one.session_id,
                "started_at": one.started_at,
                "ended_at": one.ended_at,
                "score": one.score if one.ended_at else None,
                "passed": bool(one.ended_at and one.score is not None and one.score >= assignment.pass_mark),
            }
            for one in found.tries
        ],
        "tries_taken": len(found.tries) + found.untold,
        "tries_left": found.left,
        "best": found.best,
        "passed_at": certificate and certificate.passed_at,
        "certificate": certificate and certificate.code,
        "overdue": found.overdue,
        "due_soon": found.due_soon,
        "untold": found.untold,
        "open_session": found.open,
    }


def _counts(found: list[Standing]) -> answers.AssignmentCounts:
    states = [one.state for one in found]
    return answers.AssignmentCounts(
        people=len(found),
        not_begun=states.count(NOT_BEGUN),
        passed=states.count(PASSED),
        overdue=sum(one.overdue for one in found),
    )


def _about(one: Assignment, catalogue: Catalogue) -> dict[str, Any]:
    return {
        "id": one.id,
        "title": one.title,
        "note": one.note,
        "scenario": _scenario(one.scenario_id, catalogue),
        "level": one.level,
        "pass_mark": one.pass_mark,
        "tries": one.tries,
        "due_on": one.due_on,
        "made_by": None if one.maker is None else PersonName(id=one.made_by, name=one.maker),
        "created_at": one.created_at,
        "closed_at": one.closed_at,
    }


def _scenario(scenario_id: str, catalogue: Catalogue) -> answers.AssignedScenario:
    try:
        return answers.AssignedScenario(id=scenario_id, title=catalogue.scenario(scenario_id).title, there=True)
    except UnknownId:
        return answers.AssignedScenario(id=scenario_id, title=scenario_id, there=False)
