"""What a session shows of the HEARD method: the steps done so far, and in the end scorecard and debrief."""

from __future__ import annotations

from assistant_api.catalogue import Catalogue, UnknownId
from assistant_api.drafts import Drafts
from assistant_api.played import played, sentences
from assistant_api.store import Json, StoredSession
from coaching.debrief import debrief
from coaching.errors import CoachError, MissingResourceError
from coaching.moves import STEPS
from coaching.rubric import Rubric
from coaching.scorecard import TranscriptTurn, score
from coaching.scoring.session import score_session


class NoDebrief(CoachError):
    """A session cannot be looked back at."""

    def __init__(self) -> None:
        """Say why."""
        super().__init__(
            "There is no debrief: the session's scenario is no longer there, or an earlier version of this program "
            "played it. Its transcript stays."
        )


class Debriefs:
    """Scores sessions and looks back at them, from their stored sentences: no recogniser reads them again."""

    def __init__(self, catalogue: Catalogue, rubric: Rubric, drafts: Drafts) -> None:
        """Work with these scenarios and this rubric; better wording comes from where drafts are checked."""
        self._catalogue, self._rubric, self._drafts = catalogue, rubric, drafts

    def scorecard(self, session: StoredSession) -> Json:
        """The scorecard as JSON; where the scenario is gone or no longer understood, without what only it tells."""
        try:
            scenario, so_far = self._catalogue.scenario(session.scenario_id), played(session)
        except (UnknownId, CoachError):
            return score(transcript(session), self._rubric).to_json()
        return score_session(so_far, scenario, self._rubric).to_json()

    def debrief(self, session: StoredSession) -> tuple[Json, bool]:
        """The debrief of an ended session as JSON, and whether it is whole.

        Without a trained recogniser its better wordings come from templates alone: then it is not.

        Raises:
            NoDebrief: Its scenario or persona is gone, or its states are no longer understood.
        """
        try:
            scenario = self._catalogue.scenario(session.scenario_id)
            persona, so_far = self._catalogue.persona(session.persona_id), played(session)
        except (UnknownId, CoachError) as error:
            raise NoDebrief from error
        try:
            checker = self._drafts.checker()
        except MissingResourceError:
            return debrief(so_far, scenario, persona, self._rubric).to_json(), False
        return debrief(so_far, scenario, persona, self._rubric, checker).to_json(), True


def transcript(session: StoredSession) -> tuple[TranscriptTurn, ...]:
    """The session as rows: the customer's opening is row 0, the agent's turn n row 2n - 1, the reply to it row 2n."""
    rows = [_customer(session.opening)]
    for turn in session.answered:
        rows.append(TranscriptTurn("agent", turn.text, sentences(turn)))
        rows.append(_customer(turn.reply or {"lines": []}))
    return tuple(rows)


def steps_done(session: StoredSession) -> dict[str, bool]:
    """For each of the five steps whether any sentence so far did it."""
    done = {label for turn in session.answered for sentence in sentences(turn) for label in sentence.labels}
    return {step: step in done for step in STEPS}


def _customer(reply: Json) -> TranscriptTurn:
    return TranscriptTurn("customer", "\n".join(reply["lines"]))
