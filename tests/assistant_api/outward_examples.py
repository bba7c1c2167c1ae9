"""Examples of what goes out, exports and webhooks; ``write_examples.py`` calls it.

``python tests/assistant_api/outward_examples.py`` writes these alone, which needs neither Rasa nor a trained model.
"""

from api_client import SCENARIO, new_id
from example_asking import asker, fresh_app
from fake_rasa import FAREWELL

HOOK = {"url": "https://desk.example/heard", "events": ["session.ended_badly", "dispute.opened"]}


def write():
    with fresh_app() as app:
        ask_everything(app.test_client())


def ask_everything(client):
    ask = asker(client)

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
