"""The same rows in SQLite and in PostgreSQL, and every question of the API asked of both: the answers are the same."""

import re
from dataclasses import replace

import pytest
from api_client import Api
from full_store import ADA, ROOT, SESSION, TEAM, TOM
from postgres_server import NAME
from practised import fill_both, one

from assistant_api import create_app
from assistant_api.access import Door
from assistant_api.settings import Settings
from assistant_api.store import Database, now
from assistant_api.store.migrate import migrate
from assistant_api.store.people import find_person

AGENT = one(1, 0)
PARTS = {
    "session_id": SESSION, "person_id": ADA, "team_id": TEAM, "assignment_id": "assignment", "code": "HEARD-1",
    "webhook_id": "hook", "scenario_id": "late_parcel",
}  # fmt: skip
# Files that are made from what the others tell, with the moment in them, and what no database has part in.
LEFT = re.compile(r"\.(pdf|xlsx)$|/openapi|/scenario|/personas|/levels|/moves|/health")
REVIEWED = [
    {}, {"person": AGENT}, {"team": TEAM}, {"scenario": "late_parcel"}, {"level": 3}, {"kind": "imported"},
    {"kind": "practice"}, {"ending": "walks_off"}, {"score_from": 60}, {"score_to": 40},
    {"score_from": 0, "score_to": 0}, {"commented": "yes"}, {"commented": "no"},
    *({"disputed": how} for how in ("open", "answered", "any", "none")),
    *({"sort": sort} for sort in ("newest", "oldest", "highest", "lowest")),
    {"date_from": "2026-03-02", "date_to": "2026-03-02"}, {"date_to": "9999-12-31"}, {"date_from": "0001-01-01"},
    {"date_to": str(now().date())},
    *({"q": words} for words in (
        "parcel", "PARCEL", "café", "CAFÉ", "100%", "it_all", "%", "_", '"quoted" back\\', "straße", "ñandú",
        "i̇stanbul", "parcel -sorry", "-parcel", '"naïve of"', "it's", "sorry\0about",
    )),
    {"q": "parcel", "level": 1, "sort": "lowest", "commented": "no"},
]  # fmt: skip
FIGURES = [
    {}, {"everybody": "yes"}, {"team": TEAM}, {"person": AGENT}, {"everybody": "yes", "weeks": 26, "mark": 55},
    {"team": TEAM, "weeks": 2}, {"everybody": "yes", "mark": 0},
]  # fmt: skip


class Asked:
    """The application over each database, asked the same as the same person."""

    def __init__(self, databases, settings):
        self.databases = databases
        self.apis = [Api(create_app(replace(settings, database_url=str(one.engine.url)))) for one in databases]

    def person(self, person_id):
        found = []
        for database in self.databases:
            with database.reading() as connection:
                found.append(find_person(connection, person_id))
        assert found[0] == found[1]
        return found[0]

    def of_both(self, path, **query):
        """The answer, which is the same of both."""
        answers = [api.get(path, query_string=query) for api in self.apis]
        told = [(one.status_code, _without_chance(one.text)) for one in answers]
        assert told[0] == told[1], (path, query)
        return answers[0]


def _without_chance(text):
    # Codes of certificates that are awarded, and what is noted, while the test runs.
    coded = re.sub(r"\b[2-9A-Z]{4}(-[2-9A-Z]{4}){2}\b", "code", text)
    return re.sub(rf"{now().date()}T[0-9:.]+(Z|\+00:00)", "now", coded)


@pytest.fixture(scope="module")
def both(postgres_server, tmp_path_factory):
    url = f"sqlite:///{tmp_path_factory.mktemp('both') / 'heard.sqlite3'}"
    databases = [Database(url, 20), Database(postgres_server.empty_database(), 20)]
    migrate(databases[0])
    fill_both(databases)
    return Asked(databases, Settings(database_url=url, database_timeout=20, rasa_url="http://127.0.0.1:1"))


@pytest.fixture
def asking(both, monkeypatch):
    """Both, asked by one of the people."""

    def by(person_id):
        person = both.person(person_id)
        monkeypatch.setattr(Door, "person", lambda self, request, lock: person)
        return both

    return by


@pytest.mark.parametrize("who", [ADA, TOM, ROOT, AGENT])
def test_every_route_that_reads(asking, who):
    both, answered = asking(who), set()
    for rule in sorted(both.apis[0].app.url_map.iter_rules(), key=str):
        if "GET" in rule.methods and rule.rule.startswith("/api/v1") and not LEFT.search(rule.rule):
            path = re.sub(r"<(?:path:)?(\w+)>", lambda part: PARTS[part[1]], rule.rule.removeprefix("/api/v1"))
            if both.of_both(path).status_code == 200:
                answered.add(rule.rule)
    assert len(answered) >= {ADA: 15, TOM: 20, ROOT: 25, AGENT: 10}[who], sorted(answered)


@pytest.mark.parametrize("who", [TOM, AGENT])
def test_the_list_to_review_from_page_by_page(asking, who):
    both = asking(who)
    found = [len(_pages(both, query)) for query in REVIEWED]
    assert sum(map(bool, found)) >= (len(REVIEWED) - 2 if who == TOM else 20)


def _pages(both, query):
    before, seen = {}, []
    while True:
        page = both.of_both("/review/sessions", **query, **before, limit=25).json
        seen += [line["id"] for line in page["sessions"]]
        if page["next"] is None:
            break
        before = {"before": page["next"]}
    assert len(seen) == len(set(seen)) == page["total"], query
    return seen


def test_figures(asking):
    both = asking(ROOT)
    for query in FIGURES:
        assert both.of_both("/insight", **query).status_code == 200


def test_files(asking):
    both = asking(ROOT)
    for query in ({}, {"q": "parcel"}, {"sort": "lowest"}, {"team": TEAM}, {"ending": "content"}):
        for form in ("csv", "json"):
            assert "late_parcel" in both.of_both(f"/exports/sessions.{form}", **query).text


def test_samples_to_rate(asking):
    both = asking(TOM)
    for until in ("2026-03-02", str(now().date()), "0001-01-01"):
        assert both.of_both("/calibration", until=until, seed=7).status_code == 200


def test_everything_of_everybody(asking):
    both = asking(ROOT)
    people = both.of_both("/people").json["people"]
    assert len(people) > 12
    for person in people:
        assert both.of_both(f"/people/{person['id']}/export").status_code == 200


def test_pages_of_lists_go_on_alike(asking):
    both = asking(ROOT)
    for path in ("/audit", "/sessions", "/drafts/kept"):
        for before in (None, 1, 2, 2**31, 10**15 - 1):
            query = {} if before is None else {"before": before}
            assert both.of_both(path, limit=1, **query).status_code == 200


def test_it_is_two_databases(both):
    assert [one.engine.dialect.name for one in both.databases] == ["sqlite", "postgresql"]
    assert both.databases[1].engine.url.database == NAME
    with both.databases[1].reading() as connection:
        assert connection.exec_driver_sql("SHOW timezone").scalar_one() == "Asia/Kolkata"
