"""Where somebody stands with an assignment, as they see it themselves and as their trainers do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from assistant_api.assigning.rules import assigning_rules, told_before
from assistant_api.store.assignments import Assignment, Try
from assistant_api.store.certificates import Certificate
from assistant_api.store.told import was_told

NOT_BEGUN, BEGUN, PASSED, USED_UP = "not_begun", "begun", "passed", "used_up"


@dataclass(frozen=True)
class Standing:
    """Where somebody stands.

    Attributes:
        state: not_begun, begun, passed, or used_up where no try is left and none passed.
        tries: Those taken, in order, as far as their results are told.
        left: Tries left; None where there is no limit.
        best: The best score that is told; None while there is none.
        certificate: None until passed, as far as that is told.
        overdue: Whether the last day is over and it is not passed, as far as that is told.
        due_soon: Whether the last day is near and it is not passed.
        untold: How many results are the trainee's alone for now.
        open: The session of a try that goes on; None where there is none.
    """

    state: str
    tries: tuple[Try, ...]
    left: int | None
    best: int | None
    certificate: Certificate | None
    overdue: bool
    due_soon: bool
    untold: int
    open: str | None


def standing(
    assignment: Assignment, tries: list[Try], certificate: Certificate | None, moment: datetime, *, own: bool
) -> Standing:
    """Where somebody stands now.

    Args:
        assignment: What they have to practise.
        tries: All of theirs, in order.
        certificate: What they were given, if they were.
        moment: Now (UTC).
        own: Whether they ask themselves; else results that are theirs alone for now are left out.
    """
    told = tuple(one for one in tries if own or one.ended_at is None or is_told(one, moment))
    known = certificate if own or _may_tell(certificate, tries, moment) else None
    left = None if assignment.tries is None else max(0, assignment.tries - len(tries))
    state = _state(known, tries, left, all_told=len(told) == len(tries))
    late = known is None and assignment.closed_at is None
    return Standing(
        state=state,
        tries=told,
        left=left,
        best=max((one.score for one in told if one.score is not None and one.ended_at is not None), default=None),
        certificate=known,
        overdue=late and _is_over(assignment.due_on, moment) and len(told) == len(tries),
        due_soon=late and state != USED_UP and _is_near(assignment.due_on, moment),
        untold=len(tries) - len(told),
        open=next((one.session_id for one in tries if one.ended_at is None), None),
    )


def is_told(one: Try, moment: datetime) -> bool:
    """Whether trainers may see how a try that has ended went: its debrief was opened, or a day has passed."""
    return was_told(one.ended_at, one.opened, told_before(moment))


def _may_tell(certificate: Certificate | None, tries: list[Try], moment: datetime) -> bool:
    if certificate is None:
        return False
    found = next((one for one in tries if one.session_id == certificate.session_id), None)
    return is_told(found, moment) if found else certificate.passed_at <= told_before(moment)


def _state(certificate: Certificate | None, tries: list[Try], left: int | None, *, all_told: bool) -> str:
    if certificate is not None:
        return PASSED
    if not tries:
        return NOT_BEGUN
    over = all_told and all(one.ended_at is not None for one in tries)
    return USED_UP if left == 0 and over else BEGUN


def _is_over(due_on: date | None, moment: datetime) -> bool:
    return due_on is not None and moment.date() > due_on


def _is_near(due_on: date | None, moment: datetime) -> bool:
    return due_on is not None and moment.date() <= due_on <= (moment + assigning_rules().reminder).date()
