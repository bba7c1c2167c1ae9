"""The web application with an assistant that answers every draft with one and the same report.

What is left is what any answer takes: HTTP, reading the request, checking the answer's shape, writing it.
"""

from dataclasses import replace

from flask import Flask

import assistant_api
from assistant_api.api.examples import examples
from assistant_api.drafts import Drafts
from assistant_api.services import EXTENSION


class Constant(Drafts):
    """Answers with the report that the API's document shows."""

    def check(self, draft: str, customer: str = "", channel: str = "chat", most: int | None = None) -> dict:
        report: dict = examples()["check_draft"]["answer"]
        return report


def create_app() -> Flask:
    """The application, for gunicorn."""
    app = assistant_api.create_app()
    app.extensions[EXTENSION] = replace(app.extensions[EXTENSION], drafts=Constant())
    return app
