"""Examples of insight and calibration; ``write_examples.py`` calls it.

``python tests/assistant_api/seeing_examples.py`` writes these alone, which needs neither Rasa nor a trained model.
"""

from api_client import SCENARIO, new_id
from example_asking import asker, fresh_app
from fake_rasa import FAREWELL

SAID = ("I am sorry that it is late.", "It is our policy.", "I understand. I will refund it.")


def write():
    with fresh_app() as app:
        ask_everything(app.test_client())


def ask_everything(client):
    ask = asker(client)

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
