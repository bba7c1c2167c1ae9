"""A team with its trainers, and sessions of theirs as rows, so that each figure can be worked out by hand."""

from datetime import timedelta
from uuid import uuid4

from fake_rasa import FAREWELL
from signed_in import Known, seat
from sqlalchemy import insert, update

from assistant_api.store import now
from assistant_api.store.tables import results, sessions, turns
from coaching.moves import STEPS

PEOPLE = {
    "ann": ("Ann Lee", "agent", "north"),
    "abe": ("Abe", "agent", "north"),
    "bo": ("Bo", "agent", "south"),
    "tess": ("Tess Trainer", "trainer", "north"),
    "tom": ("Tom Trainer", "trainer", "north"),
    "sid": ("Sid South", "trainer", "south"),
    "ada": ("Ada", "admin", None),
}
DAYS_AGO = 3
SENTENCES = (
    ("I am sorry.", ["apologize"]),
    ("It is our policy.", ["policy"]),
    ("I will send a new lamp.", ["resolve"]),
)


class Viewer(Known):
    def insight(self, **query):
        answer = self.get("/insight", query_string=query)
        assert answer.status_code == 200, answer.text
        return answer.json

    def sample(self, **query):
        answer = self.get("/calibration", query_string=query)
        assert answer.status_code == 200, answer.text
        return answer.json

    def rate(self, session, **body):
        answer = self.put(f"/calibration/sessions/{session}", body)
        assert answer.status_code == 200, answer.text
        return answer.json

    def agreement(self):
        answer = self.get("/calibration/agreement")
        assert answer.status_code == 200, answer.text
        return answer.json


class Cohort(dict):
    """Everybody of ``PEOPLE`` by name."""

    def __init__(self, app, database):
        self.app, self.database = app, database
        super().__init__(seat(app, database, PEOPLE, Viewer))

    def played(self, person, *texts):
        """A session that somebody played to its end, whose debrief they have opened."""
        session = self[person].start()
        for text in (*texts, FAREWELL):
            assert self[person].say(session, text).status_code == 200
        with self.database.writing() as connection:
            connection.execute(update(sessions).where(sessions.c.id == session["id"]).values(opened_at=now()))
        return session["id"]

    def add(self, person, score=50, days=DAYS_AGO, opened=True, title="A late parcel", sentences=SENTENCES, **more):
        """A session that somebody ended so many days ago."""
        session_id, ended = str(uuid4()), now() - timedelta(days=days)
        reply = {"lines": ["Where is my lamp?"], "mood": {"anger": 0.5, "satisfaction": 0.5, "band": "annoyed"}}
        session = {
            **{"id": session_id, "person_id": person, "scenario_id": title.lower().replace(" ", "_")},
            **{"scenario_title": title, "persona_id": "furious", "persona_name": "Maya", "seed": 1},
            **{"level": more.pop("level", 3), "blind": False, "hints": "off", "hints_taken": [], "opening": reply},
            **{"closing": None, "ending": {"kind": "content"}, "scorecard": {"score": score}, "score": score},
            **{"opened_at": ended if opened else None, "started_at": ended, "touched_at": ended, "paused_seconds": 0.0},
            **{"ended_at": ended, "forked_turn": more.pop("forked_turn", None)},
        }
        result = {
            **{"session_id": session_id, "person_id": person, "ended_at": ended, "score": score, "face": "neutral"},
            **{"recommend": 5, "anger": 0.1, "satisfaction": 0.9, "first_response_seconds": 100.0, "seconds": 300.0},
            **{"replies": 4, **dict.fromkeys(STEPS, 0.5), "mistakes": {}, **more},
        }
        said, place = [], 0
        for text, labels in sentences:
            said.append({"text": text, "start": place, "end": place + len(text), "labels": labels, "confidence": {}})
            place += len(text) + 1
        turn = {
            **{"session_id": session_id, "number": 1, "turn_id": str(uuid4()), "status": "answered"},
            **{"text": " ".join(text for text, _ in sentences), "sentences": said, "reply": reply},
            **{"asked_at": ended, "answered_at": ended, "paused_seconds": 0.0},
        }
        with self.database.writing() as connection:
            connection.execute(insert(sessions).values(session))
            connection.execute(insert(results).values(result))
            connection.execute(insert(turns).values(turn))
        return session_id
