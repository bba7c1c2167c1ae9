"""Examples of what concerns people, from an application where they sign in; ``write_examples.py`` calls it.

``python tests/assistant_api/people_examples.py`` writes these alone, which needs neither Rasa nor a trained model.
"""

import json
import tempfile
from datetime import timedelta

from assistant_api import create_app
from assistant_api.api.examples import FOLDER
from assistant_api.settings import Settings
from assistant_api.store import Database
from assistant_api.store.migrate import migrate

PASSWORD = "four words are enough"
ZOE = {"name": "Zoe Marsh", "login": "zoe@desk.example", "role": "agent"}


def write():
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/heard.sqlite3"
        migrate(Database(url, 5.0))
        app = create_app(Settings(database_url=url, sign_in=True))
        try:
            ask_everything(app, app.test_client())
        finally:
            app.extensions["heard"].database.engine.dispose()


def ask_everything(app, client):
    def ask(operation, method, path, request=None):
        answer = client.open(f"/api/v1{path}", method=method, json=request)
        assert answer.status_code < 300, answer.text
        example = {"request": request, "answer": answer.json if answer.data else None}
        told = {name: value for name, value in example.items() if value is not None}
        if told:
            text = json.dumps(told, indent=1, ensure_ascii=False) + "\n"
            (FOLDER / f"{operation}.json").write_text(text, encoding="utf-8")
        return answer.json if answer.data else None

    first = app.extensions["heard"].people.links.make("first", timedelta(hours=1), None, None)
    me = {"name": "Ada Field", "login": "ada@desk.example", "password": PASSWORD}
    ask("post_welcome", "POST", "/welcome", {"link": first, **me})
    client.post("/api/v1/sign-out")
    ask("post_sign_in", "POST", "/sign-in", {"login": me["login"], "password": PASSWORD})
    team = ask("add_team", "POST", "/teams", {"name": "Lamps"})["id"]
    ask("rename_team", "PUT", f"/teams/{team}", {"name": "Lamps and lights"})
    zoe = ask("invite_person", "POST", "/people", {**ZOE, "teams": [team]})["person"]["id"]
    ask("change_person", "PUT", f"/people/{zoe}", {**ZOE, "role": "trainer", "teams": [team], "active": True})
    ask("make_link", "POST", f"/people/{zoe}/link")
    ask("get_people", "GET", "/people")
    ask("rename_account", "PUT", "/account/name", {"name": "Ada Field-Marsh"})
    change = {"current": PASSWORD, "password": "five words are enough too"}
    ask("change_own_password", "PUT", "/account/password", change)
    ask("get_account", "GET", "/account")
    ask("get_visits", "GET", "/account/visits")
    ask("get_readers", "GET", "/account/readers")
    ask("make_token", "POST", "/tokens", {"name": "Helpdesk widget", "scopes": ["drafts"], "days": 365})
    ask("get_tokens", "GET", "/tokens")
    ask("get_audit", "GET", "/audit?limit=3")


if __name__ == "__main__":
    write()
