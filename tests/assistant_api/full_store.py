"""Rows in every table: Ada, an agent, with a session and all that can hang on one, her trainer Tom and an admin."""

from datetime import date, datetime, timedelta, timezone

from sqlalchemy import insert

from assistant_api.api.examples import examples
from assistant_api.store import now
from assistant_api.store.tables import metadata

DAY = datetime(2026, 3, 2, 9, 30, 15, 120000, tzinfo=timezone.utc)
ADA, TOM, ROOT = (f"{number}" * 8 + "-0000-4000-8000-" + f"{number}" * 12 for number in (1, 2, 3))
SESSION, OTHER, TEAM = (f"{letter}" * 8 + "-0000-4000-8000-" + f"{letter}" * 12 for letter in "abc")
STATE = {"turn": 1, "anger": 0.25}
MOOD = {"anger": 0.25, "satisfaction": 0.5, "band": "calm"}


def person(person_id, name, role):
    return {
        "id": person_id,
        "name": name,
        "login": f"{name.lower()}@example.com",
        "password": "$argon2id$v=19$m=65536$marker",
        "role": role,
        "active": True,
        "created_at": DAY,
        "seen_at": None,
    }


def session(session_id, person_id, at=DAY):
    reply = {"lines": ["It never came, naïve of me."], "mood": MOOD, "changes": [], "ending": None, "state": STATE}
    values = {
        "id": session_id,
        "person_id": person_id,
        "kind": "practice",
        "assignment_id": "assignment",
        "scenario_id": "late_parcel",
        "scenario_title": "A late parcel",
        "persona_id": "furious",
        "persona_name": "Maya",
        "seed": 7,
        "level": 3,
        "blind": False,
        "hints": "off",
        "hints_taken": [],
        "opening": reply,
        "closing": reply,
        "ending": {"kind": "agent_closes", "title": "You closed it", "text": "They were not done."},
        "search_text": "sorry about the parcel",
        "scorecard": examples()["end_session"]["answer"]["scorecard"],
        "debrief": None,
        "started_at": at,
        "touched_at": at,
        "paused_seconds": 0.0,
        "ended_at": at + timedelta(minutes=10),
    }
    return values


def turn(session_id):
    return {
        "session_id": session_id,
        "number": 1,
        "turn_id": session_id,
        "status": "answered",
        "text": f"Sorry about the parcel — {session_id[:4]} said so.",
        "sentences": [],
        "recogniser": "1",
        "reply": {"lines": ["Oh."], "mood": MOOD, "changes": [], "ending": None},
        "state": STATE,
        "asked_at": DAY,
        "paused_seconds": 0.0,
        "answered_at": DAY,
    }


def rows():
    """Table to its rows; every table has at least one."""
    result = {"session_id": SESSION, "person_id": ADA, "ended_at": DAY, "score": 71, "face": "glad", "recommend": 8}
    shares = dict.fromkeys(("hear", "empathize", "apologize", "resolve", "diagnose"), 0.5)
    figures = {"anger": 0.2, "satisfaction": 0.6, "first_response_seconds": 3.5, "seconds": 60.0, "replies": 1}
    by = {"session_id": SESSION, "turn": 1, "sentence": 0}
    task = {"title": "Parcels", "scenario_id": "late_parcel", "level": 3, "pass_mark": 60, "note": "", "made_by": TOM}
    goal = {"team_id": TEAM, "measure": "score", "target": 70.0, "due_on": None, "made_by": TOM}
    kept = {"id": "kept", "draft": "Hello [name].", "customer": "", "channel": "chat", "score": 50, "rubric": "1"}
    sent = {"target": "xapi", "event": "session.ended", "tries": 0, "created_at": DAY, "due_at": DAY}
    return {
        "people": [person(ADA, "Ada", "agent"), person(TOM, "Tom", "trainer"), person(ROOT, "Root", "admin")],
        "teams": [{"id": TEAM, "name": "Parcels", "created_at": DAY}],
        "team_members": [{"team_id": TEAM, "person_id": ADA}, {"team_id": TEAM, "person_id": TOM}],
        "visits": [{"digest": "v" * 64, "person_id": ADA, "created_at": DAY, "seen_at": DAY, "expires_at": DAY}],
        "links": [{"digest": "l" * 64, "kind": "password", "person_id": ADA, "made_by": ROOT, "created_at": DAY,
                   "expires_at": DAY}],
        "attempts": [{"key": "k" * 64, "at": DAY}],
        "audit": [
            {"at": DAY, "person_id": ADA, "person_name": "Ada", "action": "sign-in", "object_kind": "person",
             "object_id": ADA, "detail": {}},
            {"at": DAY, "person_id": TOM, "person_name": "Tom", "action": "read", "object_kind": "session",
             "object_id": SESSION, "detail": {"of": ADA}},
        ],
        "sessions": [session(SESSION, ADA), session(OTHER, TOM)],
        "turns": [turn(SESSION), turn(OTHER)],
        "results": [{**result, **shares, **figures, "mistakes": {"blame": 1}}],
        "comments": [
            {**by, "id": "one", "author_id": TOM, "text": "Well said.", "mentions": [ADA], "created_at": DAY},
            {**by, "id": "two", "session_id": OTHER, "author_id": ADA, "text": "So is this.", "mentions": [TOM],
             "created_at": DAY},
        ],
        "overrules": [{**by, "id": "rule", "kind": "label", "labels": ["hear"], "reason": "It does.", "made_by": TOM,
                       "created_at": DAY}],
        "disputes": [{"id": "dispute", "session_id": SESSION, "person_id": ADA, "turn": 1, "reason": "I did say so.",
                      "opened_at": DAY, "answer": "You did.", "upheld": "changed", "answered_by": TOM,
                      "answered_at": DAY}],
        "ratings": [{**by, "rater_id": TOM, "labels": ["hear"], "score": None, "created_at": DAY}],
        "assignments": [{**task, "id": "assignment", "tries": 3, "due_on": date(2026, 4, 1), "created_at": DAY}],
        "assignment_targets": [{"assignment_id": "assignment", "person_id": ADA}],
        "certificates": [{"code": "HEARD-1", "assignment_id": "assignment", "person_id": ADA, "session_id": SESSION,
                          "score": 71, "passed_at": DAY, "title": "Lost parcels", "level": 2, "pass_mark": 60,
                          "scenario_title": "A late parcel", "rubric": "2.0"}],
        "goals": [{**goal, "id": "goal", "created_at": DAY, "met_at": None}],
        "webhooks": [{"id": "hook", "url": "https://example.com/hook", "secret": "shh", "events": ["x"], "active": True,
                      "created_at": DAY}],
        "outbox": [{**sent, "payload": {"session": SESSION}}, {**sent, "payload": {"url": f"https://example.com/review/{OTHER}#turn-1"}},
                   {**sent, "payload": {"actor": {"mbox": "mailto:ada@example.com"}}}],
        "tokens": [{"name": "Ada's script", "digest": "t" * 64, "person_id": ADA, "scopes": ["read"],
                    "created_at": DAY}],
        "kept_drafts": [{**kept, "person_id": ADA, "rules": [], "recogniser": "1", "kept_at": now()}],
    }  # fmt: skip


def fill(database):
    """Put them in."""
    filled = rows()
    assert set(filled) == set(metadata.tables)
    with database.writing() as connection:
        for table in metadata.sorted_tables:
            for values in filled[table.name]:
                connection.execute(insert(table).values(**values))
