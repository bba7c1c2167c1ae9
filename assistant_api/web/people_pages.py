"""Routes of the pages for coming in, for people and their teams, for one's own account, and of the record."""

from __future__ import annotations

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from assistant_api.access import SCOPES, Access, open_to
from assistant_api.api.people_bodies import LOGIN_LIMIT, LONGEST_DAYS, NAME_LIMIT, PASSWORD_LIMIT
from assistant_api.entry_rules import access_rules
from assistant_api.people import signed_in_person
from assistant_api.people.coming_in import read_link
from assistant_api.people.errors import SignInOff
from assistant_api.services import services
from assistant_api.store.people import ROLES
from assistant_api.store.people_errors import LinkGone
from assistant_api.web.blueprint import blueprint

_LIMITS = {"login_limit": LOGIN_LIMIT, "name_limit": NAME_LIMIT, "password_limit": PASSWORD_LIMIT}


@blueprint.app_context_processor
def who_asks() -> dict[str, object]:
    """For every template: who is signed in, and whether people sign in at all."""
    return {"viewer": signed_in_person(), "signs_in": services().sign_in}


@blueprint.get("/sign-in")
@open_to(Access.ALL)
def sign_in() -> ResponseReturnValue:
    """Come in with a password."""
    if not services().sign_in:
        return redirect(url_for("pages.home"))
    return render_template("sign_in.html", **_LIMITS)


@blueprint.get("/welcome/<link>")
@open_to(Access.ALL)
def welcome(link: str) -> ResponseReturnValue:
    """Come in with a link that works once, and choose a password; looking at the page does not use it up."""
    try:
        found = read_link(link)
    except (LinkGone, SignInOff) as error:
        return render_template("welcome_gone.html", reason=str(error)), 410
    return render_template(
        "welcome.html", link=link, kind=found.kind, person=found.person, shortest=access_rules().shortest, **_LIMITS
    )


@blueprint.get("/people")
@open_to(Access.TRAINER)
def people() -> str:
    """People and their teams; an admin changes them here."""
    return render_template("people.html", roles=ROLES, **_LIMITS)


@blueprint.get("/account")
def account() -> str:
    """One's own account."""
    scopes = [scope for scope in SCOPES if scope != "admin" or _is_admin()]
    shortest = access_rules().shortest
    return render_template("account.html", scopes=scopes, longest_days=LONGEST_DAYS, shortest=shortest, **_LIMITS)


@blueprint.get("/audit")
@open_to(Access.ADMIN)
def audit() -> str:
    """Who did what."""
    return render_template("audit.html")


def _is_admin() -> bool:
    person = signed_in_person()
    return person is not None and person.is_admin
