from dataclasses import replace

import pytest
from cohort import Cohort
from served import opening, served

from assistant_api import create_app


@pytest.fixture
def cohort(settings, database):
    """An application where people sign in, with a team that has practised."""
    return Cohort(create_app(replace(settings, sign_in=True)), database)


@pytest.fixture
def at(cohort, open_page):
    """Opens a page of the application as somebody."""
    with served(cohort.app) as address:
        yield opening(address, open_page, cohort)
