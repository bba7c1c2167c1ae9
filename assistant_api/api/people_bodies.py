"""What requests on people bring. A field's description is also what an error says was expected."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

from pydantic import ConstrainedInt, Field, StrictBool, StrictStr, validator

from assistant_api.access import SCOPES
from assistant_api.api.reading import Taken
from assistant_api.api.texts import require_text, require_words

NAME_LIMIT = 100
LOGIN_LIMIT = 254
PASSWORD_LIMIT = 200
LONGEST_DAYS = 3650
_LOGIN = re.compile(r"[^@\s]+@[^@\s]+")
_LOGIN_EXPECTED = f"an e-mail address of at most {LOGIN_LIMIT} characters"
_NAME_EXPECTED = f"text of 1 to {NAME_LIMIT} characters"
_TEAMS_EXPECTED = "a list of at most 100 ids of teams"


def _typed(password: str) -> str:
    # The same letters from two keyboards are the same password (NIST SP 800-63B 5.1.1.2).
    return unicodedata.normalize("NFKC", require_text(password))


def _name(name: str) -> str:
    shown = require_words(name).strip()
    if any(unicodedata.category(one) in ("Cc", "Zl", "Zp") for one in shown):
        raise ValueError(f"{_NAME_EXPECTED} on one line")
    return shown


def _login(login: str) -> str:
    lower = require_text(login).strip().lower()
    if not _LOGIN.fullmatch(lower) or not lower.isprintable() or len(lower) > LOGIN_LIMIT:
        raise ValueError(_LOGIN_EXPECTED)
    return lower


class SignIn(Taken):
    """Who wants to come in."""

    login: StrictStr = Field(max_length=LOGIN_LIMIT, description=_LOGIN_EXPECTED)
    password: StrictStr = Field(max_length=PASSWORD_LIMIT, description=f"at most {PASSWORD_LIMIT} characters")

    @validator("login")
    def _as_kept(cls, login: str) -> str:
        return require_text(login).strip().lower()

    @validator("password")
    def _as_typed(cls, password: str) -> str:
        return _typed(password)


class Welcome(Taken):
    """What somebody with a one-time link says of themselves."""

    link: StrictStr = Field(max_length=100, description="what stands in the link's address after /welcome/")
    password: StrictStr = Field(
        max_length=PASSWORD_LIMIT, description=f"10 to {PASSWORD_LIMIT} characters that are not easy to guess"
    )
    name: StrictStr | None = Field(
        None, max_length=NAME_LIMIT, description=f"{_NAME_EXPECTED}, or null to keep it; the first admin gives one"
    )
    login: StrictStr | None = Field(
        None, max_length=LOGIN_LIMIT, description=f"{_LOGIN_EXPECTED} for the first admin; else null"
    )

    @validator("link")
    def _text(cls, link: str) -> str:
        return require_text(link)

    @validator("password")
    def _as_typed(cls, password: str) -> str:
        return _typed(password)

    @validator("name")
    def _shown(cls, name: str | None) -> str | None:
        return None if name is None else _name(name)

    @validator("login")
    def _address(cls, login: str | None) -> str | None:
        return None if login is None else _login(login)


class Name(Taken):
    """What somebody, or a team, is called."""

    name: StrictStr = Field(max_length=NAME_LIMIT, description=_NAME_EXPECTED, minLength=1)

    @validator("name")
    def _shown(cls, name: str) -> str:
        return _name(name)


class NewPassword(Taken):
    """A password in place of another."""

    current: StrictStr = Field(max_length=PASSWORD_LIMIT, description=f"at most {PASSWORD_LIMIT} characters")
    password: StrictStr = Field(
        max_length=PASSWORD_LIMIT, description=f"10 to {PASSWORD_LIMIT} characters that are not easy to guess"
    )

    @validator("current", "password")
    def _as_typed(cls, password: str) -> str:
        return _typed(password)


class NewPerson(Name):
    """Somebody to be invited."""

    login: StrictStr = Field(max_length=LOGIN_LIMIT, description=_LOGIN_EXPECTED)
    role: Literal["agent", "trainer", "admin"] = Field(description="one of agent, trainer, admin")
    teams: list[StrictStr] = Field([], max_items=100, description=_TEAMS_EXPECTED)

    @validator("login")
    def _address(cls, login: str) -> str:
        return _login(login)

    @validator("teams", each_item=True)
    def _ids(cls, team: str) -> str:
        return require_text(team)


class ChangedPerson(NewPerson):
    """What is said of somebody from now on."""

    active: StrictBool = Field(description="true or false; false signs them out everywhere and revokes their tokens")


class Days(ConstrainedInt):
    """For how long a token is good: a number, not a text that looks like one."""

    strict = True
    ge = 1
    le = LONGEST_DAYS


class NewToken(Name):
    """A token to be made."""

    scopes: list[Literal["drafts", "read", "write", "export", "admin"]] = Field(
        min_items=1, max_items=len(SCOPES), description="a list of one or more of " + ", ".join(SCOPES)
    )
    days: Days | None = Field(None, description=f"a whole number from 1 to {LONGEST_DAYS}, or null for never to expire")
