"""Who may ask, and what browsers are told about these pages.

There is no login yet: whoever reaches the port may practise. Pages of other sites must not: a request has to come to a
name of ours (else another site could point its own name at this machine and read along), and what changes something has
to come from a page of ours.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException

LIMIT_BYTES = 64 * 1024
_SAFE = ("GET", "HEAD", "OPTIONS")
_OURS = ("same-origin", "none")
_POLICY = "; ".join(
    (
        "default-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "object-src 'none'",
    )
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class Refused(HTTPException):
    """A request that is turned away before anything of it is done.

    Attributes:
        problem: The problem's name.
        description: What to tell.
    """

    problem: str
    description: str


class UntrustedHost(Refused):
    """The request names a host that is not one of ours."""

    code = 400
    problem = "untrusted-host"
    description = "The application does not answer under this name. HEARD_ALLOWED_HOSTS lists further names."


class CrossOrigin(Refused):
    """The request comes from a page of another site."""

    code = 403
    problem = "cross-origin"
    description = "Only this application's own pages, and programs that are no browsers, may change something here."


class NotJsonType(Refused):
    """The body is not announced as JSON."""

    code = 415
    problem = "not-json-type"
    description = "Send the body with Content-Type: application/json."


def protect(app: Flask, hosts: frozenset[str]) -> None:
    """Check every request, and send every answer with the headers that keep browsers to our own files."""
    app.config["MAX_CONTENT_LENGTH"] = LIMIT_BYTES

    @app.before_request
    def check() -> None:
        if _host_name(request.headers.get("Host", "")) not in hosts:
            raise UntrustedHost
        if request.method not in _SAFE:
            _require_own_page()
            _require_json()

    @app.after_request
    def add_headers(response: Response) -> Response:
        for name, value in _HEADERS.items():
            response.headers.setdefault(name, value)
        return response


def _host_name(host: str) -> str | None:
    try:
        return urlsplit(f"//{host}").hostname
    except ValueError:
        return None


def _require_own_page() -> None:
    site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
    # A browser says at least one of the two with every request that changes something; other programs say neither.
    if site is not None and site not in _OURS:
        raise CrossOrigin
    if site is None and origin is not None and urlsplit(origin).netloc != request.headers.get("Host"):
        raise CrossOrigin


def _require_json() -> None:
    announced = request.headers.get("Content-Type") is not None
    has_body = bool(request.content_length) or "Transfer-Encoding" in request.headers
    if (announced or has_body) and not request.is_json:
        raise NotJsonType
