"""The difficult customer: feelings, behaviour and words, as pure functions over a frozen state."""

from coaching.customer.customer import Customer
from coaching.customer.ledger import Change
from coaching.customer.mood import Mood
from coaching.customer.persona import Persona, load_personas
from coaching.customer.scenario import Scenario
from coaching.customer.scenario_file import load_scenarios
from coaching.customer.state import CustomerState, Ending, Reply

__all__ = [
    "Change",
    "Customer",
    "CustomerState",
    "Ending",
    "Mood",
    "Persona",
    "Reply",
    "Scenario",
    "load_personas",
    "load_scenarios",
]
