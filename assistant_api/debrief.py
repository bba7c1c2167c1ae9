"""What a session shows of the HEARD method: the steps done so far, and in the end the scorecard."""

from __future__ import annotations

from assistant_api.catalogue import Catalogue, UnknownId
from assistant_api.store import Json, StoredSession, StoredTurn
from coaching.moves import STEPS
from coaching.recognition.sentence import RecognisedSentence
from coaching.rubric import Rubric
from coaching.scorecard import TranscriptTurn, score


class Debrief:
    """Scores sessions from their stored sentences; no recogniser takes part."""

    def __init__(self, catalogue: Catalogue, rubric: Rubric) -> None:
        """Work with these scenarios and this rubric."""
        self._catalogue, self._rubric = catalogue, rubric

    def scorecard(self, session: StoredSession) -> Json:
        """The scorecard as JSON."""
        return score(transcript(session), self._rubric, self._card(session.scenario_id)).to_json()

    def _card(self, scenario_id: str) -> tuple[str, ...]:
        """What the agent's card tells of the case; nothing where the scenario's file is gone."""
        try:
            brief = self._catalogue.scenario(scenario_id).brief
        except UnknownId:
            return ()
        return (brief.customer, *brief.order, *brief.history)


def transcript(session: StoredSession) -> tuple[TranscriptTurn, ...]:
    """The session as rows: the customer's opening is row 0, the agent's turn n row 2n - 1, the reply to it row 2n."""
    rows = [_customer(session.opening)]
    for turn in session.answered:
        rows.append(TranscriptTurn("agent", turn.text, tuple(_sentences(turn))))
        rows.append(_customer(turn.reply or {"lines": []}))
    return tuple(rows)


def steps_done(session: StoredSession) -> dict[str, bool]:
    """For each of the five steps whether any sentence so far did it."""
    done = {label for turn in session.answered for sentence in _sentences(turn) for label in sentence.labels}
    return {step: step in done for step in STEPS}


def _customer(reply: Json) -> TranscriptTurn:
    return TranscriptTurn("customer", "\n".join(reply["lines"]))


def _sentences(turn: StoredTurn) -> list[RecognisedSentence]:
    return [RecognisedSentence.from_json(sentence) for sentence in turn.sentences or []]
