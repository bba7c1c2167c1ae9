"""Who may ask for what: people who are signed in, programs with a token, our own pages, pages of other sites.

Without sign-in (single-user mode) whoever reaches the port is the one person to whom everything belongs. With it,
everything but the way in needs somebody: a browser that is signed in, or a token, which acts as the person whose it is
within its scopes. Pages of other sites may have drafts checked, nothing else, and for that they have to be listed in
``HEARD_ALLOWED_ORIGINS`` and to bring a token; a browser's cookie never counts for them.

That is also what keeps requests from being forged (CSRF): what changes something has to be JSON, which no form sends,
and to come from no other site, which every browser tells with ``Sec-Fetch-Site`` or ``Origin``; and the cookie is
SameSite. OWASP's cheat sheet names the check of these headers as a defence of its own, so there is no token in forms.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from ipaddress import ip_address
from typing import TypeVar
from urllib.parse import urlsplit

from flask import Request

from assistant_api.refused import BadToken, CrossOrigin, RoleTooLow, SignInNeeded, TokenNeeded, TokenScope
from assistant_api.store.people import ADMIN, AGENT, OWNER_PERSON, TRAINER, Person
from assistant_api.store.tokens import Bearer

SAFE = ("GET", "HEAD", "OPTIONS")
_OURS = ("same-origin", "none")
_BEARER = re.compile(r"Bearer +([A-Za-z0-9._~+/-]+=*) *", re.IGNORECASE)
_PROXY_SCHEMES = ("basic", "digest", "negotiate")
"""What a proxy in front may ask of people; it is the proxy's affair."""


class Access(Enum):
    """Whom a route is for."""

    ALL = "all"
    """The way in, and what everybody may know."""
    DRAFTS = "drafts"
    """It reads a text and keeps nothing: people who are signed in, and tokens, also of other sites' pages."""
    AGENT = "agent"
    """Everybody who is signed in; what belongs to others is not there for them."""
    TRAINER = "trainer"
    """Trainers, for their own teams, and admins."""
    ADMIN = "admin"
    """Admins."""


class Scope(Enum):
    """What a token may be used for, within what its person may do."""

    ANY = "any"
    """No scope that a token has, but what every token is good for."""
    NONE = "none"
    """No scope that a token has: it is for people alone, so that no token gives itself more than it has."""
    DRAFTS = "drafts"
    READ = "read"
    WRITE = "write"
    EXPORT = "export"
    ADMIN = "admin"


SCOPES = tuple(scope.value for scope in Scope if scope not in (Scope.ANY, Scope.NONE))
"""Those that tokens have."""
_ROLES = {Access.AGENT: AGENT, Access.TRAINER: TRAINER, Access.ADMIN: ADMIN}


@dataclass(frozen=True)
class Lock:
    """What a route asks of who comes.

    Attributes:
        access: Whom it is for.
        scope: What a token needs; what follows from access and method where it is None.
    """

    access: Access
    scope: Scope | None = None

    def scope_for(self, method: str) -> Scope:
        """What a token needs for a request of this method."""
        if self.scope is not None:
            return self.scope
        if self.access is Access.ALL:
            return Scope.ANY
        if self.access in (Access.DRAFTS, Access.ADMIN):
            return Scope(self.access.value)
        return Scope.READ if method in SAFE else Scope.WRITE


View = TypeVar("View", bound=Callable[..., object])


def open_to(access: Access) -> Callable[[View], View]:
    """Say whom a page is for; one that says nothing is for everybody who is signed in."""

    def mark(view: View) -> View:
        view.lock = Lock(access, Scope.ANY if access is Access.ALL else None)  # type: ignore[attr-defined]
        return view

    return mark


@dataclass(frozen=True)
class Door:
    """Lets requests in or turns them away.

    Attributes:
        origins: Sites whose pages may check drafts with a token.
        require_token: Whether programs on this machine need a token for drafts, where nobody signs in.
        sign_in: Whether people sign in.
        by_token: Whose token it is; None for one that is unknown. May ask the database.
        by_cookie: Who is signed in in the browser that asks; None for nobody. May ask the database.
    """

    origins: frozenset[str]
    require_token: bool
    sign_in: bool
    by_token: Callable[[str], Bearer | None]
    by_cookie: Callable[[Request], Person | None]

    def person(self, request: Request, lock: Lock) -> Person | None:
        """Whoever asks; None for nobody that is known.

        Args:
            request: What came.
            lock: What its route asks.

        Raises:
            BadToken: It brings a token that is unknown, expired, revoked, or none at all.
            TokenScope: Its token has not the scope for this.
        """
        token = _token(request)
        if token is None:
            return self.by_cookie(request) if self.sign_in else OWNER_PERSON
        bearer = self.by_token(token)
        if bearer is None:
            raise BadToken
        scope = lock.scope_for(request.method)
        if scope is not Scope.ANY and scope.value not in bearer.scopes:
            raise TokenScope(scope.value)
        return bearer.person

    def admit(self, request: Request, lock: Lock, person: Person | None) -> None:
        """Do nothing where the request may go on.

        Args:
            request: What came.
            lock: What its route asks.
            person: Whoever asks; see ``person``.

        Raises:
            TokenNeeded: It needs a token and brings none.
            CrossOrigin: It comes from a page of a site that is not allowed here.
            SignInNeeded: Nobody is signed in.
            RoleTooLow: It is not for people of this role.
        """
        if request.method == "OPTIONS":
            # It tells the methods and, to other sites, what they may ask; browsers send nobody's name with it.
            return
        if request.method not in SAFE:
            self._check_origin(request, _token(request), lock.access)
        if lock.access is Access.ALL:
            return
        if person is None:
            raise SignInNeeded
        if not person.may_act_as(_ROLES.get(lock.access, AGENT)):
            raise RoleTooLow

    def _check_origin(self, request: Request, token: str | None, access: Access) -> None:
        if from_other_site(request):
            if access is not Access.DRAFTS or request.headers.get("Origin") not in self.origins:
                raise CrossOrigin
            needed = True
        else:
            asked = self.require_token or _is_far(request)
            needed = access is Access.DRAFTS and not self.sign_in and _is_program(request) and asked
        if needed and token is None:
            raise TokenNeeded


def from_other_site(request: Request) -> bool:
    """Whether a browser says that another site's page sends this."""
    site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
    # A browser says at least one of the two with every request that changes something; other programs say neither.
    if site is not None:
        return site not in _OURS
    return origin is not None and _place(origin) != request.headers.get("Host")


def _token(request: Request) -> str | None:
    given = request.headers.get("Authorization", "").strip()
    if not given or given.split()[0].lower() in _PROXY_SCHEMES:
        return None
    found = _BEARER.fullmatch(given)
    if found is None:
        raise BadToken
    return found[1]


def _place(origin: str) -> str | None:
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return None


def _is_program(request: Request) -> bool:
    return "Sec-Fetch-Site" not in request.headers and "Origin" not in request.headers


def _is_far(request: Request) -> bool:
    # Nothing comes from a socket in the file system, which only this machine's programs reach.
    if not request.remote_addr:
        return False
    address = ip_address(request.remote_addr)
    return not (getattr(address, "ipv4_mapped", None) or address).is_loopback
