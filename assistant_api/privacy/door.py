"""The one way in for what people write: personal data is taken out before a text is stored or sent on."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from functools import lru_cache
from threading import Thread
from typing import NamedTuple

from assistant_api.catalogue import Catalogue, UnknownId
from assistant_api.store import StoredSession
from coaching.customer import Scenario
from coaching.errors import CoachError

log = logging.getLogger(__name__)


class Entering(NamedTuple):
    """A text as it may be stored.

    Attributes:
        text: With each piece of personal data replaced by its kind in brackets.
        taken_out: The kinds that were taken out, each once, in the text's order.
    """

    text: str
    taken_out: tuple[str, ...]


def clean(text: str, *known: str) -> Entering:
    """A text without personal data.

    Args:
        text: What somebody wrote.
        known: Texts whose words are no secret here: an invented case, the names of colleagues who may be mentioned.

    Raises:
        MissingResourceError: The language pipeline is not installed.
    """
    # Here, not above: slow to import, and only a text needs it.
    from coaching.privacy import take_out

    cleaned = take_out(text, "\n".join(known))
    return Entering(cleaned.text, tuple(dict.fromkeys(one.kind for one in cleaned.found)))


class AgentDoor:
    """Lets in what agents write in practice: the names and facts of the case are invented and stay.

    So does their own name, for to say who looks after something is to take it on; it is stored as theirs anyway, and a
    session is erased with the person.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        """Know these scenarios."""
        self._catalogue = catalogue

    def let_in(self, session: StoredSession, turn_id: str, text: str, agent: str) -> Entering:
        """What may be stored, and sent to the customer, of an agent's message; for the same turn always the same.

        Args:
            session: In which it is said.
            turn_id: Its turn; what the customer said only afterwards does not count.
            text: The message.
            agent: What the agent is called here; a turn that is sent again after they are renamed may differ.

        Raises:
            MissingResourceError: The language pipeline is not installed.
        """
        sent = next((turn for turn in session.turns if turn.turn_id == turn_id), None)
        if sent is not None and sent.text == text:
            return Entering(text, ())
        before = [turn for turn in session.answered if sent is None or turn.number < sent.number]
        replies = [session.opening, *(turn.reply for turn in before if turn.reply is not None)]
        lines = [line for reply in replies for line in reply["lines"]]
        return clean(text, agent, session.persona_name, *lines, *self._case(session.scenario_id))

    def _case(self, scenario_id: str) -> tuple[str, ...]:
        try:
            scenario = self._catalogue.scenario(scenario_id)
        except UnknownId:
            return ()
        return tuple(told_in(scenario))


def told_in(scenario: Scenario) -> Iterator[str]:
    """What a scenario tells of its case, which is invented."""
    brief = scenario.brief
    yield from (scenario.title, brief.customer, brief.company, scenario.root_cause.text)
    yield from (*brief.order, *brief.history, *brief.may_offer)
    yield from (line for opening in scenario.openings for line in opening.lines)
    yield from (line.text for fact in scenario.facts for line in fact.lines)


@lru_cache(maxsize=1)
def make_ready() -> None:
    """Have what finds personal data loaded beside this request, once a process: it takes seconds."""
    Thread(target=_load, name="privacy", daemon=True).start()


def _load() -> None:
    try:
        clean("Hello.")
    except CoachError as error:
        # The first message tells it to whoever can mend it.
        log.warning("personal data cannot be found: %s", error)
