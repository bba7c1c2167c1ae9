"""The three processes as one stack: what each is called, how it is started and when it is ready."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from urllib.parse import quote

from coaching.errors import CoachError
from launcher.rasa_model import rasa_model
from launcher.service import Service
from launcher.settings import LaunchSettings, bracketed

READY_SECONDS = 180.0


def action_server(settings: LaunchSettings) -> Service:
    """Rasa's action server. Through rasa_sdk, not ``rasa run actions``: the same server without TensorFlow."""
    place = settings.actions
    command = [sys.executable, "-m", "rasa_sdk", "--actions", "bot.actions", "--port", str(place.port)]
    ready = f"http://{place.host}:{place.port}/health"
    return Service("the action server", command, ready, settings.logs / "actions.log", settings.environment())


def rasa_server(settings: LaunchSettings) -> Service:
    """Rasa's server with the trained model."""
    place = settings.rasa
    command = [sys.executable, "-m", "rasa", "run", "--enable-api", "-i", place.host, "-p", str(place.port)]
    # One word: a token that begins with a dash would else be taken for an option.
    command += [f"--auth-token={settings.token}", "--model", str(rasa_model())]
    command += ["--endpoints", "bot/endpoints.yml", "--credentials", "bot/credentials.yml"]
    ready = f"http://{place.host}:{place.port}/status?token={quote(settings.token, safe='')}"
    return Service("Rasa", command, ready, settings.logs / "rasa.log", settings.environment())


def web_application(settings: LaunchSettings) -> Service:
    """The pages and the API. One worker: the recogniser is in memory once, and threads wait for Rasa."""
    place = settings.web
    command = [sys.executable, "-m", "gunicorn", "--bind", f"{bracketed(place.host)}:{place.port}", "--workers", "1"]
    # Questions at their longest, in letters that take twelve bytes each in an address, have more than its usual 4094.
    command += ["--limit-request-line", "8190"]
    # Without its control socket, which gunicorn would put into the user's home folder.
    command += ["--threads", "8", "--no-control-socket", "assistant_api.serving:application()"]
    ready = f"{settings.address()}/api/v1/health"
    return Service("the web application", command, ready, settings.logs / "web.log", settings.environment())


def stack(settings: LaunchSettings) -> list[Service]:
    """All three, in the order in which they are started."""
    return [action_server(settings), rasa_server(settings), web_application(settings)]


def wait_until_ready(services: Sequence[Service], say: Callable[[str], None]) -> None:
    """Wait until each answers, telling as each does.

    Raises:
        CoachError: One died or is not ready after ``READY_SECONDS``; the message holds the end of its log.
    """
    began = time.monotonic()
    waiting = list(services)
    while waiting:
        raise_for_dead(services)
        for service in [service for service in waiting if service.ready()]:
            waiting.remove(service)
            say(f"  {service.name} answers after {time.monotonic() - began:.0f} s")
        if waiting and time.monotonic() - began > READY_SECONDS:
            late = waiting[0]
            raise CoachError(f"{late.name} does not answer; the end of {late.log}:\n{late.log_end()}")
        time.sleep(0.2)


def raise_for_dead(services: Sequence[Service]) -> None:
    """Raise CoachError, with the end of the log, if a process has ended by itself."""
    for service in services:
        code = service.exit_code()
        if code is not None:
            raise CoachError(f"{service.name} ended with status {code}; the end of {service.log}:\n{service.log_end()}")
