"""Every page and every endpoint, asked as nobody, as agents, trainers and an admin: the table in ``docs/access.md``.

The addresses are taken from the application, so none can be forgotten. Where the table is stale it is written anew and
the test fails once: read what has changed, and keep it.
"""

from pathlib import Path

import pytest
from belongings import OBJECTS, OTHERWISE

from assistant_api.access import Scope
from assistant_api.api.examples import examples
from assistant_api.api.operation import lock_of
from assistant_api.drafts import Drafts
from coaching.errors import MissingResourceError

TABLE = Path(__file__).parents[3] / "docs" / "access.md"
YES, SIGN_IN, ROLE, MISSING = "yes", "sign in", "role", "404"
WHO = ("nobody", "another agent", "another trainer", "agent", "trainer", "admin")
FOR_ALL = {
    "GET /sign-in",
    "GET /welcome/<link>",
    "GET /widget.js",
    "GET /assets/<path:filename>",
    "GET /api/v1/health",
    "POST /api/v1/sign-in",
    "POST /api/v1/sign-out",
    "POST /api/v1/welcome",
}
"""All that is open to nobody in particular."""
EVERYBODYS = {"scenario_id", "filename", "link", "code"}
"""Parts of addresses that mean nothing of anybody's own, or that only those know whom they were given to."""
HEAD = """# Who may open and do what

Made by `tests/assistant_api/people/test_access_table.py`, which asks for every page and every endpoint as each of
these, where people sign in (`HEARD_SIGN_IN=1`). What an address names (a session, a token, an assignment …) belongs to
the *agent* of the table, who is in one team with the *trainer*; *another agent* and *another trainer* are in another
team.

- **yes**: let in (what is asked may still be wrong: an empty form, a session that has ended).
- **sign in**: nobody is let in before signing in; pages lead to `/sign-in`, the API answers 401.
- **role**: not for this role; 403.
- **404**: the same answer as for an id that there is not. Pages that fetch what they show (`/review/<session_id>` and
  the like) are the same empty frame for every id, and what they fetch is answered as told here.

A token acts as its person and needs the scope of the last column (*any*: every token will do, *none*: no token does).
Without sign-in (single-user mode) there is one person, who may do what an admin may.

| | {who} | token |
|---|{lines}---|
"""


@pytest.fixture
def untouched(monkeypatch, catalogue, tmp_path):
    """Nothing that is slow or of this machine: no recogniser, and a folder of scenarios of its own."""

    def missing(self, *asked):
        raise MissingResourceError("no recogniser here")

    for name in ("check", "rewrite", "explain", "checker"):
        monkeypatch.setattr(Drafts, name, missing)
    monkeypatch.setattr(catalogue.library, "own", tmp_path / "own")


def routes(app):
    for rule in sorted(app.url_map.iter_rules(), key=lambda one: (one.rule.startswith("/api/"), one.rule)):
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
            yield rule, method


BODIES = {"change_assignment": {"title": "x", "pass_mark": 50}}


def body_of(name):
    return examples().get(name, {}).get("request") or BODIES.get(name, {})


class Asking:
    def __init__(self, staff, stranger):
        self.staff, self.stranger = staff, stranger
        self.shared, self.person, self.number = {}, None, 0

    def ask(self, rule, method, who):
        """What somebody is told, and what it was asked of."""
        name = rule.endpoint.rsplit(".", 1)[-1]
        values = {part: self.thing(part, name, method) for part in rule.arguments}
        browser = self.browser(who)
        if "person_id" in values and who == "agent":
            browser = self.person
        path = rule.rule
        for part, value in values.items():
            path = path.replace(f"<{part}>", value).replace(f"<path:{part}>", value)
        body = None if method in ("GET", "DELETE") else body_of(name)
        answer = browser.client.open(path, method=method, json=body, buffered=True)
        if name == "post_sign_out":
            self.sign_in_again(who)
        return answer

    def thing(self, part, name, method):
        make = OTHERWISE.get(name) or OBJECTS.get(part)
        if part == "person_id":
            self.number += 1
            self.person = self.staff.add(f"new{self.number}", "agent", "lamps")
            return self.staff.ids[f"new{self.number}"]
        assert make, f"say in belongings.py how to make what <{part}> of {name} stands for"
        if method != "GET":
            return make(self.staff)
        if make not in self.shared:
            self.shared[make] = make(self.staff)
        return self.shared[make]

    def browser(self, who):
        return {
            "nobody": self.stranger,
            "another agent": self.staff.other_agent,
            "another trainer": self.staff.other_trainer,
            "agent": self.staff.agent,
            "trainer": self.staff.trainer,
            "admin": self.staff.admin,
        }[who]

    def sign_in_again(self, who):
        logins = {"another agent": "abe", "another trainer": "theo", "agent": "amy", "trainer": "tess", "admin": "ada"}
        if who in logins:
            assert self.browser(who).sign_in(f"{logins[who]}@desk.example").status_code == 200


def told(answer):
    """The answer in a word."""
    assert answer.status_code < 500 or answer.status_code == 503, (answer.request.path, answer.text[:300])
    if answer.status_code == 401 or (answer.status_code == 302 and "/sign-in" in answer.headers["Location"]):
        return SIGN_IN
    if answer.status_code == 403 and (not answer.is_json and "role" in answer.text or "role-too-low" in answer.text):
        return ROLE
    return MISSING if answer.status_code == 404 else YES


def scope_of(app, rule, method):
    if rule.endpoint == "pages.static":
        return Scope.ANY.value
    return lock_of(app.view_functions[rule.endpoint]).scope_for(method).value


def test_everything_as_everybody(desk, staff, stranger, untouched, caplog):
    asking, lines, open_to_all = Asking(staff, stranger), [], set()
    for rule, method in routes(desk):
        address = f"{method} {rule.rule}"
        words = [told(asking.ask(rule, method, who)) for who in WHO]
        lines.append(f"| `{address}` | {' | '.join(words)} | {scope_of(desk, rule, method)} |")
        if words[0] != SIGN_IN:
            open_to_all.add(address)
        elif rule.rule.startswith("/api/") and set(rule.arguments) - EVERYBODYS:
            # Whatever belongs to somebody is not there for people of another team.
            assert {words[1], words[2]} <= {MISSING, ROLE}, (address, words)
    assert open_to_all == FOR_ALL
    assert "not foreseen" not in caplog.text
    table = HEAD.format(who=" | ".join(WHO), lines="---|" * len(WHO)) + "\n".join(lines) + "\n"
    if not TABLE.exists() or TABLE.read_text(encoding="utf-8") != table:
        TABLE.write_text(table, encoding="utf-8")
        pytest.fail("docs/access.md was stale and is written anew: read what has changed, and keep it")


def test_what_is_somebody_elses_is_told_like_what_is_not_there(desk, staff, untouched):
    asking = Asking(staff, staff.agent)
    for rule, method in routes(desk):
        if not rule.rule.startswith("/api/") or not set(rule.arguments) - EVERYBODYS:
            continue
        path = rule.rule
        for part in rule.arguments:
            path = path.replace(f"<{part}>", "11111111-1111-4111-8111-111111111111")
        body = None if method in ("GET", "DELETE") else body_of(rule.endpoint.rsplit(".", 1)[-1])
        for who in ("another agent", "another trainer"):
            theirs = asking.ask(rule, method, who)
            nothing = asking.browser(who).client.open(path, method=method, json=body)
            assert (theirs.status_code, theirs.text) == (nothing.status_code, nothing.text), (method, rule.rule, who)
