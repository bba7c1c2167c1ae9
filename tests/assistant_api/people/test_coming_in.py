"""Signing in, the cookie, links that work once, passwords, and how often one may be wrong."""

from dataclasses import replace
from datetime import timedelta

import pytest
from api_client import assert_problem
from staff import PASSWORD, Browser, secret_of

from assistant_api import create_app
from assistant_api.people import passwords
from assistant_api.store import people_attempts, people_links, people_visits
from assistant_api.store.people_links import FIRST
from assistant_api.store.records import now

AMY = "amy@desk.example"


def later(monkeypatch, module, **by):
    moment = now() + timedelta(**by)
    monkeypatch.setattr(module, "now", lambda: moment)


def cookie_of(answer):
    return answer.headers["Set-Cookie"]


def test_in_and_out(staff, stranger):
    assert_problem(stranger.get("/account"), "sign-in-needed", 401)
    answer = stranger.sign_in(" AMY@desk.example")
    assert answer.json["name"] == "Amy Agent" and answer.json["role"] == "agent"
    assert answer.json["trainers"] == ["Tess Trainer"]
    assert stranger.get("/account").json == answer.json
    assert stranger.post("/sign-out").status_code == 204
    assert_problem(stranger.get("/account"), "sign-in-needed", 401)


def test_the_cookie_is_out_of_reach(staff, settings, stranger):
    here = cookie_of(stranger.sign_in(AMY))
    assert here.startswith("heard=") and "HttpOnly" in here and "SameSite=Lax" in here and "Path=/" in here
    assert "Secure" not in here
    over_tls = cookie_of(stranger.sign_in(AMY, base_url="https://localhost"))
    assert over_tls.startswith("__Host-heard=") and "Secure" in over_tls and "HttpOnly" in over_tls
    away = Browser(create_app(replace(settings, sign_in=True, hosts=frozenset({"desk.example"}))))
    beyond = cookie_of(away.sign_in(AMY, headers={"Host": "desk.example"}))
    assert beyond.startswith("__Host-heard=") and "Secure" in beyond and "Domain" not in beyond


def test_the_database_holds_neither_cookie_nor_password(staff, stranger, tmp_path):
    cookie = cookie_of(stranger.sign_in(AMY)).split(";")[0].partition("=")[2]
    held = b"".join(path.read_bytes() for path in tmp_path.iterdir() if path.is_file())
    assert AMY.encode() in held and b"$argon2id$" in held
    assert cookie.encode() not in held and PASSWORD.encode() not in held


def test_a_cookie_that_was_there_before_is_good_for_nothing(staff, stranger):
    first = cookie_of(stranger.sign_in(AMY)).split(";")[0]
    assert cookie_of(stranger.sign_in(AMY)).split(";")[0] != first
    thief = Browser(staff.app)
    assert_problem(thief.get("/account", headers={"Cookie": first}), "sign-in-needed", 401)


def test_a_browser_that_nobody_uses_is_signed_out(staff, monkeypatch):
    later(monkeypatch, people_visits, hours=11)
    assert staff.agent.get("/account").status_code == 200
    later(monkeypatch, people_visits, hours=22)
    assert staff.agent.get("/account").status_code == 200
    later(monkeypatch, people_visits, hours=35)
    assert_problem(staff.agent.get("/account"), "sign-in-needed", 401)


def test_no_browser_stays_for_ever(staff, monkeypatch):
    for day in range(1, 15):
        later(monkeypatch, people_visits, hours=11 * day)
        assert staff.agent.get("/account").status_code == 200
    later(monkeypatch, people_visits, hours=11 * 15, minutes=300)
    assert_problem(staff.agent.get("/account"), "sign-in-needed", 401)


@pytest.mark.parametrize("login", [AMY, "nobody@desk.example", "x", ""])
def test_wrong_is_told_alike_whoever_it_is(staff, stranger, login):
    problem = assert_problem(stranger.sign_in(login, "not the lamp on the stairs"), "wrong-password", 403)
    assert problem == assert_problem(stranger.sign_in("theo@desk.example", "x"), "wrong-password", 403)


def test_a_login_that_nobody_has_is_hashed_for_all_the_same(staff, stranger, monkeypatch):
    asked = []
    right = passwords._HASHER

    class Counting:
        hash = right.hash

        def verify(self, kept, password):
            asked.append(kept.split("$")[3])
            return right.verify(kept, password)

    monkeypatch.setattr(passwords, "_HASHER", Counting())
    stranger.sign_in(AMY, "wrong")
    stranger.sign_in("nobody@desk.example", "wrong")
    assert len(asked) == 2 and asked[0] == asked[1]


