from dataclasses import replace

import pytest
from staff import Browser, Staff

from assistant_api import create_app


@pytest.fixture
def desk(settings, database):
    """An application where people sign in, and nobody is known yet."""
    return create_app(replace(settings, sign_in=True))


@pytest.fixture
def staff(desk):
    return Staff(desk)


@pytest.fixture
def stranger(desk):
    return Browser(desk)
