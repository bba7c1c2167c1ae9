"""The application on a real port, with the channel of Rasa played by a small server."""

import pytest
from played_check import Check
from served import served


@pytest.fixture
def site(app, monkeypatch, tmp_path):
    """The address of the application; what it would say of sentences is played by the tests that need it."""
    monkeypatch.setenv("HEARD_RECOGNISER", str(tmp_path / "missing.joblib"))
    with served(app) as address:
        yield address


@pytest.fixture
def played():
    """Plays the check for a page that a test opens by itself."""
    return Check


@pytest.fixture
def check(page, played):
    return played(page)


@pytest.fixture
def assist(page, site, check):
    """The Assist page, whose checks ``check`` answers."""
    page.goto(f"{site}/assist")
    return page
