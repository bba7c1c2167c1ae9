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
    """The request brings a token where tokens do not reach."""

    code = 403
    problem = "token-scope"
    description = "Tokens are for draft checks and what is no secret; sessions and kept replies are not open to them."
    told: ClassVar[Mapping[str, str]] = {"WWW-Authenticate": 'Bearer error="insufficient_scope"'}


class NotJsonType(Refused):
    """The body is not announced as JSON."""

    code = 415
    problem = "not-json-type"
    description = "Send the body with Content-Type: application/json."
