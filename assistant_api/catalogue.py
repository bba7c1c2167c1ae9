"""What there is to practise with: scenarios and personas, read once when the application starts."""

from __future__ import annotations

from coaching.customer import Persona, Scenario, load_personas, load_scenarios


class UnknownId(LookupError):
    """There is no scenario, or no persona, with this id.

    Attributes:
        field: ``scenario`` or ``persona``.
        known: The ids there are.
    """

    def __init__(self, field: str, known: tuple[str, ...]) -> None:
        """Tell what there is."""
        self.field, self.known = field, known
        super().__init__(f"There is no such {field}; there are " + ", ".join(known) + ".")


class Catalogue:
    """Scenarios and personas by id."""

    def __init__(self, scenarios: dict[str, Scenario], personas: dict[str, Persona]) -> None:
        """Hold these."""
        self._scenarios, self._personas = scenarios, personas

    @classmethod
    def load(cls) -> Catalogue:
        """Read the project's own.

        Raises:
            DataError: A file is not as it should be; names file and line.
        """
        return cls(load_scenarios(), load_personas())

    @property
    def scenarios(self) -> tuple[Scenario, ...]:
        """All scenarios."""
        return tuple(self._scenarios.values())

    @property
    def personas(self) -> tuple[Persona, ...]:
        """All personas."""
        return tuple(self._personas.values())

    def scenario(self, scenario_id: str) -> Scenario:
        """The scenario with this id.

        Raises:
            UnknownId: There is none.
        """
        if scenario_id not in self._scenarios:
            raise UnknownId("scenario", tuple(self._scenarios))
        return self._scenarios[scenario_id]

    def persona(self, persona_id: str) -> Persona:
        """The persona with this id.

        Raises:
            UnknownId: There is none.
        """
        if persona_id not in self._personas:
            raise UnknownId("persona", tuple(self._personas))
        return self._personas[persona_id]
