"""``python -m launcher run|shell``: what ``make run`` and ``make shell`` call once everything is installed."""

from __future__ import annotations

import argparse
import subprocess
import sys

from coaching.errors import CoachError
from coaching.paths import ROOT
from launcher.ports import require_free
from launcher.rasa_model import rasa_model
from launcher.settings import LaunchSettings
from launcher.stack import action_server
from launcher.steps import migrate, train
from launcher.supervise import Stopped, run, stop_on_signals


def main() -> int:
    """Run one of the commands; 0 when it ended well, 1 with a message when not, 130 for Ctrl-C before the start."""
    parser = argparse.ArgumentParser(prog="python -m launcher", description="Bring the product up.")
    parser.add_argument(
        "command", choices=("run", "shell"), help="run: the whole product; shell: the customer in the terminal"
    )
    start = {"run": _run, "shell": _shell}[parser.parse_args().command]
    try:
        start(LaunchSettings.from_environment())
    except CoachError as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


def _run(settings: LaunchSettings) -> None:
    # Before training: nobody wants to wait minutes for the news that a port is taken.
    require_free((settings.web, settings.rasa, settings.actions))
    train(settings)
    migrate(settings)
    run(settings)


def _shell(settings: LaunchSettings) -> None:
    require_free((settings.actions,))
    train(settings)
    actions = action_server(settings)
    stop_on_signals()
    try:
        actions.start()
        command = [sys.executable, "-m", "rasa", "shell", "--model", str(rasa_model())]
        command += ["--endpoints", "bot/endpoints.yml", "--credentials", "bot/credentials.yml"]
        subprocess.run(command, cwd=ROOT, env=settings.environment(), check=False)
    except Stopped:
        pass
    finally:
        actions.stop()


if __name__ == "__main__":
    sys.exit(main())
