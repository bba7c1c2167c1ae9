"""What is done before the servers start, each in a process of its own: the launcher stays small while it watches."""

from __future__ import annotations

import subprocess
import sys

from coaching.errors import CoachError
from coaching.paths import ROOT
from launcher.settings import LaunchSettings


def train(settings: LaunchSettings) -> None:
    """Train what is missing or out of date."""
    _run(settings, "launcher.prepare", "the models are not ready; see above")


def migrate(settings: LaunchSettings) -> None:
    """Bring the database's tables up to date."""
    _run(settings, "assistant_api.store.migrate", "the database could not be brought up to date; see above")


def invite_first_admin(settings: LaunchSettings) -> None:
    """Print a link for the first admin, where people sign in and there is no admin yet."""
    _run(
        settings,
        "assistant_api.first_admin",
        "no link for the first admin could be made; see above",
        settings.address(),
    )


def _run(settings: LaunchSettings, module: str, failed: str, *arguments: str) -> None:
    status = subprocess.run(
        [sys.executable, "-m", module, *arguments], cwd=ROOT, env=settings.environment(), check=False
    ).returncode
    if status == 130:
        raise KeyboardInterrupt
    if status != 0:
        raise CoachError(failed)
