"""The cookie of a browser that is signed in."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import Request, Response, after_this_request, request

from assistant_api.entry_rules import access_rules
from assistant_api.services import services
from assistant_api.settings import LOOPBACK_NAMES
from assistant_api.store.people import Person
from assistant_api.store.people_visits import visit_id


def visitor(request: Request) -> Person | None:
    """Who is signed in in the browser that asks; None for nobody."""
    cookie = _cookie(request)
    return None if cookie is None else services().people.visits.person(cookie)


def own_visit() -> str | None:
    """What the visit of the browser that asks is called; None where it has none."""
    cookie = _cookie(request)
    return None if cookie is None else visit_id(cookie)


def begin_visit(person: Person) -> None:
    """Sign the browser that asks in, with a cookie that nobody can have known before."""
    cookie = services().people.visits.begin(person.id, _cookie(request))
    secure, longest = _is_secure(request), int(access_rules().stay.total_seconds())

    @after_this_request
    def hand_out(response: Response) -> Response:
        response.set_cookie(
            _name(request), cookie, max_age=longest, path="/", secure=secure, httponly=True, samesite="Lax"
        )
        return response


def end_visit() -> None:
    """Sign the browser that asks out."""
    cookie = _cookie(request)
    if cookie is not None:
        services().people.visits.end(cookie)

    @after_this_request
    def take_back(response: Response) -> Response:
        response.delete_cookie(_name(request), path="/", secure=_is_secure(request), httponly=True, samesite="Lax")
        return response


def _cookie(request: Request) -> str | None:
    return request.cookies.get(_name(request)) or None


def _name(request: Request) -> str:
    # The prefix has browsers refuse a cookie of this name that another host, or a page without TLS, tries to plant.
    return "__Host-heard" if _is_secure(request) else "heard"


def _is_secure(request: Request) -> bool:
    """Whether browsers must send the cookie over TLS alone: always, but for this very machine without TLS."""
    return request.is_secure or urlsplit(f"//{request.host}").hostname not in LOOPBACK_NAMES
