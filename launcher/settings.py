"""Where the three processes listen and keep their files, from environment variables (the README has the table)."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from coaching.errors import CoachError
from coaching.paths import ROOT

LOOPBACK = "127.0.0.1"


@dataclass(frozen=True)
class Place:
    """A host and port, and the setting that changes it."""

    host: str
    port: int
    setting: str


@dataclass(frozen=True)
class LaunchSettings:
    """What the launcher needs to know.

    Attributes:
        web: Where the pages are served.
        rasa: Where Rasa's server listens; always loopback.
        actions: Where Rasa's action server listens; always loopback.
        token: The secret between the web application and Rasa; fresh for every start unless set.
        sign_in: Whether people sign in; unset, they do where the pages are not served on loopback alone.
        logs: Folder for the processes' logs.
        base: The environment that the settings were read from; the processes inherit it.
    """

    web: Place
    rasa: Place
    actions: Place
    token: str
    sign_in: bool
    logs: Path
    base: Mapping[str, str]

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> LaunchSettings:
        """Read the settings.

        Raises:
            CoachError: A value is not what the setting takes; names both.
        """
        return cls(
            web=Place(environment.get("HEARD_HOST") or LOOPBACK, _port(environment, "HEARD_PORT", 8000), "HEARD_PORT"),
            rasa=_loopback(environment, "HEARD_RASA_URL", 5005),
            actions=_loopback(environment, "HEARD_ACTIONS_URL", 5055),
            token=environment.get("HEARD_RASA_TOKEN") or secrets.token_hex(24),
            sign_in=_signs_in(environment),
            logs=Path(environment.get("HEARD_LOGS") or ROOT / "var" / "log"),
            base=dict(environment),
        )

    def address(self) -> str:
        """The address to open in a browser."""
        host = LOOPBACK if self.web.host in ("0.0.0.0", "::", "") else self.web.host
        return f"http://{bracketed(host)}:{self.web.port}"

    def environment(self) -> dict[str, str]:
        """The environment of every process: the base, with each setting filled in."""
        return {
            **self.base,
            "HEARD_HOST": self.web.host,
            "HEARD_PORT": str(self.web.port),
            "HEARD_RASA_URL": f"http://{self.rasa.host}:{self.rasa.port}",
            "HEARD_ACTIONS_URL": f"http://{self.actions.host}:{self.actions.port}",
            "HEARD_RASA_TOKEN": self.token,
            "HEARD_SIGN_IN": "1" if self.sign_in else "0",
            # Rasa and its action server would else listen on every interface, and report to its makers.
            "SANIC_HOST": LOOPBACK,
            "RASA_TELEMETRY_ENABLED": "false",
            "PYTHONUNBUFFERED": "1",
            "TF_CPP_MIN_LOG_LEVEL": "2",
        }


def bracketed(host: str) -> str:
    """The host as it stands in an address: IPv6 in brackets."""
    return f"[{host}]" if ":" in host else host


def _signs_in(environment: Mapping[str, str]) -> bool:
    value = environment.get("HEARD_SIGN_IN")
    if value not in (None, "", "0", "1"):
        raise CoachError(f"HEARD_SIGN_IN is {value!r}; expected 1 for on or 0 for off")
    return value == "1" if value else (environment.get("HEARD_HOST") or LOOPBACK) not in (LOOPBACK, "localhost", "::1")


def _port(environment: Mapping[str, str], name: str, default: int) -> int:
    value = environment.get(name) or str(default)
    if not value.isdigit() or not 1 <= int(value) <= 65535:
        raise CoachError(f"{name} is {value!r}; expected a port from 1 to 65535")
    return int(value)


def _loopback(environment: Mapping[str, str], name: str, default: int) -> Place:
    value = environment.get(name) or f"http://{LOOPBACK}:{default}"
    parts = urlsplit(value)
    try:
        port = parts.port
    except ValueError:
        port = None
    if parts.scheme != "http" or parts.hostname not in (LOOPBACK, "localhost") or not port:
        raise CoachError(f"{name} is {value!r}; expected http://{LOOPBACK}:PORT (Rasa stays on this machine)")
    return Place(LOOPBACK, port, name)
