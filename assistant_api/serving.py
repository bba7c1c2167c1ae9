"""The application as the server's process runs it: with the thread that sends what goes out."""

from __future__ import annotations

from flask import Flask

from assistant_api import create_app
from assistant_api.services import EXTENSION


def application() -> Flask:
    """Make the application and have its sender run.

    Raises:
        CoachError: A setting or a data file is not as it should be.
    """
    app = create_app()
    app.extensions[EXTENSION].outward.sender.start()
    return app
