"""The score of a session that was played, with all that its scenario tells."""

from __future__ import annotations

from coaching.customer.scenario import Scenario
from coaching.played import PlayedSession
from coaching.rubric import Rubric
from coaching.scorecard import Scorecard, score
from coaching.scoring.story import Story
from coaching.scoring.transcript import TranscriptTurn


def score_session(played: PlayedSession, scenario: Scenario, rubric: Rubric) -> Scorecard:
    """Score a session: its scenario, how the customer took each sentence, and the agent's card are known to the score.

    Args:
        played: The session.
        scenario: What was played.
        rubric: A session's rubric.
    """
    return score(rows_of(played), rubric, card_of(scenario), story=Story.of(played, scenario))


def card_of(scenario: Scenario) -> tuple[str, ...]:
    """What the agent's card tells of the case."""
    return (scenario.brief.customer, *scenario.brief.order, *scenario.brief.history)


def rows_of(played: PlayedSession) -> tuple[TranscriptTurn, ...]:
    """The session as rows: the opening is row 0, the agent's turn n row 2n - 1, the reply to it row 2n."""
    rows = [TranscriptTurn("customer", played.opening.text)]
    for turn in played.turns:
        rows.append(TranscriptTurn("agent", turn.text, turn.sentences))
        rows.append(TranscriptTurn("customer", turn.reply.text))
    return tuple(rows)
