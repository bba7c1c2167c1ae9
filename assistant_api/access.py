"""Who may ask for what: our own pages, pages of other sites, and programs.

There is no login: whoever reaches the port may open the pages and use what they use. Pages of other sites may have
drafts checked, nothing else, and for that they have to be listed in ``HEARD_ALLOWED_ORIGINS`` and to bring a token.
Programs need a token for drafts when they ask from another machine, or everywhere with ``HEARD_REQUIRE_TOKEN=1``. A
token that somebody copies from a page's source therefore opens no session and no kept reply.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from ipaddress import ip_address
from urllib.parse import urlsplit

from flask import Request

from assistant_api.refused import BadToken, CrossOrigin, TokenNeeded, TokenScope

SAFE = ("GET", "HEAD", "OPTIONS")
_OURS = ("same-origin", "none")
_BEARER = re.compile(r"Bearer +([A-Za-z0-9._~+/-]+=*) *", re.IGNORECASE)
_PROXY_SCHEMES = ("basic", "digest", "negotiate")
"""What a proxy in front may ask of people; it is the proxy's affair."""


class Access(Enum):
    """Whom a route is for."""

    ALL = "all"
    """It tells what is no secret."""
    DRAFTS = "drafts"
    """It reads a text and keeps nothing: our own pages, and tokens."""
    OURS = "ours"
    """It reads or changes what is stored: our own pages and programs of this machine's users, never a token."""


@dataclass(frozen=True)
class Door:
    """Lets requests in or turns them away.

    Attributes:
        origins: Sites whose pages may check drafts with a token.
        require_token: Whether programs on this machine need a token for drafts.
        is_valid: Tells whether a token is known; may ask the database.
    """

    origins: frozenset[str]
    require_token: bool
    is_valid: Callable[[str], bool]

    def admit(self, request: Request, access: Access) -> None:
        """Do nothing where the request may go on.

        Args:
            request: What came.
            access: Whom its route is for.

        Raises:
            BadToken: It brings a token that is unknown, expired, revoked, or none at all.
            TokenScope: It brings a token where tokens do not reach.
            TokenNeeded: It needs a token and brings none.
            CrossOrigin: It comes from a page of a site that is not allowed here.
        """
        token = _token(request)
        if token is not None:
            if not self.is_valid(token):
                raise BadToken
            if access is Access.OURS:
                raise TokenScope
        if request.method in SAFE:
            return
        if _from_other_site(request):
            if access is not Access.DRAFTS or request.headers.get("Origin") not in self.origins:
                raise CrossOrigin
            needed = True
        else:
            needed = access is Access.DRAFTS and _is_program(request) and (self.require_token or _is_far(request))
        if needed and token is None:
            raise TokenNeeded


def _token(request: Request) -> str | None:
    given = request.headers.get("Authorization", "").strip()
    if not given or given.split()[0].lower() in _PROXY_SCHEMES:
        return None
    found = _BEARER.fullmatch(given)
    if found is None:
        raise BadToken
    return found[1]


def _from_other_site(request: Request) -> bool:
    site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
    # A browser says at least one of the two with every request that changes something; other programs say neither.
    if site is not None:
        return site not in _OURS
    return origin is not None and _place(origin) != request.headers.get("Host")


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
