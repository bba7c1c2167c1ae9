"""Examples of what concerns people, from an application where they sign in; ``write_examples.py`` calls it.

``python tests/assistant_api/people_examples.py`` writes these alone, which needs neither Rasa nor a trained model.
"""

from datetime import timedelta

from example_asking import asker, fresh_app

PASSWORD = "four words are enough"
ZOE = {"name": "Zoe Marsh", "login": "zoe@desk.example", "role": "agent"}


def write():
    with fresh_app(sign_in=True) as app:
        ask_everything(app, app.test_client())


def ask_everything(app, client):
    ask = asker(client)
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
