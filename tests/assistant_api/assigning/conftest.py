from dataclasses import replace

import pytest
from api_client import Api
from assigned import Cast

from assistant_api import create_app


@pytest.fixture
def cast(settings, database, monkeypatch):
    """Everybody of ``assigned.PEOPLE`` by name, asking an application where people sign in."""
    app = create_app(replace(settings, sign_in=True))
    # A debrief is kept where the recogniser is trained, and only then known to have been opened.
    monkeypatch.setattr(app.extensions["heard"].drafts, "checker", lambda: None)
    return Cast(app, database)


@pytest.fixture
def ann(cast):
    return cast["ann"]


@pytest.fixture
def tess(cast):
    return cast["tess"]


@pytest.fixture
def alone(app):
    """An application without sign-in."""
    return Api(app)
