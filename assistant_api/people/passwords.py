"""Passwords: which are taken, how they are kept, and telling whether one is right."""

from __future__ import annotations

from functools import lru_cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from assistant_api.entry_rules import access_rules

# Argon2id with the least that OWASP's Password Storage Cheat Sheet asks for: 19 MiB, two passes, one lane. More would
# let a handful of sign-ins at once take the memory that the recogniser needs.
_HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)


class WeakPassword(ValueError):
    """A password that is not taken; the message says what was expected."""


def kept_form(password: str) -> str:
    """What is kept of a password: an argon2id hash with its salt."""
    return _HASHER.hash(password)


def is_right(password: str, kept: str | None) -> bool:
    """Whether it is the password that this was kept of; takes as long where nothing was kept.

    Args:
        password: What somebody typed.
        kept: A hash; None where there is nobody with that login, or no password yet.
    """
    try:
        _HASHER.verify(kept or _nobodys(), password)
    except (VerificationError, InvalidHashError):
        return False
    return kept is not None


def require_good(password: str, login: str) -> None:
    """Do nothing where this may be somebody's password.

    Args:
        password: What they chose.
        login: What they sign in with.

    Raises:
        WeakPassword: It may not; says why.
    """
    rules, lower = access_rules(), password.lower()
    if not rules.shortest <= len(password) <= rules.longest:
        raise WeakPassword(f"{rules.shortest} to {rules.longest} characters; several words are easy to remember")
    if lower == login or lower == login.partition("@")[0]:
        raise WeakPassword("something else than what you sign in with")
    if lower in rules.common or len(set(lower)) < 3:
        raise WeakPassword("something that is harder to guess; this is one of the first that anybody would try")


@lru_cache(maxsize=1)
def _nobodys() -> str:
    return kept_form("nobody's password")