def test_trying_out_passwords(staff, stranger, monkeypatch):
    for _ in range(8):
        assert stranger.sign_in(AMY, "wrong").status_code == 403
    answer = stranger.sign_in(AMY)
    problem = assert_problem(answer, "too-many-attempts", 429)
    assert "15 minutes" in problem["detail"]
    assert 0 < int(answer.headers["Retry-After"]) <= 15 * 60 + 1
    # Others come in all the same, and so does she a quarter of an hour later.
    assert stranger.sign_in("abe@desk.example").status_code == 200
    later(monkeypatch, people_attempts, minutes=16)
    assert stranger.sign_in(AMY).status_code == 200


def test_trying_out_logins(staff, stranger):
    for number in range(60):
        stranger.sign_in(f"number{number}@desk.example", "wrong")
    assert_problem(stranger.sign_in(AMY), "too-many-attempts", 429)
    elsewhere = {"environ_base": {"REMOTE_ADDR": "192.0.2.9"}}
    assert stranger.sign_in(AMY, **elsewhere).status_code == 200


def test_many_people_at_one_address(staff):
    for _ in range(70):
        assert Browser(staff.app).sign_in(AMY).status_code == 200


@pytest.mark.parametrize(
    "headers", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}, {"Origin": "null"}]
)
def test_no_other_site_signs_anybody_in_or_does_anything_in_their_name(staff, stranger, headers):
    assert_problem(stranger.sign_in(AMY, headers=headers), "cross-origin", 403)
    assert_problem(staff.admin.post("/teams", {"name": "x"}, headers=headers), "cross-origin", 403)
    assert_problem(staff.admin.post("/sign-out", headers=headers), "cross-origin", 403)
    form = {"data": "login=x", "content_type": "application/x-www-form-urlencoded"}
    assert_problem(stranger.post("/sign-in", **form), "not-json-type", 415)


def test_the_first_admin_comes_in_once(desk, stranger):
    links = desk.extensions["heard"].people.links
    older, link = links.make(FIRST, timedelta(hours=1), None, None), links.make(FIRST, timedelta(hours=1), None, None)
    me = {"name": "Ada", "login": "Ada@Desk.example"}
    assert_problem(stranger.welcome(older, **me), "link-gone", 410)
    problem = assert_problem(stranger.welcome(link), "validation", 422)
    assert [error["field"] for error in problem["errors"]] == ["name", "login"]
    answer = stranger.welcome(link, **me)
    assert answer.json["role"] == "admin" and answer.json["login"] == "ada@desk.example"
    assert stranger.get("/people").status_code == 200
    assert_problem(stranger.welcome(link, **me), "link-gone", 410)
    # One that was still about does not make a second one.
    late = links.make(FIRST, timedelta(hours=1), None, None)
    assert_problem(stranger.welcome(late, name="Eve", login="eve@desk.example"), "link-gone", 410)


def test_what_was_practised_before_anybody_signed_in_stays_the_first_admins(api, desk, stranger):
    session = api.start()
    link = desk.extensions["heard"].people.links.make(FIRST, timedelta(hours=1), None, None)
    stranger.welcome(link, name="Ada", login="ada@desk.example")
    assert [one["id"] for one in stranger.get("/sessions").json["sessions"]] == [session["id"]]


def test_an_invitation_works_once_and_not_for_ever(staff, stranger, monkeypatch):
    person = {"name": "Zoe", "login": "zoe@desk.example", "role": "agent", "teams": []}
    answer = staff.admin.post("/people", person)
    assert answer.json["link"]["kind"] == "invitation" and answer.json["person"]["invited"]
    assert_problem(stranger.sign_in("zoe@desk.example", ""), "wrong-password", 403)
    renewed = staff.admin.post(f"/people/{answer.json['person']['id']}/link")
    assert renewed.json["link"]["kind"] == "invitation"
    assert_problem(stranger.welcome(secret_of(answer)), "link-gone", 410)
    with monkeypatch.context() as patch:
        later(patch, people_links, days=7, minutes=1)
        assert_problem(stranger.welcome(secret_of(renewed)), "link-gone", 410)
    assert stranger.welcome(secret_of(renewed), name="Zoë").json["name"] == "Zoë"
    assert_problem(stranger.welcome(secret_of(renewed)), "link-gone", 410)
    assert stranger.sign_in("zoe@desk.example").status_code == 200


