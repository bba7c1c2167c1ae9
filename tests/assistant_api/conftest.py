from dataclasses import replace

import pytest
from api_client import Api
from fake_rasa import TOKEN, FakeRasa

from assistant_api import create_app
from assistant_api.api.examples import examples
from assistant_api.catalogue import Catalogue
from assistant_api.settings import Settings
from assistant_api.store import Database
from assistant_api.store.migrate import migrate


@pytest.fixture(autouse=True, scope="session")
def catalogue():
    """Scenarios and personas are read once for all tests."""
    with pytest.MonkeyPatch.context() as patch:
        loaded = Catalogue.load()
        patch.setattr(Catalogue, "load", lambda: loaded)
        yield loaded


@pytest.fixture
def rasa():
    fake = FakeRasa()
    yield fake
    fake.script.late.set()
    fake.stop()


@pytest.fixture
def settings(tmp_path, rasa):
    return Settings(
        database_url=f"sqlite:///{tmp_path / 'heard.sqlite3'}",
        database_timeout=0.2,
        rasa_url=rasa.url,
        rasa_token=TOKEN,
        actions_url=rasa.url,
        customer_timeout=5.0,
    )


@pytest.fixture
def database(settings):
    database = Database(settings.database_url, settings.database_timeout)
    migrate(database)
    return database


@pytest.fixture
def app(settings, database):
    return create_app(settings)


@pytest.fixture
def impatient(settings, database):
    """An application that does not wait for a slow customer."""
    return Api(create_app(replace(settings, customer_timeout=0.2)))


@pytest.fixture
def api(app):
    return Api(app)


@pytest.fixture
def report():
    """What a check answered once; the tests that need no recogniser have it answered again."""
    return examples()["check_draft"]["answer"]
