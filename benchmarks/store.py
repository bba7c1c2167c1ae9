"""``python -m benchmarks.store``: lists, search and figures with 10,000 and 100,000 turns stored, and their queries.

Each route is asked over and over through the application itself, without a network, as an admin who sees everybody,
which is the most that there is to read. Beside the times stands how many queries a request makes, and how both grow.
"""

import argparse
import sys
import tempfile
import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from random import Random
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event, insert

from assistant_api import create_app
from assistant_api.api.examples import examples
from assistant_api.settings import Settings
from assistant_api.store import Database
from assistant_api.store.migrate import migrate
from assistant_api.store.search import searchable
from assistant_api.store.tables import comments, people, results, sessions, team_members, teams, turns
from benchmarks.calls import FEWEST, MOST
from benchmarks.calls import calls as count
from benchmarks.timing import Timing, time_calls

SIZES = (10_000, 100_000)
"""Turns in the store."""
TURNS = 5
"""Of a session."""
_PEOPLE, _TEAMS, _AT_ONCE = 200, 20, 200
_YEAR = timedelta(days=365)
_END = datetime.now(timezone.utc) - timedelta(days=1)
_SCENARIOS = ("late_parcel", "double_charge", "return_refused", "internet_down")
_WORDS = ("parcel", "refund", "sorry", "courier", "invoice", "voucher", "engineer", "deposit", "Saturday", "label")
_RARE = "pterodactyl"
"""A word in one session of a hundred."""

ROUTES: Mapping[str, str] = {
    "list": "/api/v1/review/sessions",
    "list, page 20": "/api/v1/review/sessions?before={next}",
    "list, one team, score 60 and more": "/api/v1/review/sessions?team=team-3&score_from=60",
    "search, a word in every tenth": "/api/v1/review/sessions?q=deposit",
    "search, a rare word": f"/api/v1/review/sessions?q={_RARE}",
    "search, a word that is nowhere": "/api/v1/review/sessions?q=xylophone",
    "own sessions": "/api/v1/sessions",
    "one's progress": "/api/v1/progress",
    "figures of a team, 26 weeks": "/api/v1/insight?team=team-3&weeks=26",
    "figures of everybody, 26 weeks": "/api/v1/insight?everybody=yes&weeks=26",
    "everything of one person": "/api/v1/people/person-7/export",
}
"""What is asked for; a route that the application has not is left out."""


@dataclass(frozen=True)
class Line:
    """A route with so many turns stored: its times, and the queries of one request."""

    timing: Timing
    queries: int


