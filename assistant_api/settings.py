"""What the web application is told by environment variables; the defaults need none of them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from assistant_api.origins import allowed_origins
from assistant_api.outward.store_settings import RecordStore, record_store
from coaching.errors import CoachError
from coaching.paths import ROOT

LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})
_EVERY_ADDRESS = ("", "0.0.0.0", "::")
_LONGEST_DAYS = 3650
_LONGEST_HOURS = 720


@dataclass(frozen=True)
class Settings:
    """The web application's settings; a start reads them once.

    Attributes:
        database_url: ``HEARD_DATABASE_URL``, an SQLAlchemy address; by default the SQLite file ``var/heard.sqlite3``.
        database_timeout: ``HEARD_DATABASE_TIMEOUT``, seconds to wait for a database that another program holds.
        rasa_url: ``HEARD_RASA_URL``, where Rasa's server listens.
        rasa_token: ``HEARD_RASA_TOKEN``, the secret that Rasa's server was started with; empty where it has none.
        actions_url: ``HEARD_ACTIONS_URL``, where Rasa's action server listens; asked for its health only.
        customer_timeout: ``HEARD_CUSTOMER_TIMEOUT``, seconds that the customer may take for an answer, each try.
        hosts: Names under which browsers may reach the application, lower case and without a port: loopback,
            ``HEARD_HOST`` where it is one address, and those of ``HEARD_ALLOWED_HOSTS`` (separated by commas).
            A page of another site that gets its own name to lead to this machine is so kept out.
        origins: ``HEARD_ALLOWED_ORIGINS``, the sites (``https://help.example``) whose pages may check drafts with a
            token, as browsers write them.
        sign_in: ``HEARD_SIGN_IN``, whether people sign in; unset, they do where ``HEARD_HOST`` is not loopback.
        require_token: ``HEARD_REQUIRE_TOKEN``, whether programs on this machine need a token for drafts, too.
        keep_drafts: ``HEARD_KEEP_DRAFTS``, whether finished replies may be kept, without personal data.
        keep_drafts_days: ``HEARD_KEEP_DRAFTS_DAYS``, after how many days a kept reply is erased.
        keep_sessions_days: ``HEARD_KEEP_SESSIONS_DAYS``, after how many days a session is erased; 0 for never.
        session_hours: ``HEARD_SESSION_HOURS``, after how many hours without a sign a session that is not paused ends.
        record_store: ``HEARD_XAPI_URL``, ``HEARD_XAPI_KEY``, ``HEARD_XAPI_SECRET``: where statements of what was
            practised are sent; None where they are not.
    """

    database_url: str = f"sqlite:///{ROOT / 'var' / 'heard.sqlite3'}"
    database_timeout: float = 5.0
    rasa_url: str = "http://127.0.0.1:5005"
    rasa_token: str = ""
    actions_url: str = "http://127.0.0.1:5055"
    customer_timeout: float = 15.0
    hosts: frozenset[str] = LOOPBACK_NAMES
    origins: frozenset[str] = frozenset()
    sign_in: bool = False
    require_token: bool = False
    keep_drafts: bool = False
    keep_drafts_days: int = 30
    keep_sessions_days: int = 0
    session_hours: int = 24
    record_store: RecordStore | None = None

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Settings:
        """Read the settings.

        Raises:
            CoachError: A value is not what its variable takes; names the variable and what was expected.
        """
        return cls(
            database_url=_database(environment, "HEARD_DATABASE_URL", cls.database_url),
            database_timeout=_seconds(environment, "HEARD_DATABASE_TIMEOUT", cls.database_timeout),
            rasa_url=_server(environment, "HEARD_RASA_URL", cls.rasa_url),
            rasa_token=environment.get("HEARD_RASA_TOKEN", cls.rasa_token),
            actions_url=_server(environment, "HEARD_ACTIONS_URL", cls.actions_url),
            customer_timeout=_seconds(environment, "HEARD_CUSTOMER_TIMEOUT", cls.customer_timeout),
            hosts=_hosts(environment),
            origins=allowed_origins(environment.get("HEARD_ALLOWED_ORIGINS", "")),
            sign_in=signs_in(environment),
            require_token=_switch(environment, "HEARD_REQUIRE_TOKEN"),
            keep_drafts=_switch(environment, "HEARD_KEEP_DRAFTS"),
            keep_drafts_days=_whole(environment, "HEARD_KEEP_DRAFTS_DAYS", cls.keep_drafts_days, "days", _LONGEST_DAYS),
            keep_sessions_days=_whole(environment, "HEARD_KEEP_SESSIONS_DAYS", 0, "days", _LONGEST_DAYS, least=0),
            session_hours=_whole(environment, "HEARD_SESSION_HOURS", cls.session_hours, "hours", _LONGEST_HOURS),
            record_store=record_store(environment),
        )


def signs_in(environment: Mapping[str, str]) -> bool:
    """Whether people sign in; unless it is said, they need not where only this machine can reach the application.

    Raises:
        CoachError: The value is neither 0 nor 1.
    """
    if environment.get("HEARD_SIGN_IN"):
        return _switch(environment, "HEARD_SIGN_IN")
    return (environment.get("HEARD_HOST") or "127.0.0.1").lower() not in LOOPBACK_NAMES


def _database(environment: Mapping[str, str], name: str, default: str) -> str:
    value = environment.get(name) or default
    try:
        make_url(value).get_dialect()
    except (ArgumentError, ImportError) as error:
        # The value is not repeated: a database's address may hold its password.
        raise CoachError(
            f"{name} is no database's address; expected sqlite:///PATH or postgresql://USER:PASSWORD@HOST/NAME"
        ) from error
    return value


def _server(environment: Mapping[str, str], name: str, default: str) -> str:
    value = environment.get(name) or default
    expected = f"{name} is {value!r}; expected http://HOST:PORT"
    try:
        parts = urlsplit(value)
        usable = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError as error:
        raise CoachError(expected) from error
    if not usable or parts.path not in ("", "/") or parts.query or parts.fragment:
        raise CoachError(expected)
    return value.rstrip("/")


def _seconds(environment: Mapping[str, str], name: str, default: float) -> float:
    value = environment.get(name) or str(default)
    try:
        seconds = float(value)
    except ValueError:
        seconds = -1.0
    if not 0.1 <= seconds <= 300:
        raise CoachError(f"{name} is {value!r}; expected seconds from 0.1 to 300")
    return seconds


def _switch(environment: Mapping[str, str], name: str) -> bool:
    value = environment.get(name) or "0"
    if value not in ("0", "1"):
        raise CoachError(f"{name} is {value!r}; expected 1 for on or 0 for off")
    return value == "1"


def _whole(environment: Mapping[str, str], name: str, default: int, unit: str, most: int, least: int = 1) -> int:
    value = environment.get(name) or str(default)
    if not (value.isascii() and value.isdigit() and len(value) < 6 and least <= int(value) <= most):
        raise CoachError(f"{name} is {value!r}; expected whole {unit} from {least} to {most}")
    return int(value)


def _hosts(environment: Mapping[str, str]) -> frozenset[str]:
    listed = environment.get("HEARD_ALLOWED_HOSTS", "")
    names = [name.strip().strip("[]").lower() for name in listed.split(",") if name.strip()]
    for name in names:
        if any(character in name for character in "/ *@") or (":" in name and name.count(":") == 1):
            raise CoachError(
                f"HEARD_ALLOWED_HOSTS has {name!r}; expected names or addresses without a port, separated by commas"
            )
    own = environment.get("HEARD_HOST", "").lower()
    return LOOPBACK_NAMES | frozenset(names) | (frozenset() if own in _EVERY_ADDRESS else {own})
