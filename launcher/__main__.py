"""``python -m launcher run|prepare|shell``: everything but installing."""

from __future__ import annotations

import argparse
import subprocess
import sys

from coaching.errors import CoachError
from coaching.paths import ROOT
from launcher.ports import require_free
from launcher.prepare import migrate, prepare, rasa_model
from launcher.settings import LaunchSettings
from launcher.stack import action_server
from launcher.supervise import run


def main() -> int:
    """Run one of the commands; 0 when it ended well, 1 with a message when not."""
    parser = argparse.ArgumentParser(prog="python -m launcher", description="Bring the product up.")
    parser.add_argument("command", choices=("run", "prepare", "shell"), help="run: train what is stale, then serve")
    command = parser.parse_args().command
    try:
        settings = LaunchSettings.from_environment()
        if command == "run":
            # Before training: nobody wants to wait minutes for the news that a port is taken.
            require_free((settings.web, settings.rasa, settings.actions))
        prepare()
        if command == "run":
            migrate(settings)
            run(settings)
        if command == "shell":
            _shell(settings)
    except CoachError as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


def _shell(settings: LaunchSettings) -> None:
    require_free((settings.actions,))
    actions = action_server(settings)
    actions.start()
    try:
        command = [sys.executable, "-m", "rasa", "shell", "--model", str(rasa_model())]
        command += ["--endpoints", "bot/endpoints.yml", "--credentials", "bot/credentials.yml"]
        subprocess.run(command, cwd=ROOT, env=settings.environment(), check=False)
    finally:
        actions.stop()


if __name__ == "__main__":
    sys.exit(main())
