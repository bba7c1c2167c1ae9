"""What people write reaches no log: the application is asked everything, with a marker in every field."""

import logging
from dataclasses import replace

import pytest
from api_client import Api, new_id
from full_store import SESSION, fill

from assistant_api import create_app
from assistant_api.api.examples import examples
from assistant_api.customer_client import CustomerClient, CustomerRefused, CustomerUnreachable

MARKER = "Zanzibarbara"
IDS = {
    "session_id": SESSION,
    "person_id": "owner",
    "comment_id": "one",
    "assignment_id": "assignment",
    "dispute_id": "dispute",
    "goal_id": "goal",
    "scenario_id": "late_parcel",
}


@pytest.fixture(autouse=True)
def log(caplog):
    caplog.set_level(logging.DEBUG)
    return caplog


@pytest.fixture
def everything(settings, database, monkeypatch, tmp_path):
    fill(database)
    monkeypatch.setenv("HEARD_SCENARIOS", str(tmp_path / "scenarios"))
    monkeypatch.setenv("HEARD_RECOGNISER", str(tmp_path / "missing.joblib"))
    return Api(create_app(replace(settings, keep_drafts=True)))


def logged(caplog):
    """The lines of our own programs, with what hangs on them; the HTTP client tells its addresses at DEBUG alone."""
    caplog.handler.setFormatter(logging.Formatter("%(name)s %(message)s"))
    return [caplog.handler.format(record) for record in caplog.records if not record.name.startswith("urllib3")]


def marked(value):
    """Each way of putting the marker into one text of some JSON."""
    if isinstance(value, str):
        yield f"{value} {MARKER}"
        yield MARKER
    elif isinstance(value, list):
        for number, one in enumerate(value):
            yield from ([*value[:number], other, *value[number + 1 :]] for other in marked(one))
    elif isinstance(value, dict):
        for name, one in value.items():
            yield from ({**value, name: other} for other in marked(one))
        yield {**value, MARKER: MARKER}
    else:
        yield MARKER


def operations(api):
    for path, item in api.get("/openapi.json").json["paths"].items():
        for method, told in item.items():
            yield path.removeprefix("/api/v1"), method.upper(), told["operationId"]


def test_no_field_of_any_route(everything, log):
    asked = 0
    for path, method, name in operations(everything):
        place = path.format(**{key: IDS.get(key, MARKER) for key in _keys(path)})
        for body in marked(examples().get(name, {}).get("request") or {}):
            everything.client.open(f"/api/v1{place}", method=method, json=None if method == "GET" else body)
            asked += 1
        everything.client.open(f"/api/v1{place}", method=method, query_string={"q": MARKER, "before": MARKER})
        if method != "GET":
            everything.client.open(f"/api/v1{place}", method=method, data=MARKER, content_type="application/json")
            everything.client.open(
                f"/api/v1{place}", method=method, data=f'{{"a": "{MARKER}', content_type="text/plain"
            )
        nowhere = path.format(**dict.fromkeys(_keys(path), MARKER))
        everything.client.open(f"/api/v1{nowhere}", method=method, headers={"Authorization": f"Bearer {MARKER}"})
    assert asked > 60
    assert log.records
    assert [line for line in logged(log) if MARKER.lower() in line.lower()] == []


def _keys(path):
    return [part.split("}")[0] for part in path.split("{")[1:]]


@pytest.mark.parametrize("path", ["/{0}", "/review/{0}", "/practice?scenario={0}", "/assets/{0}", "/welcome/{0}"])
def test_no_address_of_a_page(everything, log, path):
    everything.client.get(path.format(MARKER), headers={"User-Agent": MARKER, "Referer": f"http://x/{MARKER}"})
    assert [line for line in logged(log) if MARKER in line] == []


@pytest.mark.parametrize(
    "error",
    [CustomerUnreachable(f"gone: {MARKER}"), CustomerRefused(f"no: {MARKER}"), KeyError(MARKER), ValueError(MARKER)],
    ids=lambda error: type(error).__name__,
)
def test_nothing_that_fails_on_the_way(api, log, monkeypatch, error):
    session = api.start()

    def fail(*_, **__):
        raise error

    monkeypatch.setattr(CustomerClient, "turn", fail)
    assert api.say(session, f"I am sorry, {MARKER}.", new_id()).status_code >= 400
    lines = [line for line in logged(log) if MARKER in line]
    assert lines == [], lines


def test_a_database_that_fails_tells_no_values(api, database, log):
    session = api.start()
    with database.writing() as connection:
        connection.exec_driver_sql("DROP TABLE turns")
    assert api.say(session, f"I am sorry, {MARKER}.").status_code >= 500
    assert [line for line in logged(log) if MARKER in line] == []
