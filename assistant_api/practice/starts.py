"""A session begins: what is played is chosen, or dealt unseen, and the customer opens the conversation."""

from __future__ import annotations

import logging
import secrets
from dataclasses import dataclass
from random import Random
from uuid import uuid4

from assistant_api.catalogue import Catalogue
from assistant_api.customer_client import CustomerClient
from assistant_api.practice.telling import told_what_follows
from assistant_api.store import NewSession, SessionStore, StoredSession
from coaching.customer import Persona, Scenario

SEED_LIMIT = 2**31

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Wish:
    """What is to be played.

    Attributes:
        scenario: One that the catalogue knows; may be None where it is dealt blind.
        persona: One that the catalogue knows; None for the scenario's own, or for one dealt blind.
        seed: From 0 to ``SEED_LIMIT`` - 1; None to draw one.
        level: Of difficulty, 1 to 5; None for the scenario's own.
        blind: Whether scenario and persona stay unknown until the end.
        hints: When there are hints, one of ``coaching.hints.wording.MODES``.
        assignment: What it is a try of; None for practice of one's own.
    """

    scenario: str | None
    persona: str | None
    seed: int | None
    level: int | None
    blind: bool
    hints: str
    assignment: str | None


class Starts:
    """Begins sessions; safe to use from several threads and processes."""

    def __init__(self, store: SessionStore, customer: CustomerClient, catalogue: Catalogue) -> None:
        """Work with these."""
        self._store, self._customer, self._catalogue = store, customer, catalogue

    def start(self, wish: Wish, person_id: str) -> StoredSession:
        """Begin a session of this person's.

        Raises:
            UnknownId: The catalogue does not know the scenario or the persona.
            CustomerUnreachable: The customer did not answer; nothing was stored.
            CustomerRefused: The customer does not know what the catalogue does; likewise.
        """
        seed = secrets.randbelow(SEED_LIMIT) if wish.seed is None else wish.seed
        scenario, persona = self._cast(wish, seed)
        level = scenario.difficulty if wish.level is None else wish.level
        session_id = str(uuid4())
        with told_what_follows("No session was started; trying again is safe.", wish.blind):
            answer = self._customer.start(session_id, scenario.id, persona.id, seed, level)
        self._store.add(
            NewSession(
                id=session_id,
                person_id=person_id,
                scenario_id=scenario.id,
                scenario_title=scenario.title,
                persona_id=persona.id,
                persona_name=persona.name,
                seed=seed,
                level=level,
                blind=wish.blind,
                hints=wish.hints,
                opening=answer.reply(),
                assignment_id=wish.assignment,
            )
        )
        log.info("session %s begins: scenario %s, persona %s, level %d", session_id, scenario.id, persona.id, level)
        return self._store.get(session_id)

    def _cast(self, wish: Wish, seed: int) -> tuple[Scenario, Persona]:
        """Who plays what; the same seed deals the same of what there is, drafts left out."""
        chance = Random(f"{seed}:dealt")
        dealt = chance.choice([one for one in self._catalogue.scenarios if not one.draft])
        unseen = chance.choice(self._catalogue.personas)
        scenario = dealt if wish.scenario is None else self._catalogue.scenario(wish.scenario)
        if wish.persona is not None:
            return scenario, self._catalogue.persona(wish.persona)
        return scenario, unseen if wish.blind else self._catalogue.persona(scenario.persona)
