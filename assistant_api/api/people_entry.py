"""Coming in and going out over the API."""

from __future__ import annotations

from flask import request

from assistant_api.api import people_bodies as bodies
from assistant_api.api.operation import Routes
from assistant_api.api.people_account import account_of
from assistant_api.api.people_answers import Account
from assistant_api.api.problems import FieldError, InvalidRequest
from assistant_api.people.coming_in import read_link, sign_in, use_link
from assistant_api.people.current import remember
from assistant_api.people.passwords import WeakPassword
from assistant_api.people.visiting import end_visit
from assistant_api.store.people_links import FIRST


def post_sign_in(body: bodies.SignIn) -> Account:
    """The browser that asks is signed in."""
    person = sign_in(body.login, body.password, request.remote_addr or "")
    remember(person)
    return account_of(person)


def post_sign_out() -> None:
    """The browser that asks is signed out."""
    end_visit()


def post_welcome(body: bodies.Welcome) -> Account:
    """Somebody comes in by a one-time link."""
    if read_link(body.link).kind == FIRST:
        missing = [name for name in ("name", "login") if getattr(body, name) is None]
        if missing:
            raise InvalidRequest(*(FieldError(name, "a value; the first admin gives one") for name in missing))
    try:
        person = use_link(body.link, body.name, body.login, body.password)
    except WeakPassword as error:
        raise InvalidRequest(FieldError("password", str(error))) from error
    remember(person)
    return account_of(person)


def add_to(routes: Routes) -> None:
    """Add these routes."""
    routes.route(
        "POST",
        "/sign-in",
        "Sign this browser in",
        body=bodies.SignIn,
        answer=Account,
        problems=("sign-in-off", "wrong-password", "too-many-attempts"),
    )(post_sign_in)
    routes.route("POST", "/sign-out", "Sign this browser out", answer=None, status=204)(post_sign_out)
    routes.route(
        "POST",
        "/welcome",
        "Choose a password with a link that works once: an invitation, a new password, the first admin's",
        body=bodies.Welcome,
        answer=Account,
        problems=("sign-in-off", "link-gone", "login-taken"),
    )(post_welcome)
