"""Coming in: with a password, or with a link that works once."""

from __future__ import annotations

from assistant_api.entry_rules import access_rules
from assistant_api.people.audit import audit
from assistant_api.people.errors import SignInOff, TooManyAttempts, WrongPassword
from assistant_api.people.passwords import is_right, kept_form, require_good
from assistant_api.people.visiting import begin_visit
from assistant_api.services import services
from assistant_api.store.people import Person
from assistant_api.store.people_errors import LinkGone, LoginTaken
from assistant_api.store.people_links import FIRST, Link


def require_sign_in() -> None:
    """Do nothing where people sign in.

    Raises:
        SignInOff: They do not.
    """
    if not services().sign_in:
        raise SignInOff


def sign_in(login: str, password: str, address: str) -> Person:
    """Sign the browser that asks in.

    Args:
        login: In lower case.
        password: As it was typed.
        address: From where it is tried.

    Raises:
        SignInOff: Nobody signs in here.
        TooManyAttempts: It failed too often of late, for this login or from this address.
        WrongPassword: Nobody signs in with these two.
    """
    require_sign_in()
    parts, rules = services().people, access_rules()
    keys = {f"login {login}": rules.per_login, f"address {address}": rules.per_address}
    person, kept = parts.roster.by_login(login)
    wait = parts.attempts.begin(keys)
    if wait is not None:
        _note_refusal(person, "too often")
        raise TooManyAttempts(wait)
    if not is_right(password, kept) or person is None or not person.active:
        _note_refusal(person, "deactivated" if person is not None and not person.active else "wrong password")
        raise WrongPassword
    parts.attempts.succeeded(*keys)
    begin_visit(person)
    audit("sign-in", "person", person.id, by=person)
    return person


def read_link(secret: str) -> Link:
    """What a one-time link is for.

    Raises:
        SignInOff: Nobody signs in here.
        LinkGone: It does not work (any more).
    """
    require_sign_in()
    link = services().people.links.read(secret)
    if link.kind == FIRST and services().people.roster.has_admin():
        raise LinkGone
    return link


def use_link(secret: str, name: str | None, login: str | None, password: str) -> Person:
    """Give whom a one-time link is for a password, and sign them in.

    Args:
        secret: What the link holds.
        name: What they are called; None to leave that as it is. Needed by the first admin.
        login: What the first admin will sign in with, in lower case; nobody else's changes.
        password: What they chose.

    Raises:
        SignInOff: Nobody signs in here.
        LinkGone: It does not work (any more).
        LoginTaken: Somebody else signs in so.
        WeakPassword: The password is not taken.
    """
    link = read_link(secret)
    parts = services().people
    require_good(password, login or "" if link.person is None else link.person.login)
    if link.person is None:
        person = _first_admin(secret, name or "", login or "", password)
    else:
        parts.links.use(secret)
        if name:
            parts.roster.rename(link.person.id, name)
        parts.roster.set_password(link.person.id, kept_form(password))
        person = parts.roster.get(link.person.id)
    begin_visit(person)
    audit("sign-in", "person", person.id, {"link": link.kind}, by=person)
    return person


def change_password(person: Person, current: str, password: str) -> None:
    """Have somebody sign in with another password; their other browsers are signed out, this one has a new cookie.

    Raises:
        SignInOff: Nobody signs in here.
        TooManyAttempts: The current one was wrong too often.
        WrongPassword: The current one is wrong.
        WeakPassword: The new one is not taken.
    """
    require_sign_in()
    parts, key = services().people, f"login {person.login}"
    wait = parts.attempts.begin({key: access_rules().per_login})
    if wait is not None:
        raise TooManyAttempts(wait)
    if not is_right(current, parts.roster.password_of(person.id)):
        raise WrongPassword
    parts.attempts.succeeded(key)
    require_good(password, person.login)
    parts.roster.set_password(person.id, kept_form(password))
    begin_visit(person)
    audit("change", "person", person.id, {"what": ["password"]})


def _first_admin(secret: str, name: str, login: str, password: str) -> Person:
    parts = services().people
    if parts.roster.by_login(login)[0] is not None:
        raise LoginTaken
    parts.links.use(secret)
    return parts.roster.add_admin(name, login, kept_form(password))


def _note_refusal(person: Person | None, why: str) -> None:
    # What somebody typed as their login may be a password; only logins that there are get into the record.
    audit("sign-in-refused", "person", "" if person is None else person.id, {"why": why})
