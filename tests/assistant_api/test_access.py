"""Who may have drafts checked: our own pages, pages of allowed sites with a token, and programs."""

from dataclasses import replace
from datetime import timedelta

import pytest
from api_client import Api, assert_problem

from assistant_api import create_app
from assistant_api.drafts import Drafts
from assistant_api.store import TokenStore
from assistant_api.store import tokens as token_store
from assistant_api.store.records import now

DESK = "https://desk.example"
CHECK, BODY = "/drafts/check", {"draft": "I am sorry."}
FAR = {"REMOTE_ADDR": "192.0.2.7"}


@pytest.fixture(autouse=True)
def checked(monkeypatch, report):
    """Drafts that came as far as the checker."""
    seen = []
    monkeypatch.setattr(Drafts, "check", lambda self, *asked: seen.append(asked) or report)
    return seen


@pytest.fixture
def desk(settings, database):
    """An application that lets one other site's pages in."""
    return Api(create_app(replace(settings, origins=frozenset({DESK}))))


@pytest.fixture
def strict(settings, database):
    return Api(create_app(replace(settings, origins=frozenset({DESK}), require_token=True)))


@pytest.fixture
def token(database):
    return TokenStore(database).add("desk")


def bearer(token, **more):
    return {"Authorization": f"Bearer {token}", **more}


@pytest.mark.parametrize("site", [{}, {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}])
def test_a_page_of_an_allowed_site_with_a_token(desk, token, checked, site):
    answer = desk.post(CHECK, BODY, headers=bearer(token, Origin=DESK, **site))
    assert answer.status_code == 200
    assert answer.headers["Access-Control-Allow-Origin"] == DESK
    assert "Access-Control-Allow-Credentials" not in answer.headers
    assert "Origin" in answer.headers["Vary"]
    assert len(checked) == 1


def test_a_page_of_an_allowed_site_without_a_token(desk, checked):
    answer = desk.post(CHECK, BODY, headers={"Origin": DESK, "Sec-Fetch-Site": "cross-site"})
    assert "coach token new" in assert_problem(answer, "token-needed", 401)["detail"]
    assert answer.headers["WWW-Authenticate"] == "Bearer"
    # The page may read why.
    assert answer.headers["Access-Control-Allow-Origin"] == DESK
    assert checked == []


@pytest.mark.parametrize(
    "origin",
    [
        "http://desk.example",
        "https://desk.example:8443",
        "https://desk.example.evil.example",
        "https://evil.example",
        "https://deskxexample",
        "null",
        "https://[",
    ],
)
def test_a_page_of_any_other_site_in_spite_of_a_token(desk, token, checked, origin):
    for site in ({}, {"Sec-Fetch-Site": "cross-site"}):
        answer = desk.post(CHECK, BODY, headers=bearer(token, Origin=origin, **site))
        assert_problem(answer, "cross-origin", 403)
        assert "Access-Control-Allow-Origin" not in answer.headers
    assert checked == []


def test_without_a_list_no_site_is_allowed(api, token):
    assert_problem(api.post(CHECK, BODY, headers=bearer(token, Origin=DESK)), "cross-origin", 403)


@pytest.mark.parametrize("path", ["/drafts/check", "/drafts/check/batch", "/drafts/rewrite", "/moves/explain"])
def test_a_preflight_of_an_allowed_site(desk, path):
    asked = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization,content-type"}
    answer = desk.client.options(f"/api/v1{path}", headers={"Origin": DESK, **asked})
    assert answer.status_code == 200
    assert answer.headers["Access-Control-Allow-Origin"] == DESK
    assert answer.headers["Access-Control-Allow-Methods"] == "POST"
    assert answer.headers["Access-Control-Allow-Headers"] == "authorization, content-type"
    assert answer.headers["Access-Control-Max-Age"] == "600"


def test_a_preflight_from_the_internet_to_this_machine(desk):
    asked = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Private-Network": "true"}
    answer = desk.client.options(f"/api/v1{CHECK}", headers={"Origin": DESK, **asked})
    assert answer.headers["Access-Control-Allow-Private-Network"] == "true"


@pytest.mark.parametrize(
    ("origin", "path"),
    [
        ("https://evil.example", CHECK),
        ("null", CHECK),
        (DESK, "/sessions"),
        (DESK, "/drafts/keep"),
        (DESK, "/drafts/kept"),
        (DESK, "/drafts/checked"),
    ],
)
def test_a_preflight_that_lets_nothing_through(desk, origin, path):
    answer = desk.client.options(f"/api/v1{path}", headers={"Origin": origin, "Access-Control-Request-Method": "POST"})
    assert not [name for name in answer.headers.keys() if name.startswith("Access-Control")]


def test_our_own_page_needs_no_token(strict, checked):
    for headers in ({"Sec-Fetch-Site": "same-origin", "Origin": "http://localhost"}, {"Origin": "http://localhost"}):
        answer = strict.post(CHECK, BODY, headers=headers)
        assert answer.status_code == 200
        assert "Access-Control-Allow-Origin" not in answer.headers
    assert strict.post(CHECK, BODY, headers={"Origin": "http://localhost"}, environ_base=FAR).status_code == 200
    assert len(checked) == 3


