from dataclasses import replace

import pytest
from fake_rasa import FAREWELL
from served import opening, served
from signed_in import Known, seat

from assistant_api import create_app

CAST = {
    "ann": ("Ann Lee", "agent", "north"),
    "bo": ("Bo", "agent", "south"),
    "tess": ("Tess Trainer", "trainer", "north"),
    "sid": ("Sid South", "trainer", "south"),
    "ada": ("Ada", "admin", None),
}


class Desk(Known):
    def played(self, *texts):
        """A session that these words and a farewell ended."""
        session = self.start()
        for text in (*texts, FAREWELL):
            assert self.say(session, text).status_code == 200
        return session["id"]

    def opens(self, session_id):
        """Looks at the debrief of a session of their own, so that others may see how it went."""
        assert self.get(f"/sessions/{session_id}/debrief").status_code == 200
        return session_id

    def review(self, session_id):
        answer = self.get(f"/review/sessions/{session_id}")
        assert answer.status_code == 200, answer.text
        return answer.json

    def listed(self, **query):
        answer = self.get("/review/sessions", query_string=query)
        assert answer.status_code == 200, answer.text
        return answer.json


@pytest.fixture
def cast(settings, database, monkeypatch):
    """Everybody of ``CAST`` by name, asking an application where people sign in."""
    app = create_app(replace(settings, sign_in=True))
    # Debriefs take their better wording from templates: no recogniser is loaded.
    monkeypatch.setattr(app.extensions["heard"].drafts, "checker", lambda: None)
    return seat(app, database, CAST, Desk)


@pytest.fixture
def ended(cast):
    """A session of Ann's: three turns, the last one the farewell, and she has seen how it went."""
    return cast["ann"].opens(cast["ann"].played("I am sorry. It is our policy.", "I understand. I will refund it."))


@pytest.fixture
def desk_site(cast):
    """The address of the application where people sign in; ``at`` opens its pages as one of them."""
    with served(cast["ann"].app) as address:
        yield address


@pytest.fixture
def at(cast, desk_site, open_page):
    """Opens a page of the site as somebody."""

    return opening(desk_site, open_page, cast)
