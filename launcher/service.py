"""One of the three processes: started with its output in a log, asked whether it answers, stopped with its children."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import requests

from coaching.paths import ROOT

STOP_SECONDS = 10.0


def direct() -> requests.Session:
    """A session past any proxy of the environment: what is asked is on this machine."""
    session = requests.Session()
    session.trust_env = False
    return session


class Service:
    """A process of ours.

    Attributes:
        name: What people call it.
        log: The file with its output.
        command: The program and its arguments.
        ready_url: Answers 200 as soon as the process can work.
    """

    def __init__(
        self, name: str, command: Sequence[str], ready_url: str, log: Path, environment: Mapping[str, str]
    ) -> None:
        """Describe the process; nothing is started yet.

        Args:
            name: What people call it.
            command: The program and its arguments.
            ready_url: Answers 200 as soon as the process can work.
            log: Where its output goes; begun anew at each start.
            environment: Its environment variables.
        """
        self.name, self.log = name, log
        self.command, self.ready_url, self._environment = list(command), ready_url, dict(environment)
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it in a process group of its own: Ctrl-C reaches the launcher alone, stopping reaches every child."""
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with self.log.open("wb") as output:
            self._process = subprocess.Popen(
                self.command,
                cwd=ROOT,
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def ready(self) -> bool:
        """Whether it answers now."""
        try:
            with direct() as web:
                return bool(web.get(self.ready_url, timeout=2).status_code == 200)
        except requests.RequestException:
            return False

    def exit_code(self) -> int | None:
        """Its exit status where it has ended, else None."""
        return self._process.poll() if self._process else None

    def stop(self) -> None:
        """Ask it to end, wait, and end it if it does not."""
        if self._process is None:
            return
        for how in (signal.SIGTERM, signal.SIGKILL):
            try:
                os.killpg(self._process.pid, how)
            except ProcessLookupError:
                break
            deadline = time.monotonic() + STOP_SECONDS
            while time.monotonic() < deadline and self._process.poll() is None:
                time.sleep(0.05)
        self._process.wait()

    def pid(self) -> int:
        """Its process id; it must have been started."""
        assert self._process is not None
        return self._process.pid

    def log_end(self, lines: int = 15) -> str:
        """The last lines of its log."""
        try:
            return "\n".join(self.log.read_text(encoding="utf-8", errors="replace").splitlines()[-lines:])
        except OSError:
            return ""
