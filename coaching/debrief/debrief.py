"""The debrief of a session, made of its parts."""

from __future__ import annotations

from coaching.customer.persona import Persona
from coaching.customer.scenario import Scenario
from coaching.debrief.report import NEUTRAL, Debrief, Figures, Rating, RootCause
from coaching.played import PlayedSession
from coaching.rubric import Rubric
from coaching.scorecard import TranscriptTurn, score
from coaching.suggestions import DraftChecker


def debrief(
    played: PlayedSession, scenario: Scenario, persona: Persona, rubric: Rubric, checker: DraftChecker | None = None
) -> Debrief:
    """Look back at a session. Same session and versions, same debrief.

    Args:
        played: The session.
        scenario: What was played.
        persona: Who played it.
        rubric: What it is scored by.
        checker: Words what could be said instead; without it, templates alone do.
    """
    rows = [TranscriptTurn("customer", played.opening.text)]
    for turn in played.turns:
        rows += [TranscriptTurn("agent", turn.text, turn.sentences), TranscriptTurn("customer", turn.reply.text)]
    return Debrief(
        rating=Rating(NEUTRAL, 5, "", ()),
        curve=((0, played.opening.mood), *((turn.number, turn.reply.mood) for turn in played.turns)),
        moments=(),
        differently=(),
        went_well=(),
        figures=Figures(None, None, len(played.turns), 0, 0, RootCause(False, scenario.root_cause.text), (), (), ()),
        goal="",
        ending=played.ending,
        scorecard=score(rows, rubric),
        versions={"rubric": rubric.version, "customer": played.model, "rules": "", "debrief": ""},
    )
