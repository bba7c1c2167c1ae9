import threading
from dataclasses import replace

import pytest
from api_client import Api
from fake_rasa import FAREWELL
from sqlalchemy import insert, update
from werkzeug.serving import WSGIRequestHandler, make_server

from assistant_api import create_app
from assistant_api.store import TokenStore, now
from assistant_api.store.tables import people, team_members, teams
from assistant_api.store.tables import tokens as token_table

CAST = {
    "ann": ("Ann Lee", "agent", "north"),
    "bo": ("Bo", "agent", "south"),
    "tess": ("Tess Trainer", "trainer", "north"),
    "sid": ("Sid South", "trainer", "south"),
    "ada": ("Ada", "admin", None),
}


class Known(Api):
    """Asks as one person, with a token of theirs."""

    def __init__(self, app, token):
        super().__init__(app)
        self.token = token
        self.client.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {token}"

    def put(self, path, body):
        return self.client.put(f"/api/v1{path}", json=body)

    def played(self, *texts):
        """A session that these words and a farewell ended."""
        session = self.start()
        for text in (*texts, FAREWELL):
            assert self.say(session, text).status_code == 200
        return session["id"]

    def review(self, session_id):
        answer = self.get(f"/review/sessions/{session_id}")
        assert answer.status_code == 200, answer.text
        return answer.json

    def listed(self, **query):
        answer = self.get("/review/sessions", query_string=query)
        assert answer.status_code == 200, answer.text
        return answer.json


@pytest.fixture
def cast(settings, database):
    """Everybody of ``CAST`` by name, asking an application where people sign in."""
    app = create_app(replace(settings, sign_in=True))
    tokens = TokenStore(database)
    with database.writing() as connection:
        for team in ("north", "south"):
            connection.execute(insert(teams).values(id=team, name=team.capitalize(), created_at=now()))
        for name, (called, role, team) in CAST.items():
            person = {"id": name, "name": called, "login": f"{name}@example.com", "role": role, "active": True}
            connection.execute(insert(people).values(**person, created_at=now()))
            if team:
                connection.execute(insert(team_members).values(team_id=team, person_id=name))
    known = {name: Known(app, tokens.add(name)) for name in CAST}
    with database.writing() as connection:
        scopes = {"person_id": token_table.c.name, "scopes": ["read", "write", "export"]}
        connection.execute(update(token_table).values(scopes))
    return known


@pytest.fixture
def ended(cast):
    """A session of Ann's: three turns, the last one the farewell."""
    return cast["ann"].played("I am sorry. It is our policy.", "I understand. I will refund it.")


class Quiet(WSGIRequestHandler):
    def log_request(self, code="-", size="-"):
        pass


@pytest.fixture
def desk_site(cast):
    """The address of the application where people sign in; ``at`` opens its pages as one of them."""
    server = make_server("127.0.0.1", 0, cast["ann"].app, threaded=True, request_handler=Quiet)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def at(cast, desk_site, open_page):
    """Opens a page of the site as somebody."""

    def open_as(name, path, **options):
        page = open_page(extra_http_headers={"Authorization": f"Bearer {cast[name].token}"}, **options)
        page.goto(f"{desk_site}{path}")
        return page

    return open_as
