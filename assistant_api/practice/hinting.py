"""Hints while a session is played, and which of them count as taken."""

from __future__ import annotations

from assistant_api.catalogue import Catalogue, UnknownId
from assistant_api.customer_client import CustomerRefused
from assistant_api.drafts import Drafts
from assistant_api.played import played
from assistant_api.practice.errors import HintsOff, ScenarioGone, SessionPaused
from assistant_api.practice.lookback import Lookback
from assistant_api.practice.records import Records
from assistant_api.store import Reviews, SessionEnded, StoredSession
from coaching.errors import CoachError, MissingResourceError
from coaching.hints import Hint, next_hint
from coaching.hints.wording import LIVE, OFF

HINT, STUCK = "hint", "stuck"


class Hinting:
    """Gives hints; safe to use from several threads and processes."""

    def __init__(
        self, records: Records, reviews: Reviews, lookback: Lookback, catalogue: Catalogue, drafts: Drafts
    ) -> None:
        """Work with these; sentences are worded by what checks drafts, where there is a recogniser."""
        self._records, self._reviews, self._lookback = records, reviews, lookback
        self._catalogue, self._drafts = catalogue, drafts

    def hint(self, session_id: str, stuck: bool) -> Hint:
        """What is due now, and the words for it where that is called for.

        Args:
            session_id: An open session.
            stuck: Whether the trainee knows nothing to say: then there are words whatever the session's mode is.

        Raises:
            NoSuchSession: There is none.
            SessionEnded: It has ended.
            SessionPaused: It rests.
            HintsOff: It is played without hints.
            ScenarioGone: Its scenario is no longer there.
            CustomerRefused: Its state is no longer understood.
        """
        session = self._records.get(session_id)
        if session.has_ended:
            raise SessionEnded
        if session.is_paused:
            raise SessionPaused
        if session.hints == OFF and not stuck:
            raise HintsOff
        hint = self._next(session, stuck)
        if _counts(session, hint, stuck):
            taken = {"turn": len(session.answered), "kind": STUCK if stuck else HINT, "step": hint.step}
            self._reviews.keep_hint(session_id, taken)
        return hint

    def _next(self, session: StoredSession, stuck: bool) -> Hint:
        try:
            scenario = self._catalogue.scenario(session.scenario_id)
        except UnknownId:
            raise ScenarioGone from None
        try:
            so_far = played(session)
        except CoachError as error:
            raise CustomerRefused(str(error)) from error
        try:
            checker = self._drafts.checker()
        except MissingResourceError:
            checker = None
        return next_hint(
            so_far,
            scenario,
            stuck=stuck,
            # Live hints come unasked, so the same one shown again is no asking again.
            asked_before=session.hints != LIVE and _had_one(session),
            practised=self._lookback.practised(session.person_id),
            checker=checker,
        )


def _counts(session: StoredSession, hint: Hint, stuck: bool) -> bool:
    """Whether a hint is one taken: all that were asked for, and each live one once, unless it stays away."""
    return stuck or session.hints != LIVE or not (hint.faded or _had_one(session))


def _had_one(session: StoredSession) -> bool:
    """Whether there was a hint after the last answered turn already."""
    return any(taken["turn"] == len(session.answered) for taken in session.hints_taken)
