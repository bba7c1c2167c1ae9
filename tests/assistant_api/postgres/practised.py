"""Rows that databases are apt to see differently, made once and put into both: names and words of many letters, scores
and feelings on every edge, days that begin while it is still yesterday elsewhere, and every kind of session."""

from datetime import date, datetime, time, timedelta, timezone
from uuid import UUID

from full_store import ADA, DAY, TEAM, TOM, person, rows, session, turn
from sqlalchemy import insert

from assistant_api.store import now
from assistant_api.store.search import searchable
from assistant_api.store.tables import metadata
from coaching.moves import STEPS

NAMES = ("Émile", "écru", "Zoë", "zoe", "_under", "O'Hara", "Łukasz", "ann", "Ann", "Ñandú", "ßen", "李娜")
SAID = (
    "I am sorry about the parcel.",
    "CAFÉ crème, naïve of me",
    "100% of it_all",
    'A "quoted" back\\slash',
    "Straße und ÑANDÚ",
    "It's İstanbul, then",
    "parcel parcels PARCEL",
)
SCORES = (0, 20, 39, 40, 55, 60, 70, 71, 80, 99, 100)
EDGES = (0.0, 0.2, 0.4, 0.6000000000000001, 0.8, 1.0, 0.1 + 0.2)
MISTAKES = ({}, {"blame": 2}, {"policy": 1, "blame": 1}, {"interrogate": 7})
WEEKS = 7
MIDNIGHT = datetime.combine(now().date(), time(), timezone.utc)


def made_up():
    """Table to rows: those of ``full_store``, and many more."""
    filled = rows()
    agents = [one(1, number) for number in range(len(NAMES))]
    for agent, name in zip(agents, NAMES, strict=True):
        filled["people"].append({**person(agent, name, "agent"), "login": f"{agent}@example.com"})
        filled["team_members"].append({"team_id": TEAM, "person_id": agent})
    for number in range(40):
        _play(filled, number, agents[number % len(agents)])
    for number, measure in enumerate(("score", "satisfaction", "recommend", "sessions", "mistakes")):
        goal = {"id": one(3, number), "team_id": TEAM, "measure": measure, "target": 1 / 3, "made_by": TOM}
        filled["goals"].append({**goal, "created_at": DAY, "due_on": date(2026, 12, 31), "met_at": None})
    return filled


def fill_both(databases):
    """Put the same into both."""
    filled = made_up()
    for database in databases:
        with database.writing() as connection:
            for table in metadata.sorted_tables:
                for values in filled[table.name]:
                    connection.execute(insert(table).values(**values))


def one(kind, number):
    """An id."""
    return str(UUID(int=kind << 64 | number))


def _play(filled, number, agent):
    # At midnight in UTC, and a moment before.
    ended = MIDNIGHT - timedelta(days=number * WEEKS * 7 // 40, microseconds=number % 2)
    text, score = SAID[number % len(SAID)], SCORES[number % len(SCORES)]
    values = {
        **session(one(2, number), agent, ended - timedelta(minutes=10)),
        "assignment_id": "assignment" if number % 3 == 0 else None,
        "scenario_id": "late_parcel" if number % 2 else "wrong_item",
        "scenario_title": ("A late parcel", "a late parcel")[number % 4 // 2],
        "level": number % 5 + 1,
        "blind": number % 6 == 0,
        "kind": "imported" if number % 9 == 8 else "practice",
        "ending": {"kind": ("agent_closes", "content", "walks_off")[number % 3], "title": "Over", "text": ""},
        "search_text": searchable([text]),
        "score": score,
        "debrief": None,
        "parent_id": one(2, number - 1) if number % 11 == 10 else None,
        "forked_turn": 1 if number % 11 == 10 else None,
    }
    if number % 10 == 9:
        values.update(ended_at=None, ending=None, scorecard=None, score=None, closing=None)
    filled["sessions"].append(values)
    read = [{"text": text, "start": 0, "end": len(text), "labels": ["apologize"], "confidence": {}}]
    filled["turns"].append({**turn(values["id"]), "text": text, "sentences": read})
    if values["ended_at"] is None:
        return
    edge = EDGES[number % len(EDGES)]
    filled["results"].append(
        {
            **{"session_id": values["id"], "person_id": agent, "ended_at": ended, "score": score},
            **{"face": ("bad", "neutral", "good")[number % 3], "recommend": number % 11, "anger": edge},
            **{"satisfaction": 1 - edge, "first_response_seconds": (None, 30.0, 60.5, 1e4)[number % 4]},
            **{"seconds": None if number % 5 == 0 else 100 / 3, "replies": number % 7},
            **{"mistakes": MISTAKES[number % len(MISTAKES)], **{step: edge / 3 for step in STEPS}},
        }
    )
    by = {"session_id": values["id"], "turn": 1, "sentence": 0}
    if number % 4 == 1:
        comment = {**by, "id": one(4, number), "author_id": TOM, "text": text, "mentions": [ADA, agent]}
        filled["comments"].append({**comment, "created_at": ended + timedelta(seconds=number)})
    if number % 5 == 2:
        answered = {"answer": "So it is.", "upheld": "stands", "answered_by": TOM, "answered_at": ended}
        dispute = {"id": one(5, number), "session_id": values["id"], "person_id": agent, "turn": None, "reason": text}
        filled["disputes"].append({**dispute, "opened_at": ended, **(answered if number % 2 else {})})
    if number % 4 == 3:
        rating = {**by, "rater_id": TOM, "labels": [["apologize"], [], ["hear"]][number % 3], "score": None}
        filled["ratings"] += [
            {**rating, "created_at": ended},
            {**rating, "turn": None, "sentence": None, "labels": None, "score": score, "created_at": ended},
        ]
