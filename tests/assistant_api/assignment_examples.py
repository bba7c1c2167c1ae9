"""Examples of what concerns assignments, certificates and goals; ``write_examples.py`` calls it.

``python tests/assistant_api/assignment_examples.py`` writes these alone, which needs neither Rasa nor a trained model.
"""

import json
import tempfile

from api_client import SCENARIO, new_id
from fake_rasa import FAREWELL, TOKEN, FakeRasa
from sqlalchemy import update

from assistant_api import create_app
from assistant_api.api.examples import FOLDER
from assistant_api.settings import Settings
from assistant_api.store import Database
from assistant_api.store.migrate import migrate
from assistant_api.store.tables import sessions

ASSIGNMENT = {
    "title": "The parcel that did not come",
    "note": "Find out what happened before you promise anything.",
    "due_on": "2030-11-30",
    "pass_mark": 70,
    "tries": 3,
    "people": ["owner"],
}


def write():
    rasa = FakeRasa()
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/heard.sqlite3"
        migrate(Database(url, 5.0))
        app = create_app(Settings(database_url=url, rasa_url=rasa.url, rasa_token=TOKEN, actions_url=rasa.url))
        try:
            ask_everything(app.extensions["heard"].database, app.test_client())
        finally:
            app.extensions["heard"].database.engine.dispose()
            rasa.stop()


def ask_everything(database, client):
    def ask(operation, method, path, request=None):
        answer = client.open(f"/api/v1{path}", method=method, json=request)
        assert answer.status_code < 300, answer.text
        if operation:
            example = {"request": request, "answer": answer.json}
            told = {name: value for name, value in example.items() if value is not None}
            text = json.dumps(told, indent=1, ensure_ascii=False) + "\n"
            (FOLDER / f"{operation}.json").write_text(text, encoding="utf-8")
        return answer.json

    team = ask(None, "POST", "/teams", {"name": "Lamps"})["id"]
    made = ask(
        "add_assignment", "POST", "/assignments", {**ASSIGNMENT, "scenario": SCENARIO, "level": 2, "teams": [team]}
    )
    one = f"/assignments/{made['id']}"
    session = ask(None, "POST", "/sessions", {"assignment": made["id"]})["id"]
    ask(None, "POST", f"/sessions/{session}/turns", {"turn_id": new_id(), "text": FAREWELL})
    # As if it had gone well; what the stand-in for the customer scores says nothing.
    with database.writing() as connection:
        connection.execute(update(sessions).values(score=83))
    ask("change_assignment", "PUT", one, {**ASSIGNMENT, "teams": [team], "closed": False, "note": ""})
    ask("get_assignment", "GET", one)
    mine = ask("get_assignments", "GET", "/assignments")["mine"]
    ask("get_certificate", "GET", f"/certificates/{mine[0]['mine']['certificate']}")
    ask("add_goal", "POST", "/goals", {"team": team, "measure": "score", "target": 75, "due_on": "2030-12-31"})
    ask("get_goals", "GET", "/goals")


if __name__ == "__main__":
    write()
