"""The web application behind gunicorn, as the product starts it, without Rasa, which drafts do not need."""

import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from launcher.settings import LaunchSettings
from launcher.stack import wait_until_ready, web_application
from launcher.steps import migrate

PRODUCT = "assistant_api:create_app()"
FLOOR = "benchmarks.floor:create_app()"


def environment(folder: Path) -> dict[str, str]:
    """This process's environment with ports that nobody uses, and with a database and logs in a folder."""
    ports = []
    for _ in range(3):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            ports.append(free.getsockname()[1])
    return {
        **os.environ,
        "HEARD_PORT": str(ports[0]),
        "HEARD_RASA_URL": f"http://127.0.0.1:{ports[1]}",
        "HEARD_ACTIONS_URL": f"http://127.0.0.1:{ports[2]}",
        "HEARD_DATABASE_URL": f"sqlite:///{folder}/bench.sqlite3",
        "HEARD_LOGS": str(folder),
    }


@contextmanager
def served(application: str) -> Iterator[str]:
    """Start ``PRODUCT`` or ``FLOOR``, give its address, and stop it in the end."""
    with TemporaryDirectory() as folder:
        settings = LaunchSettings.from_environment(environment(Path(folder)))
        migrate(settings)
        service = web_application(settings)
        service.command[-1] = application
        try:
            service.start()
            wait_until_ready([service], lambda line: print(line, file=sys.stderr))
            yield settings.address()
        finally:
            service.stop()
