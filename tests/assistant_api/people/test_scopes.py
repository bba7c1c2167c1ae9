"""One's own tokens: made with scopes, shown once, revoked; none does more than its scopes and its person may."""

import pytest
from api_client import SCENARIO, assert_problem
from staff import PASSWORD, Browser

from coaching.cli.main import main


@pytest.fixture
def program(staff):
    """A program that sends a token of Amy's with these scopes."""

    def make(*scopes, browser=None):
        answer = (browser or staff.agent).post("/tokens", {"name": "+".join(scopes), "scopes": list(scopes)})
        assert answer.status_code == 201, answer.text
        one = Browser(staff.app)
        one.client.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {answer.json['secret']}"
        return one

    return make


def test_a_token_is_shown_once(staff):
    made = staff.agent.post("/tokens", {"name": "widget", "scopes": ["drafts", "drafts"], "days": 30})
    assert made.json["secret"].startswith("heard_") and made.json["token"]["scopes"] == ["drafts"]
    (listed,) = staff.agent.get("/tokens").json["tokens"]
    assert listed == made.json["token"] and made.json["secret"] not in repr(listed)
    assert staff.other_agent.get("/tokens").json["tokens"] == []
    assert_problem(staff.other_agent.delete(f"/tokens/{listed['id']}"), "not-found", 404)
    assert_problem(staff.other_agent.post("/tokens", {"name": "widget", "scopes": ["read"]}), "token-taken", 409)
    for wrong in ("x", "-1", "99999999999999999999", "1\0"):
        assert_problem(staff.agent.delete(f"/tokens/{wrong}"), "not-found", 404)
    assert staff.agent.delete(f"/tokens/{listed['id']}").status_code == 204
    assert staff.agent.get("/tokens").json["tokens"] == []


def test_each_scope_is_for_itself(staff, program):
    session = staff.agent.post("/sessions", {"scenario": SCENARIO}).json["id"]
    reads, writes, drafts = program("read"), program("write"), program("drafts")
    assert reads.get(f"/sessions/{session}").status_code == 200
    assert_problem(reads.post(f"/sessions/{session}/pause", {}), "token-scope", 403)
    assert writes.post(f"/sessions/{session}/pause", {}).status_code == 200
    assert_problem(writes.get(f"/sessions/{session}"), "token-scope", 403)
    assert_problem(drafts.get(f"/sessions/{session}"), "token-scope", 403)
    for one in (reads, writes, drafts):
        assert one.get("/moves").status_code == 200
        assert_problem(one.get("/audit"), "token-scope", 403)
    assert_problem(reads.post("/drafts/check", {"draft": "Hello."}), "token-scope", 403)


def test_a_token_reaches_no_further_than_its_person(staff, program):
    theirs = staff.other_agent.post("/sessions", {"scenario": SCENARIO}).json["id"]
    assert_problem(program("read").get(f"/sessions/{theirs}"), "not-found", 404)
    assert_problem(program("read", "write").get("/people"), "role-too-low", 403)
    refused = staff.agent.post("/tokens", {"name": "more", "scopes": ["admin"]})
    assert [error["field"] for error in assert_problem(refused, "validation", 422)["errors"]] == ["scopes"]
    admin = program("admin", browser=staff.admin)
    assert admin.get("/audit").status_code == 200
    staff.add("zoe", "admin")
    staff.person("ada", role="agent")
    assert_problem(admin.get("/audit"), "role-too-low", 403)


def test_no_token_gives_itself_more(program):
    everything = program("drafts", "read", "write", "export")
    for method, path, body in (
        ("GET", "/tokens", None),
        ("POST", "/tokens", {"name": "more", "scopes": ["read"]}),
        ("PUT", "/account/password", {"current": PASSWORD, "password": "another lamp"}),
        ("PUT", "/account/name", {"name": "Me"}),
        ("GET", "/account/visits", None),
    ):
        answer = everything.client.open(f"/api/v1{path}", method=method, json=body)
        assert_problem(answer, "token-scope", 403)


def test_the_command_makes_them_too(staff, settings, monkeypatch, capsys):
    monkeypatch.setenv("HEARD_DATABASE_URL", settings.database_url)
    command = ["token", "new", "export", "--scope", "read", "--scope", "export", "--owner", "TESS@desk.example"]
    assert main(command) == 0
    told = capsys.readouterr()
    program = {"headers": {"Authorization": f"Bearer {told.out.strip()}"}}
    assert "read, export" in told.err
    assert [one["name"] for one in Browser(staff.app).get("/people", **program).json["people"]][0] == "Amy Agent"
    assert main(["token", "new", "x", "--owner", "nobody@desk.example"]) == 2
    assert "Nobody signs in as" in capsys.readouterr().err
