"""Schemathesis asks the real web application, with the real recogniser, whatever its document lets one think of.

Schemathesis has an environment of its own (``launcher/api_fuzz.sh``), as Rasa pins older versions of what it needs.
"""

import json
import os
import subprocess

import pytest
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
    # People, teams, sentences and addresses that a body names have to be there, which no schema can say.
    options += ["--exclude-checks", "positive_data_acceptance"]
    # Files are answered there, which its checks of JSON take for mistakes; they have tests of their own.
    options += ["--exclude-path-regex", "/exports/"]
    found = ask(web, tmp_path, "--max-examples", "20", *options)
    assert found["operations"]["tested"] == found["operations"]["selected"] >= 20


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
