"""Rasa's server and its action server as real processes, on ports that the system chooses."""

import os
import socket
import subprocess
import sys
import time
from contextlib import contextmanager

import requests

from coaching.paths import ROOT

TOKEN = "token-of-the-tests"
READY_SECONDS = 300


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return listening.getsockname()[1]


class Servers:
    """Both servers of one model; each can be stopped and started by itself."""

    def __init__(self, model, folder):
        self.model, self.folder = model, folder
        self.rasa_port, self.actions_port = free_port(), free_port()
        self.url = f"http://127.0.0.1:{self.rasa_port}"
        self._running = {}

    def start_actions(self):
        command = ["-m", "rasa_sdk", "--actions", "bot.actions", "--port", str(self.actions_port)]
        self._start("actions", command, f"http://127.0.0.1:{self.actions_port}/health")

    def start_rasa(self):
        command = ["-m", "rasa", "run", "--enable-api", "-i", "127.0.0.1", "-p", str(self.rasa_port)]
        command += ["--auth-token", TOKEN, "--model", str(self.model)]
        command += ["--endpoints", "bot/endpoints.yml", "--credentials", "bot/credentials.yml"]
        self._start("rasa", command, f"{self.url}/status?token={TOKEN}")

    def stop(self, name):
        process = self._running.pop(name)
        process.terminate()
        process.wait(timeout=60)

    def stop_all(self):
        for name in list(self._running):
            self.stop(name)

    def post(self, **body):
        headers = {"Authorization": f"Bearer {TOKEN}"}
        answer = requests.post(f"{self.url}/webhooks/practice/webhook", json=body, headers=headers, timeout=60)
        return answer.status_code, answer.json()

    def put_events(self, session, events):
        url = f"{self.url}/conversations/{session}/tracker/events"
        requests.put(url, params={"token": TOKEN}, json=events, timeout=60).raise_for_status()

    def _start(self, name, command, ready):
        environment = {
            **os.environ,
            "SANIC_HOST": "127.0.0.1",
            "HEARD_ACTIONS_URL": f"http://127.0.0.1:{self.actions_port}",
            "HEARD_RASA_TOKEN": TOKEN,
            "RASA_TELEMETRY_ENABLED": "false",
        }
        log = self.folder / f"{name}.log"
        with log.open("ab") as file:
            process = subprocess.Popen(
                [sys.executable, *command], cwd=ROOT, env=environment, stdout=file, stderr=subprocess.STDOUT
            )
        self._running[name] = process
        until = time.monotonic() + READY_SECONDS
        while not _answers(ready):
            if process.poll() is not None or time.monotonic() > until:
                raise RuntimeError(f"{name} did not start:\n{log.read_text()[-3000:]}")
            time.sleep(0.3)


@contextmanager
def running(model, folder):
    servers = Servers(model, folder)
    try:
        servers.start_actions()
        servers.start_rasa()
        yield servers
    finally:
        servers.stop_all()


def _answers(url):
    try:
        return requests.get(url, timeout=5).ok
    except requests.RequestException:
        return False
