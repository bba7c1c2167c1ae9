"""The numbers and lists of ``entry_rules.yml``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from pathlib import Path

from coaching.yamlfile import Node, read

FILE = Path(__file__).with_name("entry_rules.yml")
_MOST = 10_000


@dataclass(frozen=True)
class AccessRules:
    """How people get in, and for how long.

    Attributes:
        idle: A browser that nobody used for so long is signed out.
        stay: Every browser is signed out after so long.
        window: Failed sign-ins count for so long.
        per_login: So many may fail for one login.
        per_address: So many may fail from one address.
        links: For each kind of link how long it works.
        shortest: Characters that a password has at least.
        longest: And at most.
        common: Passwords that are not taken, in lower case.
    """

    idle: timedelta
    stay: timedelta
    window: timedelta
    per_login: int
    per_address: int
    links: dict[str, timedelta]
    shortest: int
    longest: int
    common: frozenset[str]


@lru_cache(maxsize=1)
def access_rules() -> AccessRules:
    """The rules in force.

    Raises:
        DataError: Something in the file is not as expected; names the line.
    """
    root = read(FILE)
    root.only("visits", "attempts", "links", "passwords")
    visits, attempts = (
        root.noted("visits", "idle_hours", "days"),
        root.noted("attempts", "minutes", "login", "address"),
    )
    links = root.noted("links", "first_hours", "invitation_hours", "password_hours")
    passwords = root.noted("passwords", "shortest", "longest", "common")
    return AccessRules(
        idle=timedelta(hours=_number(visits, "idle_hours")),
        stay=timedelta(days=_number(visits, "days")),
        window=timedelta(minutes=_number(attempts, "minutes")),
        per_login=_number(attempts, "login"),
        per_address=_number(attempts, "address"),
        links={kind: timedelta(hours=_number(links, f"{kind}_hours")) for kind in ("first", "invitation", "password")},
        shortest=_number(passwords, "shortest"),
        longest=_number(passwords, "longest"),
        common=frozenset(one.text() for one in passwords.at("common").each()),
    )


def _number(part: Node, key: str) -> int:
    return part.at(key).whole(1, _MOST)
