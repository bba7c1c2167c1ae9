"""How the first admin comes in: a link that is printed at the start, as long as there is none."""

import re

import pytest
from staff import Browser

from assistant_api.first_admin import main


@pytest.fixture
def start(monkeypatch, settings, database, capsys):
    monkeypatch.setenv("HEARD_DATABASE_URL", settings.database_url)

    def run():
        assert main(["http://127.0.0.1:8000"]) == 0
        return re.findall(r"http://127.0.0.1:8000/welcome/([\w-]{43})\n", capsys.readouterr().out)

    return run


def test_each_start_prints_one_until_somebody_came_in(start, monkeypatch, desk):
    monkeypatch.setenv("HEARD_SIGN_IN", "1")
    (first,), (second,) = start(), start()
    assert first != second
    browser = Browser(desk)
    assert browser.client.get(f"/welcome/{first}").status_code == 410
    assert "look after this installation" in browser.client.get(f"/welcome/{second}").text
    assert browser.welcome(second, name="Ada", login="ada@desk.example").json["role"] == "admin"
    assert start() == []


@pytest.mark.parametrize(("host", "printed"), [("127.0.0.1", 0), ("", 0), ("0.0.0.0", 1), ("desk.example", 1)])
def test_where_only_this_machine_reaches_it_nobody_signs_in(start, monkeypatch, host, printed):
    monkeypatch.setenv("HEARD_HOST", host)
    assert len(start()) == printed


def test_a_database_that_is_away(monkeypatch, capsys):
    monkeypatch.setenv("HEARD_SIGN_IN", "1")
    monkeypatch.setenv("HEARD_DATABASE_URL", "sqlite:////nowhere/at/all.sqlite3")
    assert main(["http://127.0.0.1:8000"]) == 2
    assert "cannot be opened" in capsys.readouterr().err
