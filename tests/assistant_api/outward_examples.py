"""Examples of what goes out, exports and webhooks; ``write_examples.py`` calls it.

``python tests/assistant_api/outward_examples.py`` writes these alone, which needs neither Rasa nor a trained model.
"""

import json
import tempfile

from api_client import SCENARIO, new_id
from fake_rasa import FAREWELL, TOKEN, FakeRasa

from assistant_api import create_app
from assistant_api.api.examples import FOLDER
from assistant_api.settings import Settings
from assistant_api.store import Database
from assistant_api.store.migrate import migrate

HOOK = {"url": "https://desk.example/heard", "events": ["session.ended_badly", "dispute.opened"]}


def write():
    rasa = FakeRasa()
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/heard.sqlite3"
        migrate(Database(url, 5.0))
        app = create_app(Settings(database_url=url, rasa_url=rasa.url, rasa_token=TOKEN, actions_url=rasa.url))
        try:
            ask_everything(app.test_client())
        finally:
            app.extensions["heard"].database.engine.dispose()
            rasa.stop()


def ask_everything(client):
    def ask(operation, method, path, request=None):
        answer = client.open(f"/api/v1{path}", method=method, json=request)
        assert answer.status_code < 300, answer.text
        if operation:
            example = {"request": request, "answer": answer.json}
            told = {name: value for name, value in example.items() if value is not None}
            text = json.dumps(told, indent=1, ensure_ascii=False) + "\n"
            (FOLDER / f"{operation}.json").write_text(text, encoding="utf-8")
        return answer.json

    hook = ask("make_webhook", "POST", "/webhooks", HOOK)["webhook"]["id"]
    session = ask(None, "POST", "/sessions", {"scenario": SCENARIO, "seed": 7})["id"]
    for text in ("I am sorry that your parcel is late.", FAREWELL):
        ask(None, "POST", f"/sessions/{session}/turns", {"turn_id": new_id(), "text": text})
    ask(None, "POST", f"/review/sessions/{session}/dispute", {"reason": "The courier was to blame, and I said so."})
    team = ask(None, "POST", "/teams", {"name": "Night shift"})["id"]
    ask("export_session_json", "GET", f"/exports/session/{session}.json")
    ask("export_person_json", "GET", "/exports/person/owner.json")
    ask("export_team_json", "GET", f"/exports/team/{team}.json")
    ask("export_sessions_json", "GET", "/exports/sessions.json")
    ask("get_webhooks", "GET", "/webhooks")
    told = ask("get_webhook_deliveries", "GET", f"/webhooks/{hook}/deliveries")
    ask("send_again", "POST", f"/deliveries/{told['deliveries'][0]['id']}/again")
    ask("get_statements", "GET", "/statements")
    ask("change_webhook", "PUT", f"/webhooks/{hook}", {**HOOK, "events": ["dispute.opened"], "active": False})


if __name__ == "__main__":
    write()
