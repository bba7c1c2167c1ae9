"""Examples of what concerns assignments, certificates and goals; ``write_examples.py`` calls it.

``python tests/assistant_api/assignment_examples.py`` writes these alone, which needs neither Rasa nor a trained model.
"""

from api_client import SCENARIO, new_id
from example_asking import asker, fresh_app
from fake_rasa import FAREWELL
from sqlalchemy import update

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
    with fresh_app() as app:
        ask_everything(app.extensions["heard"].database, app.test_client())


def ask_everything(database, client):
    ask = asker(client)

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
