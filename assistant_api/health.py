"""How each part is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from assistant_api.customer_client import CustomerClient
from assistant_api.drafts import Drafts
from assistant_api.store import Database
from coaching.errors import CoachError

PART_SECONDS = 2.0
"""The longest that one part is waited for."""


@dataclass(frozen=True)
class PartHealth:
    """One part: whether it works, and what there is to say of it."""

    works: bool
    detail: str


class Health:
    """Asks the parts one after the other; each is waited for ``PART_SECONDS`` at most."""

    def __init__(self, database: Database, drafts: Drafts, customer: CustomerClient) -> None:
        """Ask these.

        Args:
            database: One whose timeout is ``PART_SECONDS`` or less.
            drafts: Knows the recogniser.
            customer: Knows Rasa's two servers.
        """
        self._database, self._drafts, self._customer = database, drafts, customer

    def parts(self) -> dict[str, PartHealth]:
        """Every part by name: ``database``, ``recogniser``, ``rasa``, ``actions``."""
        return {
            "database": _ask(self._check_database),
            "recogniser": _ask(self._drafts.recogniser),
            "rasa": _ask(lambda: f"model {self._customer.rasa_health()}"),
            "actions": _ask(self._check_actions),
        }

    def _check_database(self) -> str:
        self._database.check()
        return "can be written, and its tables are up to date"

    def _check_actions(self) -> str:
        self._customer.actions_health()
        return "answers"


def _ask(how: Callable[[], str]) -> PartHealth:
    try:
        return PartHealth(True, how())
    except CoachError as error:
        return PartHealth(False, str(error))
