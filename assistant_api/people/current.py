"""Who asks: found once for each request, by ``access.Door``, and kept with it."""

from __future__ import annotations

from flask import g

from assistant_api.refused import SignInNeeded
from assistant_api.store.people import Person


def current_person() -> Person:
    """Who asks.

    Raises:
        SignInNeeded: Nobody is signed in; the routes for which somebody has to be turn such requests away before.
    """
    person = signed_in_person()
    if person is None:
        raise SignInNeeded
    return person


def signed_in_person() -> Person | None:
    """Who asks; None where nobody is signed in."""
    person: Person | None = g.get("person")
    return person


def remember(person: Person | None) -> None:
    """Keep who asks for the rest of this request."""
    g.person = person