def test_looking_at_a_link_does_not_use_it_up(staff, stranger):
    path = staff.admin.post(f"/people/{staff.ids['amy']}/link").json["link"]["path"]
    for _ in range(2):
        page = stranger.client.get(path)
        assert page.status_code == 200 and "Amy Agent" in page.text
    assert stranger.welcome(path.removeprefix("/welcome/")).status_code == 200
    assert stranger.client.get(path).status_code == 410


def test_a_new_password_by_link_signs_other_browsers_out(staff, stranger):
    answer = staff.admin.post(f"/people/{staff.ids['amy']}/link")
    assert answer.json["link"]["kind"] == "password"
    assert stranger.post("/welcome", {"link": secret_of(answer), "password": "another lamp"}).status_code == 200
    assert_problem(staff.agent.get("/account"), "sign-in-needed", 401)
    assert stranger.get("/account").json["name"] == "Amy Agent"


def test_choosing_another_password_oneself(staff, stranger):
    stranger.sign_in(AMY)
    wrong = staff.agent.put("/account/password", {"current": "wrong", "password": "another lamp"})
    assert_problem(wrong, "wrong-password", 403)
    change = {"current": PASSWORD, "password": "another lamp"}
    assert staff.agent.put("/account/password", change).status_code == 204
    assert staff.agent.get("/account").status_code == 200
    assert_problem(stranger.get("/account"), "sign-in-needed", 401)
    assert_problem(stranger.sign_in(AMY), "wrong-password", 403)
    assert stranger.sign_in(AMY, "another lamp").status_code == 200


@pytest.mark.parametrize(
    "password",
    ["short", "123456789", "1234567890", "Password123", "amy@desk.example", "AMY@DESK.EXAMPLE", "a" * 30, "x" * 201],
)
def test_passwords_that_are_not_taken(staff, password):
    answer = staff.agent.put("/account/password", {"current": PASSWORD, "password": password})
    problem = assert_problem(answer, "validation", 422)
    assert [error["field"] for error in problem["errors"]] == ["password"]


@pytest.mark.parametrize(
    "password", ["four words are enough", "漢字漢字漢字ひらがなカタ", "  spaces at both ends  ", "🙂🙃" * 5 + "x"]
)
def test_passwords_that_are(staff, stranger, password):
    change = {"current": PASSWORD, "password": password}
    assert staff.agent.put("/account/password", change).status_code == 204
    assert stranger.sign_in(AMY, password).status_code == 200
    assert_problem(stranger.sign_in(AMY, password.upper() + "!"), "wrong-password", 403)


@pytest.mark.parametrize(
    "body", [{"login": "x\0", "password": "x"}, {"login": "x", "password": "\ud800"}, {}, {"login": 1}]
)
def test_what_is_no_sign_in_at_all(staff, stranger, body):
    assert_problem(stranger.post("/sign-in", body), "validation", 422)


def test_where_one_person_has_it_all_nobody_signs_in(api):
    assert api.get("/account").json["single_user"] is True
    assert_problem(api.post("/sign-in", {"login": "x", "password": "x"}), "sign-in-off", 409)
    assert_problem(api.post("/welcome", {"link": "x", "password": "x"}), "sign-in-off", 409)
    assert_problem(api.client.put("/api/v1/account/name", json={"name": "Me"}), "sign-in-off", 409)


def test_ones_browsers_are_told_and_signed_out(staff, stranger):
    stranger.sign_in(AMY)
    visits = staff.agent.get("/account/visits").json["visits"]
    assert [visit["this"] for visit in visits].count(True) == 1 and len(visits) == 2
    (other,) = [visit["id"] for visit in visits if not visit["this"]]
    assert_problem(staff.trainer.delete(f"/account/visits/{other}"), "not-found", 404)
    for wrong in ("", other[:-1], "%", "_" * 16, "x\0"):
        assert staff.agent.delete(f"/account/visits/{wrong}").status_code == 404
    assert staff.agent.delete(f"/account/visits/{other}").status_code == 204
    assert_problem(stranger.get("/account"), "sign-in-needed", 401)
    assert staff.agent.get("/account").status_code == 200
