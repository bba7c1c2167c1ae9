"""What every request must be before a route sees it, and what browsers are told about these pages.

A request has to come to a name of ours (else another site could point its own name at this machine and read along),
from someone whom ``access`` lets in, and with a body that is announced as JSON.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from flask import Flask, Response, request
from flask_cors import CORS
from werkzeug.routing import Rule

from assistant_api.access import SAFE, Access, Door, Lock
from assistant_api.api.operation import LIMIT_BYTES, lock_of
from assistant_api.people.current import remember
from assistant_api.refused import NotJsonType, UntrustedHost

_FILES = "pages.static"
"""The endpoint of style sheets, scripts and pictures, which the way in needs as well."""
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


def protect(app: Flask, hosts: frozenset[str], door: Door) -> None:
    """Check every request, and send every answer with the headers that keep browsers to our own files."""
    app.config["MAX_CONTENT_LENGTH"] = LIMIT_BYTES

    @app.before_request
    def check() -> None:
        if _host_name(request.headers.get("Host", "")) not in hosts:
            raise UntrustedHost
        lock = _lock(app, request.endpoint)
        person = door.person(request, lock)
        # Before it is turned away, so that the page that tells it knows to whom.
        remember(person)
        door.admit(request, lock, person)
        if request.method not in SAFE:
            _require_json()

    @app.after_request
    def add_headers(response: Response) -> Response:
        for name, value in _HEADERS.items():
            response.headers.setdefault(name, value)
        return response


def share(app: Flask, origins: frozenset[str]) -> None:
    """Let browsers hand what the routes for drafts answer to pages of these sites; call it when all routes are there.

    Whether a request is served is decided before, by ``Door``: what browsers are told here only lets a page read it.
    """
    routes = [rule.rule for rule in app.url_map.iter_rules() if _is_shared(app, rule)]
    # Compiled, for a text with the brackets of an IPv6 address would be taken for an expression.
    CORS(
        app,
        resources=[_exactly(route) for route in routes],
        origins=[_exactly(origin) for origin in origins],
        methods=["POST"],
        allow_headers=["Authorization", "Content-Type"],
        max_age=600,
        # A page of the internet may then ask a coach on the agent's own machine, as its owner has said.
        allow_private_network=True,
        always_send=False,
        intercept_exceptions=False,
    )


def _lock(app: Flask, endpoint: str | None) -> Lock:
    if endpoint == _FILES:
        return Lock(Access.ALL)
    return lock_of(app.view_functions.get(endpoint or ""))


def _is_shared(app: Flask, rule: Rule) -> bool:
    return lock_of(app.view_functions[rule.endpoint]).access is Access.DRAFTS


def _exactly(text: str) -> re.Pattern[str]:
    return re.compile(re.escape(text) + r"\Z")


def _host_name(host: str) -> str | None:
    try:
        return urlsplit(f"//{host}").hostname
    except ValueError:
        return None


def _require_json() -> None:
    announced = request.headers.get("Content-Type") is not None
    has_body = bool(request.content_length) or "Transfer-Encoding" in request.headers
    if (announced or has_body) and not request.is_json:
        raise NotJsonType
