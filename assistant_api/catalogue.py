"""What there is to practise with: personas, read once, and scenarios, one's own among them as they are now."""

from __future__ import annotations

from coaching.customer import Persona, Scenario, load_personas
from coaching.customer.library import Library


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
    """Scenarios and personas by id.

    Attributes:
        library: The scenarios.
    """

    def __init__(self, library: Library, personas: dict[str, Persona]) -> None:
        """Hold these."""
        self.library, self._personas = library, personas

    @classmethod
    def load(cls) -> Catalogue:
        """Read them from the usual places.

        Raises:
            DataError: A file is not as it should be; names file and line.
        """
        return cls(Library(), load_personas())

    @property
    def scenarios(self) -> tuple[Scenario, ...]:
        """All scenarios that can be played."""
        return tuple(self.library.now().values())

    @property
    def personas(self) -> tuple[Persona, ...]:
        """All personas."""
        return tuple(self._personas.values())

    def scenario(self, scenario_id: str) -> Scenario:
        """The scenario with this id.

        Raises:
            UnknownId: There is none.
        """
        try:
            return self.library[scenario_id]
        except KeyError:
            raise UnknownId("scenario", tuple(self.library)) from None

    def persona(self, persona_id: str) -> Persona:
        """The persona with this id.

        Raises:
            UnknownId: There is none.
        """
        if persona_id not in self._personas:
            raise UnknownId("persona", tuple(self._personas))
        return self._personas[persona_id]
