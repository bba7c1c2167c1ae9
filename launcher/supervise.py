"""Keeps the three processes up, watches them, and stops them together."""

from __future__ import annotations

import signal
import time
from types import FrameType

from launcher.ports import require_free
from launcher.settings import LOOPBACK, LaunchSettings
from launcher.stack import raise_for_dead, stack, wait_until_ready
from launcher.steps import invite_first_admin

_STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Stopped(Exception):
    """Ctrl-C, or a polite kill."""


def run(settings: LaunchSettings) -> None:
    """Bring everything up and keep it up until Ctrl-C or until one process dies.

    Raises:
        CoachError: A port is taken, a process did not come up, or one died; the message holds the end of its log.
    """
    require_free((settings.web, settings.rasa, settings.actions))
    services = stack(settings)
    stop_on_signals()
    try:
        print("Starting " + ", ".join(service.name for service in services) + " …", flush=True)
        for service in services:
            service.start()
        wait_until_ready(services, say)
        say(f"\nReady: open {settings.address()} in a browser. Ctrl-C stops it.")
        _say_who_can_reach(settings)
        invite_first_admin(settings)
        while True:
            raise_for_dead(services)
            time.sleep(0.5)
    except Stopped:
        say("\nStopping …")
    finally:
        # A second Ctrl-C must not leave a process behind.
        for number in _STOP_SIGNALS:
            signal.signal(number, signal.SIG_IGN)
        for service in reversed(services):
            service.stop()
    say("Stopped.")


def stop_on_signals() -> None:
    """From now on Ctrl-C, a polite kill and a closed terminal raise Stopped, so that what was started is stopped."""
    for number in _STOP_SIGNALS:
        signal.signal(number, _stop)


def say(line: str) -> None:
    """Print at once, also into a pipe."""
    print(line, flush=True)


def _say_who_can_reach(settings: LaunchSettings) -> None:
    host = settings.web.host
    alone = host in (LOOPBACK, "localhost", "::1")
    if settings.sign_in:
        say("People sign in." + ("" if alone else " Browsers stay signed in over https alone; see the README."))
    elif alone:
        say("Single-user mode: only this machine can reach it, and nobody signs in.")
    else:
        say(f"HEARD_HOST is {host} and nobody signs in: whoever can reach this machine can read and change all of it.")
    if not alone:
        say("Browsers are let in under the names in HEARD_ALLOWED_HOSTS; see the README.")


def _stop(number: int, frame: FrameType | None) -> None:
    raise Stopped
