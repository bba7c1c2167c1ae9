from dataclasses import replace

import pytest
from postgres_server import running_server


@pytest.fixture(scope="session")
def postgres_server():
    with running_server() as server:
        yield server


@pytest.fixture
def postgres_url(postgres_server):
    """The address of a PostgreSQL database with nothing in it but today's tables."""
    return postgres_server.empty_database()


@pytest.fixture(params=["sqlite", "postgresql"])
def settings(settings, request):
    """Those of the other tests, for each database in turn; here nothing is to fail because the machine is slow."""
    url = settings.database_url if request.param == "sqlite" else request.getfixturevalue("postgres_url")
    return replace(settings, database_url=url, database_timeout=20.0, customer_timeout=30.0)
