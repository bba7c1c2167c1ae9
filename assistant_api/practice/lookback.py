"""Looking back at an ended session, and at the last ones together."""

from __future__ import annotations

from assistant_api.debrief import Debriefs
from assistant_api.outward.telling import Outward
from assistant_api.practice.errors import SessionOpen
from assistant_api.practice.records import Records
from assistant_api.store import Json, Reviewed, Reviews, StoredSession
from coaching.debrief.progress import PastSession, progress, step_shares
from coaching.hints import suggested_mode

_SHOWN = 50


class Lookback:
    """Gives debriefs and progress; safe to use from several threads and processes."""

    def __init__(self, records: Records, reviews: Reviews, debriefs: Debriefs, outward: Outward) -> None:
        """Work with these."""
        self._records, self._reviews, self._debriefs, self._outward = records, reviews, debriefs, outward

    def debrief(self, session_id: str, *, opens: bool) -> Json:
        """The debrief of an ended session, which is made when it is first asked for and then stays as it is.

        It so keeps the versions it was made by; one that could not be made whole is made anew the next time.

        Args:
            session_id: Which session.
            opens: Whether its agent opens it hereby, so that others may see from now on how the session went.

        Raises:
            NoSuchSession: There is none.
            SessionOpen: It goes on.
            NoDebrief: It cannot be looked back at.
        """
        session = self._records.read(session_id)
        if not session.has_ended:
            raise SessionOpen
        if opens:
            self.open(session)
        if session.debrief is not None:
            return session.debrief
        made, whole = self._debriefs.debrief(session)
        if whole:
            self._reviews.keep_debrief(session_id, made)
        return made

    def open(self, session: StoredSession) -> None:
        """The agent of an ended session knows how it went: others may from now on, and what waited for it goes out."""
        if session.opened_at is None and self._reviews.keep_opened(session.id):
            self._outward.result_seen(session.id)

    def practised(self, person_id: str) -> list[dict[str, float]]:
        """For each of somebody's last sessions, oldest first, each step's share of its points; rewinds left out."""
        return [shares(one) for one in self._reviews.latest(person_id, _SHOWN) if not one.rewind]

    def progress(self, person_id: str) -> Json:
        """Somebody's last sessions, oldest first, where they lead, and how many hints to go on with."""
        self._records.end_lapsed()
        latest = self._reviews.latest(person_id, _SHOWN)
        practised = [shares(one) for one in latest if not one.rewind]
        hints, reason = suggested_mode(practised)
        trend = progress([PastSession(one.scorecard["score"], shares(one)) for one in latest if not one.rewind])
        return {"sessions": [_line(one) for one in latest], **trend.to_json(), "hints": hints, "reason": reason}


def shares(one: Reviewed) -> dict[str, float]:
    """Each step to the share, 0 to 1, of its points that it earned."""
    return step_shares(one.scorecard)


def _line(one: Reviewed) -> Json:
    rating = one.debrief["rating"] if one.debrief else {"face": None, "recommend": None}
    return {
        "id": one.id,
        "scenario": {"id": one.scenario_id, "title": one.scenario_title},
        "level": one.level,
        "blind": one.blind,
        "ended_at": one.ended_at,
        "score": one.scorecard["score"],
        "face": rating["face"],
        "recommend": rating["recommend"],
        "steps": shares(one),
        "rewind": one.rewind,
    }
