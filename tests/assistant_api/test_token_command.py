"""``coach token``: a token's whole life, from the command line."""

import re
from datetime import timedelta

import pytest
from api_client import Api, assert_problem

from assistant_api import create_app
from assistant_api.drafts import Drafts
from assistant_api.store import tokens as token_store
from assistant_api.store.records import now
from coaching.cli.main import main


@pytest.fixture
def coach(monkeypatch, settings, database, capsys):
    monkeypatch.setenv("HEARD_DATABASE_URL", settings.database_url)

    def run(*arguments):
        status = main(["token", *arguments])
        told = capsys.readouterr()
        return status, told.out, told.err

    return run


def test_made_used_listed_revoked(coach, settings, monkeypatch, report):
    monkeypatch.setattr(Drafts, "check", lambda self, *asked: report)
    status, out, err = coach("new", "desk", "--days", "30")
    assert status == 0
    assert re.fullmatch(r"heard_[\w-]{43}\n", out)
    assert "shown once" in err
    api = Api(create_app(settings))
    asked = {"headers": {"Authorization": f"Bearer {out.strip()}"}, "environ_base": {"REMOTE_ADDR": "192.0.2.7"}}
    assert api.post("/drafts/check", {"draft": "Hello."}, **asked).status_code == 200

    status, listed, _ = coach("list")
    assert status == 0
    assert re.fullmatch(r"desk  drafts  made \d{4}-\d\d-\d\d  expires \d{4}-\d\d-\d\d\n", listed)
    assert out.strip() not in listed

    status, out, err = coach("revoke", "desk")
    assert (status, out) == (0, "") and "'desk'" in err
    assert_problem(api.post("/drafts/check", {"draft": "Hello."}, **asked), "bad-token", 401)
    assert coach("list") == (0, "", "There are no tokens; `coach token new NAME` makes one.\n")


def test_the_list_is_a_table(coach, monkeypatch):
    coach("new", "intern", "--days", "1")
    coach("new", "the service desk")
    later = now() + timedelta(days=2)
    monkeypatch.setattr(token_store, "now", lambda: later)
    lines = coach("list")[1].splitlines()
    assert re.fullmatch(r"intern            drafts  made \S+  expired \S+", lines[0])
    assert re.fullmatch(r"the service desk  drafts  made \S+  does not expire", lines[1])


def test_a_name_is_given_once(coach):
    coach("new", "desk")
    status, out, err = coach("new", "desk")
    assert (status, out) == (2, "") and "already" in err
    status, out, err = coach("revoke", "dusk")
    assert (status, out) == (2, "") and "there are 'desk'" in err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["new", " "], "printable characters"),
        (["new", "x" * 101], "printable characters"),
        (["new", "two\nlines"], "printable characters"),
        (["new", "desk", "--days", "0"], "whole days from 1 to 3650"),
        (["new", "desk", "--days", "ten"], "whole days from 1 to 3650"),
        (["new", "desk", "--days", "٣"], "whole days from 1 to 3650"),
        (["new"], "NAME"),
        ([], "ACTION"),
    ],
)
def test_what_is_typed_wrongly(coach, capsys, arguments, told):
    with pytest.raises(SystemExit) as caught:
        coach(*arguments)
    assert caught.value.code == 2
    assert told in capsys.readouterr().err


def test_without_tables(monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("HEARD_DATABASE_URL", f"sqlite:///{tmp_path}/heard.sqlite3")
    assert main(["token", "new", "desk"]) == 2
    told = capsys.readouterr()
    assert told.out == "" and "python -m assistant_api.store.migrate" in told.err