def fill(database: Database, size: int) -> None:
    """Store so many turns, of people in teams over the last year; the same each time."""
    chance = Random(size)
    with database.writing() as connection:
        made = {"role": "agent", "active": True, "created_at": _END - _YEAR}
        rows = [{"id": f"person-{n}", "name": f"Person {n}", "login": f"p{n}@example.com"} for n in range(_PEOPLE)]
        connection.execute(insert(people), [{**row, **made} for row in rows])
        named = [{"id": f"team-{n}", "name": f"Team {n}", "created_at": _END} for n in range(_TEAMS)]
        connection.execute(insert(teams), named)
        members = [{"team_id": f"team-{n % _TEAMS}", "person_id": f"person-{n}"} for n in range(_PEOPLE)]
        connection.execute(insert(team_members), members)
        for batch in _batches(size // TURNS, chance):
            for table, some in batch.items():
                connection.execute(insert(table), some)


def _batches(count: int, chance: Random) -> Iterator[dict[Any, list[dict[str, Any]]]]:
    played = examples()["end_session"]["answer"]
    for first in range(0, count, _AT_ONCE):
        batch: dict[Any, list[dict[str, Any]]] = {sessions: [], turns: [], results: [], comments: []}
        for number in range(first, min(count, first + _AT_ONCE)):
            began = _END - _YEAR + _YEAR * (number / count)
            _add_session(batch, number, began, played, chance)
        yield batch


def _add_session(
    batch: dict[Any, list[dict[str, Any]]], number: int, began: datetime, played: Any, chance: Random
) -> None:
    session_id = str(uuid.UUID(int=number))
    person = "owner" if number % 50 == 0 else f"person-{number % _PEOPLE}"
    told = played["turns"][0]
    reply = {"lines": told["customer"], "mood": told["mood"], "changes": told["changes"], "topics": [], "ending": None}
    said = [_words(chance, number) for _ in range(TURNS)]
    score, ended = chance.randrange(101), began + timedelta(minutes=9)
    batch[sessions].append(
        {
            "id": session_id,
            "person_id": person,
            "scenario_id": _SCENARIOS[number % len(_SCENARIOS)],
            "scenario_title": played["scenario"]["title"],
            "persona_id": "furious",
            "persona_name": played["persona"]["name"],
            "seed": number,
            "level": 1 + number % 5,
            "blind": False,
            "hints": "off",
            "hints_taken": [],
            "opening": {**reply, "state": {"model": "1"}},
            "closing": None,
            "ending": {"kind": "content", "title": "Content", "text": "They thank you and go."},
            "search_text": searchable([line for text in said for line in (text, *told["customer"])]),
            "scorecard": {**played["scorecard"], "score": score},
            "score": score,
            "started_at": began,
            "touched_at": ended,
            "paused_seconds": 0.0,
            "ended_at": ended,
        }
    )
    for turn, text in enumerate(said, start=1):
        row = {"session_id": session_id, "number": turn, "turn_id": f"{number}-{turn}", "status": "answered"}
        row |= {"text": text, "sentences": told["agent"]["sentences"], "recogniser": "1", "reply": reply}
        row |= {"state": {"turn": turn}, "asked_at": began, "answered_at": began, "paused_seconds": 0.0}
        batch[turns].append(row)
    row = {"session_id": session_id, "person_id": person, "ended_at": ended, "score": score, "face": "glad"}
    row |= {"recommend": score // 10, "anger": 0.2, "satisfaction": score / 100, "first_response_seconds": 40.0}
    row |= {"seconds": 540.0, "replies": TURNS, "mistakes": {"blame": number % 3}}
    row |= {step: chance.random() for step in ("hear", "empathize", "apologize", "resolve", "diagnose")}
    batch[results].append(row)
    if number % 10 == 0:
        comment = {"id": f"comment-{number}", "session_id": session_id, "turn": 1, "sentence": 0, "mentions": []}
        batch[comments].append({**comment, "author_id": "owner", "text": "Well said.", "created_at": ended})


def _words(chance: Random, number: int) -> str:
    rare = f" {_RARE}" if number % 100 == 7 else ""
    return " ".join(chance.choice(_WORDS[:-3]) for _ in range(30)) + (" deposit" if number % 10 == 3 else "") + rare


def measure(size: int, calls: int, folder: Path) -> dict[str, Line]:
    """Each route's times and queries with so many turns stored."""
    settings = Settings(database_url=f"sqlite:///{folder / f'{size}.sqlite3'}")
    database = Database(settings.database_url, settings.database_timeout)
    migrate(database)
    fill(database, size)
    app = create_app(settings)
    known = {rule.rule.replace("<person_id>", "person-7") for rule in app.url_map.iter_rules()}
    found = {}
    for name, path in ROUTES.items():
        if path.split("?")[0] in known:
            found[name] = _measured(app, name, path, calls)
    return found


def _measured(app: Flask, name: str, path: str, calls: int) -> Line:
    client = app.test_client()
    if "{next}" in path:
        path = path.format(next=_cursor(client, path.split("?")[0]))

    def ask(_: object) -> None:
        answer = client.get(path)
        if answer.status_code != 200:
            raise SystemExit(f"{path} answered {answer.status_code}: {answer.text[:300]}")

    timing = time_calls(name, ask, calls, lambda number: number)
    return Line(timing, queries(app, lambda: ask(None)))


def _cursor(client: FlaskClient, path: str) -> str:
    """What asks for page 20."""
    cursor = client.get(path).json["next"]
    for _ in range(18):
        cursor = client.get(path, query_string={"before": cursor}).json["next"]
    return str(cursor)


def queries(app: Flask, work: Callable[[], None]) -> int:
    """How many queries something makes, the beginnings of transactions left out."""
    engine, seen = app.extensions["heard"].database.engine, []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if not statement.startswith("BEGIN"):
            seen.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        work()
    finally:
        event.remove(engine, "before_cursor_execute", note)
    return len(seen)


def show(figures: Mapping[int, Mapping[str, Line]]) -> None:
    """Print the figures as a table."""
    few, many = SIZES
    print(f"{'':36s} {f'{few:,} turns':>26s} {f'{many:,} turns':>26s} {'growth':>8s}")
    print(f"{'':36s} " + f"{'p50 ms':>9s} {'p95 ms':>8s} {'queries':>7s} " * 2 + f"{'of p50':>8s}")
    for name, line in figures[few].items():
        other = figures[many][name]
        cells = [f"{one.timing.p50:9.1f} {one.timing.p95:8.1f} {one.queries:7d} " for one in (line, other)]
        print(f"{name:36s} {''.join(cells)} {other.timing.p50 / line.timing.p50:7.1f}")


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.store", description=__doc__)
    parser.add_argument(
        "--calls", type=count, default=50, help=f"how many calls of each kind, {FEWEST} to {MOST} (default 50)"
    )
    calls = parser.parse_args().calls
    with tempfile.TemporaryDirectory() as folder:
        show({size: measure(size, calls, Path(folder)) for size in SIZES})
    return 0


if __name__ == "__main__":
    sys.exit(main())
