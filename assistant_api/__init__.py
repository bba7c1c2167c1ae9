"""The web application: a JSON API, the pages that use it, and the database behind them."""

from __future__ import annotations

import logging

from flask import Flask, redirect, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException, InternalServerError

from assistant_api.access import SAFE, Door
from assistant_api.api import make_blueprint, problem_of
from assistant_api.api.problems import log_unforeseen
from assistant_api.people.visiting import visitor
from assistant_api.refused import SignInNeeded
from assistant_api.security import protect, share
from assistant_api.services import EXTENSION, Services
from assistant_api.settings import Settings
from assistant_api.web.every_page import blueprint as pages
from assistant_api.web.pages import error_page

_API = "/api/"


def create_app(settings: Settings | None = None) -> Flask:
    """Make the application; nothing connects and no model is loaded before the first request that needs it.

    Args:
        settings: How to run; read from the environment where it is None.

    Raises:
        CoachError: A setting or a data file (scenario, persona, rubric, rule, wording) is not as it should be.
    """
    settings = settings or Settings.from_environment()
    app = Flask(__name__, static_folder=None)
    app.logger.setLevel(logging.INFO)
    parts = app.extensions[EXTENSION] = Services.make(settings)
    app.register_blueprint(make_blueprint())
    app.register_blueprint(pages)
    door = Door(
        origins=settings.origins,
        require_token=settings.require_token,
        sign_in=settings.sign_in,
        by_token=parts.tokens.bearer,
        by_cookie=visitor,
    )
    protect(app, settings.hosts, door)
    share(app, settings.origins)
    app.register_error_handler(Exception, _answer_error)
    return app


def _answer_error(error: Exception) -> ResponseReturnValue:
    """Problem details under the API's address, a page everywhere else; and the way in for who has to come in first."""
    if request.path.startswith(_API):
        return problem_of(error)
    if isinstance(error, SignInNeeded) and request.method in SAFE:
        return redirect(url_for("pages.sign_in", next=request.full_path.rstrip("?")))
    if isinstance(error, HTTPException):
        return error_page(error)
    log_unforeseen(error)
    return error_page(InternalServerError())
