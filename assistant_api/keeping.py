"""Finished replies are kept where a team wants them: without personal data, and for a limited time.

Off unless ``HEARD_KEEP_DRAFTS`` says otherwise. What an earlier setting kept can still be read and erased, and lapses
all the same.
"""

from __future__ import annotations

import logging
from datetime import date, datetime, timedelta
from threading import Lock

from assistant_api.drafts import Drafts
from assistant_api.store import DatabaseUnavailable, FinishedDraft, KeptDraft, KeptDrafts, now
from coaching.errors import CoachError

log = logging.getLogger(__name__)


class KeepingOff(CoachError):
    """No reply is kept here."""

    def __init__(self) -> None:
        """Say so, and how that changes."""
        super().__init__("Finished replies are not kept here. HEARD_KEEP_DRAFTS=1 switches it on, at the next start.")


class NotEnglish(ValueError):
    """A text in a language in which personal data is not found.

    Attributes:
        field: ``draft`` or ``customer``.
    """

    def __init__(self, field: str) -> None:
        """Say which text it is."""
        self.field = field
        super().__init__(f"{field} is in a language in which personal data is not found")


class Keeping:
    """Keeps replies for a number of days; safe to use from several threads and processes.

    Attributes:
        is_on: Whether replies are kept.
        days: After how many days a kept reply is erased.
    """

    def __init__(self, store: KeptDrafts, drafts: Drafts, is_on: bool, days: int) -> None:
        """Keep replies there, as these settings say."""
        self._store, self._drafts = store, drafts
        self.is_on, self.days = is_on, days
        self._lock = Lock()
        self._erased_on: date | None = None

    def keep(self, person_id: str, draft: str, customer: str, channel: str) -> KeptDraft:
        """Keep a reply that its agent took over, and erase those that have been kept long enough.

        Args:
            person_id: Whose it is.
            draft: The reply as it was sent.
            customer: The customer's message; may be empty.
            channel: Where it was sent.

        Returns:
            What is kept of it.

        Raises:
            KeepingOff: Nothing is kept here.
            NotEnglish: A text is surely not English: names would stay in it.
            MissingResourceError: There is no trained recogniser.
            DatabaseUnavailable: The database cannot be used.
        """
        if not self.is_on:
            raise KeepingOff
        # Here, not above: their libraries are slow to import, and only a kept reply needs them.
        from coaching.privacy import take_out_of_all
        from coaching.recognition.language_of import spoken_language

        for field, text in (("draft", draft), ("customer", customer)):
            if not spoken_language(text).judged:
                raise NotEnglish(field)
        report = self._drafts.check(draft, customer, channel)
        cleaned = take_out_of_all((draft, customer))
        finished = FinishedDraft(
            person_id=person_id,
            draft=cleaned[0],
            customer=cleaned[1],
            channel=channel,
            score=report["score"],
            rubric=report["rubric"]["version"],
            rules=[finding["rule"] for finding in report["findings"]],
            recogniser=report["recogniser"],
        )
        kept = self._store.add(finished)
        self._erase_old()
        log.info("reply %s is kept", kept.id)
        return kept

    def page(self, person_id: str, limit: int, before: int | None) -> tuple[list[KeptDraft], int | None]:
        """A page of somebody's kept replies, newest first, and the cursor of the next page; see ``KeptDrafts.page``."""
        return self._store.page(person_id, limit, before, self._oldest())

    def erase(self, person_id: str, draft_id: str) -> None:
        """Erase one of somebody's; see ``KeptDrafts.erase``."""
        self._store.erase(person_id, draft_id)
        log.info("kept reply %s is erased", draft_id)

    def erase_all(self, person_id: str) -> None:
        """Erase all of somebody's; see ``KeptDrafts.erase_until``."""
        log.info("all kept replies of a person are erased: %d", self._store.erase_until(now(), person_id))

    def erase_old_daily(self) -> None:
        """Erase what has been kept long enough, when first asked and then once a day; a failure is only logged."""
        today = now().date()
        with self._lock:
            if self._erased_on == today:
                return
            self._erased_on = today
        try:
            self._erase_old()
        except DatabaseUnavailable as error:
            log.warning("kept replies that have lapsed could not be erased: %s", error)

    def _erase_old(self) -> None:
        erased = self._store.erase_until(self._oldest())
        if erased:
            log.info("%d replies were kept for %d days and are erased", erased, self.days)

    def _oldest(self) -> datetime:
        return now() - timedelta(days=self.days)
