"""A try of an assignment begins: everything about it is as the trainer has set it."""

from __future__ import annotations

from assistant_api.assigning.errors import AssignmentClosed
from assistant_api.practice.starts import Wish
from assistant_api.services import services
from assistant_api.store.assignments import Assignments, NoSuchAssignment, NoTriesLeft
from coaching.hints.wording import ON_REQUEST


def assigned_wish(assignment_id: str, person_id: str) -> Wish:
    """What is played in somebody's next try.

    Raises:
        NoSuchAssignment: There is none, or they do not have it.
        AssignmentClosed: Nobody may begin another one.
        NoTriesLeft: They have tried it as often as it may be.
    """
    store = Assignments(services().database)
    assignment = store.get(assignment_id)
    if person_id not in store.people([assignment_id], None).get(assignment_id, {}):
        raise NoSuchAssignment
    if assignment.closed_at is not None:
        raise AssignmentClosed
    taken = store.tries([assignment_id], person_id).get((assignment_id, person_id), [])
    if assignment.tries is not None and len(taken) >= assignment.tries:
        raise NoTriesLeft(assignment.tries)
    return Wish(
        scenario=assignment.scenario_id,
        persona=None,
        seed=None,
        level=assignment.level,
        blind=False,
        hints=ON_REQUEST,
        assignment=assignment.id,
    )
