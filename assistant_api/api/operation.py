"""Routes of the API that document themselves: what they take, what they answer, which problems they may tell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, TypeVar

from flask import Blueprint, Response, request
from pydantic import BaseModel
from werkzeug.exceptions import NotFound

from assistant_api.access import Access, Lock, Scope
from assistant_api.api.reading import Taken, read_body, read_query
from assistant_api.people.owning import require_session

LIMIT_BYTES = 64 * 1024
"""How many bytes a body may have where its route says nothing else."""

View = TypeVar("View", bound=Callable[..., "BaseModel | Download | None"])


@dataclass(frozen=True)
class Download:
    """A file that a view answers with: its content, and what it is called; plain letters, digits, dots, hyphens."""

    content: bytes
    name: str


@dataclass(frozen=True)
class Operation:
    """What the OpenAPI document says of one route.

    Attributes:
        summary: One line.
        answer: The shape of the answer; None for an empty one.
        status: The status when it goes well.
        body: The shape of the request's body, if it takes one.
        query: The shape of its query, if it takes one.
        problems: The problems it may tell, beside those that every route may.
        tag: The group it is shown in.
        lock: Whom it is for, and what a token needs.
        limit: How many bytes its body may have.
        media: The media type, where it answers with a file (``Download``); None for JSON.
    """

    summary: str
    answer: type[BaseModel] | None
    status: int
    body: type[Taken] | None
    query: type[Taken] | None
    problems: tuple[str, ...]
    tag: str
    lock: Lock
    limit: int
    media: str | None


class Routes:
    """Adds routes to the API's blueprint, all in one group of the document and for the same users."""

    def __init__(self, blueprint: Blueprint, tag: str, access: Access, scope: Scope | None = None) -> None:
        """Add to this blueprint, under this group's name; see ``Lock`` for access and scope."""
        self._blueprint, self._tag, self._lock = blueprint, tag, Lock(access, scope)

    def route(
        self,
        method: str,
        rule: str,
        summary: str,
        *,
        answer: type[BaseModel] | None,
        status: int = 200,
        body: type[Taken] | None = None,
        query: type[Taken] | None = None,
        problems: tuple[str, ...] = (),
        limit: int = LIMIT_BYTES,
        media: str | None = None,
        own: bool | None = None,
        noted: bool = True,
    ) -> Callable[[View], View]:
        """Register a view; it gets the path's parts, ``body`` and ``query`` as arguments and returns its answer.

        A route with ``<session_id>`` is answered for sessions of one's own, and where ``own`` is False for those that
        one may see, too; where it is left out, that is so for reading. Any other session is not there (404). That
        somebody else's was read is noted, unless ``noted`` is False: where nothing of it is answered.
        """
        operation = Operation(summary, answer, status, body, query, problems, self._tag, self._lock, limit, media)
        only_own = method != "GET" if own is None else own

        def register(view: View) -> View:
            @wraps(view)
            def respond(**arguments: Any) -> Response:  # noqa: ANN401 - parts of the path
                request.max_content_length = limit
                if body is not None:
                    arguments["body"] = read_body(body)
                if query is not None:
                    arguments["query"] = read_query(query)
                if any("\0" in part for part in arguments.values()):
                    # No id has one, and PostgreSQL cannot even look for it.
                    raise NotFound
                if "session_id" in arguments:
                    require_session(arguments["session_id"], own=only_own, noted=noted)
                found = view(**arguments)
                if isinstance(found, Download):
                    told = {"Content-Disposition": f'attachment; filename="{found.name}"'}
                    return Response(found.content, status=status, content_type=media, headers=told)
                content = found.json() if found is not None else None
                return Response(content, status=status, content_type="application/json")

            respond.operation = operation  # type: ignore[attr-defined]
            self._blueprint.add_url_rule(rule, view.__name__, respond, methods=[method])
            return view

        return register


def operation_of(view: object) -> Operation | None:
    """What a registered view says of itself; None for a view of another kind."""
    return getattr(view, "operation", None)


def lock_of(view: object) -> Lock:
    """What a registered view asks of who comes; a page that says nothing is for everybody who is signed in.

    None stands for an address that is none, or a method that it does not take: that is told to everybody.
    """
    if view is None:
        return Lock(Access.ALL)
    operation = operation_of(view)
    lock: Lock = getattr(view, "lock", Lock(Access.AGENT)) if operation is None else operation.lock
    return lock
