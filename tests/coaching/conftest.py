"""What tests of scores and debriefs share: the customer, the rubric of sessions, and the trained recogniser."""

import pytest
from played_scripts import load_customer

from coaching.rubric import Rubric
from coaching.suggestions.reading import Reader


@pytest.fixture(scope="session")
def customer():
    return load_customer()


@pytest.fixture(scope="session")
def rubric():
    return Rubric.load()


@pytest.fixture(scope="session")
def reader():
    return Reader.load()
