"""The debrief of a session, made of its parts."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from coaching.customer.persona import Persona
from coaching.customer.scenario import Scenario
from coaching.debrief.differently import differently
from coaching.debrief.figures import figures
from coaching.debrief.look import Look
from coaching.debrief.moments import moments
from coaching.debrief.praise import went_well
from coaching.debrief.rating import rate
from coaching.debrief.report import Debrief
from coaching.errors import CoachError
from coaching.played import PlayedSession
from coaching.rubric import Rubric
from coaching.scoring.said import sentences_said
from coaching.scoring.session import card_of, rows_of, score_session
from coaching.scoring.story import Story
from coaching.suggestions.ruleset import active_rules

if TYPE_CHECKING:
    from coaching.suggestions import DraftChecker

_VERSION = "1.0"


def debrief(
    played: PlayedSession, scenario: Scenario, persona: Persona, rubric: Rubric, checker: DraftChecker | None = None
) -> Debrief:
    """Look back at a session. Same session and versions, same debrief.

    Args:
        played: The session.
        scenario: What was played.
        persona: Who played it.
        rubric: A session's rubric.
        checker: Words what could be said instead; without it, the debrief's own texts do.

    Raises:
        CoachError: The rubric is none for sessions.
    """
    if rubric.session is None:
        raise CoachError(f"the rubric {rubric.id!r} is none for sessions; a debrief needs one that is")
    look = Look(
        played=played,
        story=Story.of(played, scenario),
        said=tuple(sentences_said(rows_of(played), rubric, card_of(scenario), (scenario.brief.customer,))),
        card=score_session(played, scenario, rubric),
        weights=rubric.session,
    )
    return Debrief(
        rating=rate(played, persona),
        curve=((0, played.opening.mood), *((turn.number, turn.reply.mood) for turn in played.turns)),
        moments=moments(played),
        differently=differently(look, checker),
        went_well=went_well(look),
        figures=figures(played, look.story),
        goal=scenario.goal,
        ending=played.ending,
        scorecard=look.card,
        versions={
            "rubric": rubric.version,
            "customer": played.model,
            "rules": active_rules().version if checker else "",
            "debrief": debrief_version(),
        },
    )


@lru_cache(maxsize=1)
def debrief_version() -> str:
    """The debrief's declared version and a hash of its texts and thresholds, so that no edit goes unseen."""
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parent.glob("*.yml")):
        digest.update(path.read_bytes())
    return f"{_VERSION}-{digest.hexdigest()[:8]}"
