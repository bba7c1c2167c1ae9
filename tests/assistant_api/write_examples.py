"""Writes the examples of the OpenAPI document anew: ``python tests/assistant_api/write_examples.py``, at the root.

Starts the whole product with a database of its own and asks it; run it when an answer's shape or wording has changed.
"""

import json
import os
import socket
import sys
import tempfile

import assignment_examples
import outward_examples
import people_examples
import seeing_examples
from examples_of_review import ask_review

from assistant_api.api.examples import FOLDER
from coaching.authoring import new_text
from launcher.service import direct
from launcher.settings import LaunchSettings
from launcher.stack import stack, wait_until_ready
from launcher.steps import migrate

CUSTOMER = (
    "I ordered a lamp for my daughter's birthday on 3 May and paid £24.50 for express delivery. It still isn't here, "
    "and nobody answers my emails! I want my money back. Order 48213. Maya"
)
DRAFT = "Sorry for any inconvenience. Please be advised that as per our policy we cannot refund delivery fees."
BETTER = (
    "Hello Maya, I am so sorry that the lamp is not here for your daughter's birthday and that nobody answered you. "
    "I have refunded the £24.50 just now, and a courier brings the lamp tomorrow before noon."
)
TRANSCRIPT = (
    "Customer: Where is the lamp that I ordered on 3 May? I paid £24.50 for express!\n"
    "Agent: I'm so sorry that your lamp is late. Could you tell me what it is for?\n"
    "Customer: It's for my daughter's birthday. My number is 07700 900142.\n"
    "Agent: The depot has lost the flat number. I have refunded the £24.50, and a courier brings the lamp tomorrow.\n"
)
OPENING = "Hello Maya, I am sorry that the telescope is late. Please tell me what happened, from the start."


def main():
    with tempfile.TemporaryDirectory() as folder:
        settings = LaunchSettings.from_environment(environment(folder))
        services = stack(settings)
        try:
            migrate(settings)
            for service in services:
                service.start()
            wait_until_ready(services, print)
            with direct() as web:
                ask_everything(web, f"{settings.address()}/api/v1")
        finally:
            for service in reversed(services):
                service.stop()
    return 0


def ask_everything(web, api):
    def ask(operation, method, path, request=None):
        answer = web.request(method, api + path, json=request, timeout=60)
        answer.raise_for_status()
        example = {"request": request, "answer": answer.json() if answer.content else None}
        example = {name: value for name, value in example.items() if value is not None}
        text = json.dumps(example, indent=1, ensure_ascii=False) + "\n"
        (FOLDER / f"{operation}.json").write_text(text, encoding="utf-8")
        return example.get("answer")

    reply = {"draft": DRAFT, "customer": CUSTOMER, "channel": "email"}
    ask("get_about", "GET", "/about")
    ask("get_moves", "GET", "/moves")
    ask("get_scenarios", "GET", "/scenarios")
    ask("get_scenario", "GET", "/scenarios/late_parcel")
    ask("get_personas", "GET", "/personas")
    ask("check_draft", "POST", "/drafts/check", {**reply, "most": 3})
    ask("check_drafts", "POST", "/drafts/check/batch", {"drafts": [{"draft": DRAFT}, {"draft": "Merci, à bientôt !"}]})
    ask("rewrite_draft", "POST", "/drafts/rewrite", reply)
    ask("explain_move", "POST", "/moves/explain", {"text": "Sorry if that upset you.", "label": "weak_apology"})
    ask("keep_draft", "POST", "/drafts/keep", {**reply, "draft": BETTER})
    ask("get_kept_drafts", "GET", "/drafts/kept")
    ask("get_scenario_files", "GET", "/scenario-files")
    text = new_text("The lamp that never came")
    ask("check_scenario", "POST", "/scenario-drafts/check", {"text": text.replace("channel: chat", "channel: fax")})
    ask("draft_scenario", "POST", "/scenario-drafts/from-transcript", {"transcript": TRANSCRIPT})
    ask("save_scenario_file", "PUT", "/scenario-files/lamp", {"text": text, "opened": None})
    ask("get_scenario_file", "GET", "/scenario-files/lamp")
    web.request("DELETE", api + "/scenario-files/lamp", timeout=60).raise_for_status()
    ask("restore_scenario_file", "POST", "/scenario-files/lamp/restore")
    ask("get_levels", "GET", "/levels")
    started = {"scenario": "late_parcel", "persona": None, "seed": 7, "level": 2, "blind": False, "hints": "on_request"}
    session = ask("start_session", "POST", "/sessions", started)["id"]
    one = f"/sessions/{session}"
    ask("get_session_brief", "GET", f"{one}/brief")
    ask("take_hint", "POST", f"{one}/hint", {"stuck": True})
    turn = {"turn_id": "5f0c1e0a-6d0e-4f43-9a53-0d6f3e0b7c11", "text": OPENING}
    ask("play_turn", "POST", f"{one}/turns", turn)
    ask("pause_session", "POST", f"{one}/pause", {})
    ask("resume_session", "POST", f"{one}/resume", {})
    ask("end_session", "POST", f"{one}/end", {})
    ask("get_debrief", "GET", f"{one}/debrief")
    ask("rewind_session", "POST", f"{one}/rewind", {"turn": 1})
    ask("get_session", "GET", one)
    ask("get_sessions", "GET", "/sessions")
    ask("get_progress", "GET", "/progress")
    ask_review(ask, session)
    ask("get_health", "GET", "/health")
    people_examples.write()
    assignment_examples.write()
    seeing_examples.write()
    outward_examples.write()
    # What is left of a person then is short enough for an example.
    ask("erase_person", "DELETE", "/people/owner/data")
    ask("export_person", "GET", "/people/owner/export")


def environment(folder):
    probes = [socket.socket() for _ in range(3)]
    for probe in probes:
        probe.bind(("127.0.0.1", 0))
    web, rasa, actions = (probe.getsockname()[1] for probe in probes)
    for probe in probes:
        probe.close()
    return {
        **os.environ,
        "HEARD_HOST": "127.0.0.1",
        "HEARD_PORT": str(web),
        "HEARD_RASA_URL": f"http://127.0.0.1:{rasa}",
        "HEARD_ACTIONS_URL": f"http://127.0.0.1:{actions}",
        "HEARD_DATABASE_URL": f"sqlite:///{folder}/heard.sqlite3",
        "HEARD_LOGS": folder,
        "HEARD_SCENARIOS": f"{folder}/scenarios",
        "HEARD_KEEP_DRAFTS": "1",
    }


if __name__ == "__main__":
    sys.exit(main())