@pytest.mark.parametrize("address", ["127.0.0.1", "127.8.8.8", "::1", "::ffff:127.0.0.1", ""])
def test_a_program_on_this_machine_needs_none_unless_that_is_set(desk, strict, token, address):
    here = {"environ_base": {"REMOTE_ADDR": address}}
    assert desk.post(CHECK, BODY, **here).status_code == 200
    assert_problem(strict.post(CHECK, BODY, **here), "token-needed", 401)
    assert strict.post(CHECK, BODY, headers=bearer(token), **here).status_code == 200


@pytest.mark.parametrize("address", ["192.0.2.7", "2001:db8::7", "::ffff:192.0.2.7"])
def test_a_program_on_another_machine_needs_one(desk, token, address):
    there = {"environ_base": {"REMOTE_ADDR": address}}
    assert_problem(desk.post(CHECK, BODY, **there), "token-needed", 401)
    assert desk.post(CHECK, BODY, headers=bearer(token), **there).status_code == 200
    assert desk.get("/moves", **there).status_code == 200


@pytest.mark.parametrize(
    "given",
    [
        "Bearer heard_wrong",
        "Bearer",
        "Bearer ",
        "Bearer a b",
        "heard_wrong",
        "Token heard_wrong",
        "Bearer \xe9",
        "bearer,",
    ],
)
def test_a_wrong_token_is_never_passed_over(desk, checked, given):
    for headers in ({}, {"Origin": DESK}, {"Origin": "http://localhost"}):
        answer = desk.post(CHECK, BODY, headers={"Authorization": given, **headers})
        assert_problem(answer, "bad-token", 401)
        assert answer.headers["WWW-Authenticate"] == 'Bearer error="invalid_token"'
    assert_problem(desk.get("/moves", headers={"Authorization": given}), "bad-token", 401)
    assert checked == []


def test_what_a_proxy_asks_of_people_is_its_own_affair(desk):
    for given in ("Basic bWU6c2VjcmV0", "Digest username=me", "Negotiate abc"):
        assert desk.post(CHECK, BODY, headers={"Authorization": given}).status_code == 200


def test_a_revoked_token(desk, database, token):
    asked = {"headers": bearer(token, Origin=DESK)}
    assert desk.post(CHECK, BODY, **asked).status_code == 200
    TokenStore(database).revoke("desk")
    assert_problem(desk.post(CHECK, BODY, **asked), "bad-token", 401)


def test_an_expired_token(desk, database, monkeypatch):
    token = TokenStore(database).add("intern", days=2)
    asked = {"headers": bearer(token, Origin=DESK)}
    assert desk.post(CHECK, BODY, **asked).status_code == 200
    later = now() + timedelta(days=2, seconds=1)
    monkeypatch.setattr(token_store, "now", lambda: later)
    assert_problem(desk.post(CHECK, BODY, **asked), "bad-token", 401)


def test_a_token_opens_no_session_and_no_kept_reply(desk, token):
    session = desk.start()
    for method, path in (
        ("GET", "/sessions"),
        ("POST", "/sessions"),
        ("GET", f"/sessions/{session['id']}"),
        ("DELETE", f"/sessions/{session['id']}"),
        ("POST", f"/sessions/{session['id']}/turns"),
        ("POST", "/drafts/keep"),
        ("GET", "/drafts/kept"),
        ("DELETE", "/drafts/kept"),
    ):
        answer = desk.client.open(f"/api/v1{path}", method=method, headers=bearer(token))
        assert_problem(answer, "token-scope", 403)
        assert 'error="insufficient_scope"' in answer.headers["WWW-Authenticate"]
    assert desk.get(f"/sessions/{session['id']}").status_code == 200
    assert desk.get("/moves", headers=bearer(token)).status_code == 200


def test_an_allowed_site_gets_nothing_but_drafts(desk, token):
    asked = {"headers": bearer(token, Origin=DESK)}
    assert_problem(desk.post("/sessions", {"scenario": "late_parcel"}, headers={"Origin": DESK}), "cross-origin", 403)
    for answer in (desk.post("/sessions", {}, **asked), desk.get("/sessions", **asked), desk.get("/moves", **asked)):
        assert "Access-Control-Allow-Origin" not in answer.headers


def test_a_database_that_is_away_lets_nobody_in(settings, token, checked):
    away = Api(create_app(replace(settings, database_url="postgresql://nobody@127.0.0.1:1/none")))
    assert_problem(away.post(CHECK, BODY, headers=bearer(token)), "database-unavailable", 503)
    assert checked == []


def test_the_database_holds_no_token(database, token, tmp_path):
    held = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"desk" in held
    assert token.encode() not in held and token.removeprefix("heard_").encode() not in held


def test_tokens_are_long_and_differ(database):
    store = TokenStore(database)
    made = {store.add(f"number {number}") for number in range(20)}
    assert len(made) == 20
    assert {len(token) for token in made} == {len("heard_") + 43}
