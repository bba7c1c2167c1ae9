"""The application as the server's process runs it: what goes out is sent, and the recogniser is loaded unasked."""

from __future__ import annotations

import logging
from threading import Thread

from flask import Flask

from assistant_api import create_app
from assistant_api.drafts import Drafts
from assistant_api.services import EXTENSION, Services
from coaching.errors import CoachError

log = logging.getLogger(__name__)


def application() -> Flask:
    """Make the application, have its sender run, and have the recogniser loaded, so that nobody waits for it.

    The process does that by itself: no request is needed that would have to come past the sign-in.

    Raises:
        CoachError: A setting or a data file is not as it should be.
    """
    app = create_app()
    parts: Services = app.extensions[EXTENSION]
    parts.outward.sender.start()
    Thread(target=_load, args=(parts.drafts,), name="heard-recogniser", daemon=True).start()
    return app


def _load(drafts: Drafts) -> None:
    try:
        drafts.checker()
    except CoachError as error:
        # The pages tell it as well, to whoever needs it.
        log.warning("the recogniser is not loaded: %s", error)
