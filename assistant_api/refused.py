"""Requests that are turned away before anything of them is done."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from werkzeug.exceptions import HTTPException


class Refused(HTTPException):
    """A request that is turned away.

    Attributes:
        problem: The problem's name.
        description: What to tell.
        told: Headers of the answer.
    """

    problem: str
    description: str
    told: ClassVar[Mapping[str, str]] = {}


class UntrustedHost(Refused):
    """The request names a host that is not one of ours."""

    code = 400
    problem = "untrusted-host"
    description = "The application does not answer under this name. HEARD_ALLOWED_HOSTS lists further names."


class CrossOrigin(Refused):
    """The request comes from a page of another site."""

    code = 403
    problem = "cross-origin"
    description = (
        "Only this application's own pages, and programs that are no browsers, may do this. Pages of sites in "
        "HEARD_ALLOWED_ORIGINS may check drafts, with a token."
    )


class TokenNeeded(Refused):
    """The request brings no token and needs one."""

    code = 401
    problem = "token-needed"
    description = "Send a token with Authorization: Bearer TOKEN. `coach token new NAME` makes one."
    told: ClassVar[Mapping[str, str]] = {"WWW-Authenticate": "Bearer"}


class BadToken(Refused):
    """The request brings a token that is not valid."""

    code = 401
    problem = "bad-token"
    description = (
        "The token in Authorization is unknown, revoked, expired, or not written as Bearer TOKEN. `coach token list` "
        "shows what there is."
    )
    told: ClassVar[Mapping[str, str]] = {"WWW-Authenticate": 'Bearer error="invalid_token"'}


class TokenScope(Refused):
    """The request brings a token that was made for other things."""

    code = 403
    problem = "token-scope"
    told: ClassVar[Mapping[str, str]] = {"WWW-Authenticate": 'Bearer error="insufficient_scope"'}

    def __init__(self, scope: str) -> None:
        """Say which scope is missing."""
        super().__init__(
            "This is for people who are signed in, not for tokens."
            if scope == "none"
            else f"This needs a token with the scope {scope}, and the one that was sent has not got it."
        )


class SignInNeeded(Refused):
    """Nobody is signed in."""

    code = 401
    problem = "sign-in-needed"
    description = (
        "Please sign in. If you were in the middle of something, sign in again in another tab: what you typed here "
        "stays. Programs send a token with Authorization: Bearer TOKEN."
    )
    told: ClassVar[Mapping[str, str]] = {"WWW-Authenticate": "Bearer"}


class RoleTooLow(Refused):
    """The route is for trainers, or for admins."""

    code = 403
    problem = "role-too-low"
    description = "Your role does not reach here. An admin of this installation can change it."


class NotJsonType(Refused):
    """The body is not announced as JSON."""

    code = 415
    problem = "not-json-type"
    description = "Send the body with Content-Type: application/json."
