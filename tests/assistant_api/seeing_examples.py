"""Examples of insight and calibration; ``write_examples.py`` calls it.

``python tests/assistant_api/seeing_examples.py`` writes these alone, which needs neither Rasa nor a trained model.
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

SAID = ("I am sorry that it is late.", "It is our policy.", "I understand. I will refund it.")


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

    for said in SAID:
        session = ask(None, "POST", "/sessions", {"scenario": SCENARIO, "seed": 7})["id"]
        for text in (said, FAREWELL):
            ask(None, "POST", f"/sessions/{session}/turns", {"turn_id": new_id(), "text": text})
        one = f"/calibration/sessions/{session}"
        ask(None, "PUT", one, {"score": 40})
        rating = {"turn": 1, "sentence": 0, "labels": ["apologize"], "score": None}
        ask("rate", "PUT", one, rating)
    ask("get_insight", "GET", "/insight?weeks=2")
    ask("get_calibration", "GET", "/calibration?seed=7")
    ask("get_agreement", "GET", "/calibration/agreement")


if __name__ == "__main__":
    write()
