import pytest

from coaching.customer.constants_file import load_constants
from coaching.customer.cues import load_cues
from coaching.customer.customer import Customer
from coaching.customer.levels import load_levels
from coaching.customer.persona import load_personas
from coaching.customer.phrasebook import load_lines
from coaching.customer.scenario_file import load_scenarios


def word_overlap(sentence, case):
    """Stands in for spaCy's specificity: full with three longer words that the customer used as well."""
    known = {word.strip(".,?!").lower() for message in case for word in message.split()}
    return min(1.0, sum(len(word) > 3 and word.strip(".,?!").lower() in known for word in sentence.split()) / 3)


@pytest.fixture(scope="session")
def constants():
    return load_constants()


@pytest.fixture(scope="session")
def customer(constants):
    return Customer(
        load_scenarios(), load_personas(), load_lines(), constants, load_cues(), load_levels(), word_overlap
    )
