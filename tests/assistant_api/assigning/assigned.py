"""A desk of two teams, and its people asking the API."""

from datetime import timedelta

from api_client import SCENARIO
from fake_rasa import FAREWELL
from signed_in import Known, seat
from sqlalchemy import select, update

from assistant_api.store import now
from assistant_api.store.tables import results, sessions

PEOPLE = {
    "ann": ("Ann Łee", "agent", "north"),
    "ben": ("Ben", "agent", "north"),
    "bo": ("Bo", "agent", "south"),
    "tess": ("Tess Trainer", "trainer", "north"),
    "sid": ("Sid South", "trainer", "south"),
    "ada": ("Ada", "admin", None),
}


class Tried(Known):
    def assign(self, **changes):
        answer = self.post("/assignments", {**ASSIGNMENT, **changes})
        assert answer.status_code == 201, answer.text
        return answer.json

    def change(self, assignment, **changes):
        kept = {key: assignment[key] for key in ("title", "note", "due_on", "pass_mark", "tries")}
        ids = {key: [one["id"] for one in assignment[key]] for key in ("people", "teams")}
        return self.put(f"/assignments/{assignment['id']}", {**kept, **ids, **changes})

    def read(self, assignment):
        answer = self.get(f"/assignments/{assignment['id']}")
        assert answer.status_code == 200, answer.text
        return answer.json

    def begin(self, assignment):
        answer = self.post("/sessions", {"assignment": assignment["id"]})
        assert answer.status_code == 201, answer.text
        return answer.json

    def attempt(self, assignment):
        """A try that has ended."""
        session = self.begin(assignment)
        for text in ("I am sorry. I will refund it.", FAREWELL):
            assert self.say(session, text).status_code == 200
        return session["id"]


class Cast(dict):
    def __init__(self, app, database):
        self.app, self.database = app, database
        super().__init__(seat(app, database, PEOPLE, Tried))

    def ended_ago(self, session_id, **ago):
        """Have a session be over for so long."""
        with self.database.writing() as connection:
            for table, key in ((sessions, sessions.c.id), (results, results.c.session_id)):
                connection.execute(update(table).where(key == session_id).values(ended_at=now() - timedelta(**ago)))

    def score(self, session_id):
        with self.database.reading() as connection:
            return connection.execute(select(sessions.c.score).where(sessions.c.id == session_id)).scalar_one()


ASSIGNMENT = {
    "title": "Stay calm",
    "note": "Take your time.",
    "scenario": SCENARIO,
    "level": 2,
    "due_on": None,
    "pass_mark": 1,
    "tries": None,
    "people": [],
    "teams": ["north"],
}
