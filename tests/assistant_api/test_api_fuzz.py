"""Schemathesis asks the real web application, with the real recogniser, whatever its document lets one think of.

Schemathesis has an environment of its own (``launcher/api_fuzz.sh``), as Rasa pins older versions of what it needs.
"""

import json
import os
import subprocess

import pytest
import requests
from fake_rasa import TOKEN, FakeRasa

from coaching.paths import ROOT
from launcher.settings import LaunchSettings
from launcher.stack import wait_until_ready, web_application
from launcher.steps import migrate

SCHEMATHESIS = ROOT / ".venv-api" / "bin" / "schemathesis"
FEWEST = 2000
"""Cases for the assistant's routes."""
SEED = "20260704"
ASSISTANT = ("Assist", "Kept replies")
EXPORTS = "/exports/"
UNSAYABLE = ("--exclude-checks", "positive_data_acceptance")
"""People, teams, sentences and addresses that a request names have to be there, which no schema can say."""

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def web(tmp_path_factory):
    """The application behind gunicorn, as the launcher starts it; the customer is played by a small server."""
    if not SCHEMATHESIS.exists():
        pytest.fail("schemathesis is not installed; run `make api-fuzz`.")
    folder, rasa = tmp_path_factory.mktemp("api_fuzz"), FakeRasa()
    settings = LaunchSettings.from_environment(
        {
            **os.environ,
            "HEARD_HOST": "127.0.0.1",
            "HEARD_PORT": str(free_port()),
            "HEARD_RASA_URL": rasa.url,
            "HEARD_ACTIONS_URL": rasa.url,
            "HEARD_RASA_TOKEN": TOKEN,
            "HEARD_DATABASE_URL": f"sqlite:///{folder}/heard.sqlite3",
            "HEARD_LOGS": str(folder),
            "HEARD_SCENARIOS": f"{folder}/scenarios",
            "HEARD_KEEP_DRAFTS": "1",
        }
    )
    migrate(settings)
    service = web_application(settings)
    try:
        service.start()
        wait_until_ready([service], say=lambda line: None)
        yield settings
    finally:
        service.stop()
        rasa.stop()


def test_the_assistants_routes_in_two_thousand_cases(web, tmp_path):
    options = [option for tag in ASSISTANT for option in ("--include-tag", tag)]
    found = ask(web, tmp_path, "--max-examples", "300", *options)
    assert found["operations"]["tested"] == 8
    assert found["test_cases"]["generated"] >= FEWEST


def test_every_other_route(web, tmp_path):
    options = [option for tag in ASSISTANT for option in ("--exclude-tag", tag)]
    found = ask(web, tmp_path, "--max-examples", "20", *options, *UNSAYABLE, "--exclude-path-regex", EXPORTS)
    assert found["operations"]["tested"] == found["operations"]["selected"] >= 20


def test_every_export(web, tmp_path):
    # Each bound of the questions is tried on the list of sessions, which takes the same.
    options = ("--phases", "fuzzing,stateful", *UNSAYABLE, "--include-path-regex", EXPORTS)
    found = ask(web, tmp_path, "--max-examples", "20", *options)
    assert found["operations"]["tested"] == found["operations"]["selected"] == 16


def test_the_longest_question_that_the_document_allows_is_read(web):
    longest = {"person": 36, "team": 36, "scenario": 100, "ending": 40, "q": 200}
    asked = {name: "\U0001f4e6" * most for name, most in longest.items()}
    for path in ("/api/v1/review/sessions", "/api/v1/exports/sessions.pdf"):
        assert requests.get(f"{web.address()}{path}", params=asked, timeout=20).status_code == 200


def ask(web, tmp_path, *options):
    """Run every check of schemathesis; nothing may fail, and the server may have met nothing that nobody foresaw."""
    report = tmp_path / "report.json"
    done = subprocess.run(
        [
            *(SCHEMATHESIS, "run", f"{web.address()}/api/v1/openapi.json", "--no-color", "--continue-on-failure"),
            *("--checks", "all", "--seed", SEED, "--generation-database", "none", "--workers", "2"),
            *("--report", "json", "--report-json-path", report, *options),
        ],
        cwd=tmp_path,
        env={**os.environ, "SCHEMATHESIS_HOOKS": "hooks", "PYTHONPATH": str(ROOT / "tests" / "api_fuzz")},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-8000:] + done.stderr[-2000:]
    found = json.loads(report.read_text())
    assert found["complete"] and found["failures"] == found["errors"] == []
    assert "was not foreseen" not in (web.logs / "web.log").read_text()
    return found


def free_port():
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
