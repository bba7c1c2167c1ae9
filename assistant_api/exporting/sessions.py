"""One session as a file of each kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from assistant_api.debrief import NoDebrief
from assistant_api.exporting.held import why_held
from assistant_api.exporting.session_pdf import session_pdf
from assistant_api.exporting.sheets import as_csv, as_xlsx
from assistant_api.exporting.tables import Sheet, sheet_of_sentences
from assistant_api.services import services
from assistant_api.store import Json, StoredSession
from assistant_api.store.review_overrules import LABEL
from assistant_api.store.review_results import PRACTICE


@dataclass(frozen=True)
class SessionFile:
    """An ended session as it may be seen, what its agent is called, and the labels that trainers gave.

    Attributes:
        held_until: Until when at the latest it is held back how it went (UTC); None where it is not.
    """

    session: StoredSession
    person: str
    held_until: datetime | None
    corrected: Mapping[tuple[int, int], Sequence[str]]

    @classmethod
    def of(cls, session: StoredSession, person: str, held_until: datetime | None) -> SessionFile:
        """Find what trainers gave."""
        overrules = services().review.overrules.of_session(session.id)
        ours = {
            (one.turn, one.sentence): one.labels or []
            for one in overrules
            if one.kind == LABEL and one.turn is not None and one.sentence is not None
        }
        return cls(session, person, held_until, ours)

    def csv(self) -> bytes:
        """A row a sentence."""
        return as_csv(self._sentences)

    def xlsx(self) -> bytes:
        """The sentences, and the score's account on a second sheet."""
        card = self._card() or {"points": []}
        points = [[one["rule"], one["points"], one["reason"]] for one in card["points"]]
        if self.held_until is not None:
            points = [["held_back", None, why_held(self.person, self.held_until)]]
        return as_xlsx(self._sentences, Sheet("points", ("rule", "points", "reason"), points))

    def pdf(self) -> bytes:
        """All of it, to read."""
        return session_pdf(self.session, self.person, self._card(), self.debrief(), self.corrected, self.held_until)

    def debrief(self) -> Json | None:
        """Its debrief; None for a real chat, where it is held back, and where it cannot be looked back at."""
        if self.session.kind != PRACTICE or self.held_until is not None:
            return None
        # Whoever exports it has not read it yet.
        try:
            return services().practice.lookback.debrief(self.session.id, opens=False)
        except NoDebrief:
            return None

    @property
    def _sentences(self) -> Sheet:
        return sheet_of_sentences(self.session, self.person, self.corrected, self.held_until)

    def _card(self) -> Json | None:
        if self.held_until is not None:
            return None
        return services().review.outcomes.corrected(self.session) or self.session.scorecard
