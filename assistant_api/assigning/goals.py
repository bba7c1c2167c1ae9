"""How far teams are with their goals; one that is met is dated, once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from assistant_api.assigning.rules import assigning_rules, told_before
from assistant_api.store import Database
from assistant_api.store.goals import MISTAKES, Goal, Goals, TeamFigures


@dataclass(frozen=True)
class GoalStanding:
    """A goal, and where the team stands.

    Attributes:
        goal: Dated, where it is met.
        value: The measure now; None where nothing counts yet.
        sessions: How many sessions count.
        share: How much of the way is done, 0 to 1.
        over: Whether its last day is over and it was not met.
    """

    goal: Goal
    value: float | None
    sessions: int
    share: float
    over: bool


def goal_standings(database: Database, teams: frozenset[str] | None, moment: datetime) -> list[GoalStanding]:
    """The goals of these teams (None: of all), with where the teams stand; dates those that are met.

    Raises:
        DatabaseUnavailable: The database cannot be used.
    """
    store, rules = Goals(database), assigning_rules()
    goals = store.listed(teams)
    figures = store.figures(
        {goal.team_id for goal in goals},
        since=moment - rules.window,
        told_before=told_before(moment),
        mistakes=any(goal.measure == MISTAKES for goal in goals),
    )
    met = [goal.id for goal in goals if goal.met_at is None and _is_met(goal, figures[goal.team_id], moment)]
    if met:
        store.meet(met, moment)
    return [
        _standing(replace(goal, met_at=moment) if goal.id in met else goal, figures[goal.team_id], moment)
        for goal in goals
    ]


def _is_met(goal: Goal, figures: TeamFigures, moment: datetime) -> bool:
    value = figures.values[goal.measure]
    if value is None or figures.sessions < assigning_rules().fewest or _is_late(goal, moment):
        return False
    return value <= goal.target if goal.measure == MISTAKES else value >= goal.target


def _standing(goal: Goal, figures: TeamFigures, moment: datetime) -> GoalStanding:
    value = figures.values[goal.measure]
    return GoalStanding(
        goal=goal,
        value=value,
        sessions=figures.sessions,
        share=1.0 if goal.met_at else _share(goal, value),
        over=goal.met_at is None and _is_late(goal, moment),
    )


def _share(goal: Goal, value: float | None) -> float:
    if value is None:
        return 0.0
    near, far = (goal.target, value) if goal.measure == MISTAKES else (value, goal.target)
    return 1.0 if far <= 0 else max(0.0, min(1.0, near / far))


def _is_late(goal: Goal, moment: datetime) -> bool:
    return goal.due_on is not None and moment.date() > goal.due_on
