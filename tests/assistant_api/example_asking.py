"""Asks an application with a played customer for examples of the OpenAPI document, and writes what it answers."""

import json
import tempfile
from contextlib import contextmanager

from fake_rasa import TOKEN, FakeRasa

from assistant_api import create_app
from assistant_api.api.examples import FOLDER
from assistant_api.settings import Settings
from assistant_api.store import Database
from assistant_api.store.migrate import migrate


@contextmanager
def fresh_app(**settings):
    """An application with an empty database of its own."""
    rasa = FakeRasa()
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/heard.sqlite3"
        migrate(Database(url, 5.0))
        app = create_app(
            Settings(database_url=url, rasa_url=rasa.url, rasa_token=TOKEN, actions_url=rasa.url, **settings)
        )
        try:
            yield app
        finally:
            app.extensions["heard"].database.engine.dispose()
            rasa.stop()


def asker(client):
    """What asks: ``ask("get_people", "GET", "/people")`` writes the example; without a name it only asks."""

    def ask(operation, method, path, request=None):
        answer = client.open(f"/api/v1{path}", method=method, json=request)
        assert answer.status_code < 300, answer.text
        answered = answer.json if answer.data else None
        example = {"request": request, "answer": answered}
        told = {name: value for name, value in example.items() if value is not None}
        if operation and told:
            text = json.dumps(told, indent=1, ensure_ascii=False) + "\n"
            (FOLDER / f"{operation}.json").write_text(text, encoding="utf-8")
        return answered

    return ask
