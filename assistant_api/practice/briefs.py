"""The agent's card of a session, which those may read who must not know yet which scenario it is."""

from __future__ import annotations

from assistant_api.catalogue import Catalogue, UnknownId
from assistant_api.practice.errors import ScenarioGone
from assistant_api.practice.records import Records
from assistant_api.store import StoredSession
from coaching.customer import Scenario


class Briefs:
    """Finds a session's scenario."""

    def __init__(self, records: Records, catalogue: Catalogue) -> None:
        """Work with these."""
        self._records, self._catalogue = records, catalogue

    def of(self, session_id: str) -> tuple[StoredSession, Scenario]:
        """The session and its scenario.

        Raises:
            NoSuchSession: There is none.
            ScenarioGone: Its scenario is no longer there.
        """
        session = self._records.get(session_id)
        try:
            return session, self._catalogue.scenario(session.scenario_id)
        except UnknownId:
            raise ScenarioGone from None
