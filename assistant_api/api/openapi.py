"""The OpenAPI 3.0 document, made from the routes themselves."""

from __future__ import annotations

import json
import re
from typing import Any

from flask import Flask
from pydantic import BaseModel, Extra
from pydantic.schema import model_schema
from werkzeug.routing import Rule

from assistant_api.access import Access
from assistant_api.api.examples import Example, examples
from assistant_api.api.operation import Operation, operation_of
from assistant_api.api.problems import MEDIA_TYPE, PROBLEMS
from assistant_api.api.reading import Taken

VERSION = "1.0"
_REFERENCE = "#/components/schemas/"
_DESCRIPTION = (
    "Practise with a difficult customer, check a draft, read a session. Errors are problem details (RFC 9457) whose "
    "`type` ends in the problem's name. Offsets count Unicode code points; times are UTC. Where people sign in, a "
    "request needs the cookie of a browser that is signed in, or a token with the scope for it: `drafts`, `read`, "
    "`write`, `export` or `admin`. Where nobody signs in, this application's pages and programs on the same machine "
    "need none; for checking drafts, pages of other sites and programs on other machines do. The page /account and "
    "`coach token new NAME` make tokens."
)
# The last where a token is sent and cannot be looked up.
_EVERY_ROUTE = ("untrusted-host", "server-error", "bad-token", "database-unavailable")
_NOT_FOR_ALL = ("sign-in-needed", "token-scope")
_BY_ACCESS = {
    Access.ALL: (),
    Access.DRAFTS: ("token-needed", *_NOT_FOR_ALL),
    Access.AGENT: _NOT_FOR_ALL,
    Access.TRAINER: ("role-too-low", *_NOT_FOR_ALL),
    Access.ADMIN: ("role-too-low", *_NOT_FOR_ALL),
}
_TOKEN = {
    "type": "http",
    "scheme": "bearer",
    "description": "A token with the scope for it, made on the page /account or with `coach token new NAME`",
}
_CHANGES = ("cross-origin", "not-json-type")


class Document(BaseModel):
    """An OpenAPI 3.0 document."""

    class Config:
        """pydantic's settings."""

        extra = Extra.allow


def document(app: Flask) -> Document:
    """The document of every API route that the application has."""
    schemas: dict[str, Any] = {"Problem": _problem_schema()}
    paths: dict[str, dict[str, Any]] = {}
    for rule in app.url_map.iter_rules():
        operation = operation_of(app.view_functions[rule.endpoint])
        if operation is not None:
            method = next(iter((rule.methods or set()) - {"HEAD", "OPTIONS"})).lower()
            paths.setdefault(_path(rule), {})[method] = _describe(rule, method, operation, schemas)
    return Document.parse_obj(
        {
            "openapi": "3.0.3",
            "info": {"title": "HEARD Coach", "version": VERSION, "description": _DESCRIPTION},
            "servers": [{"url": "/"}],
            "paths": dict(sorted(paths.items())),
            "components": {"schemas": dict(sorted(schemas.items())), "securitySchemes": {"token": _TOKEN}},
        }
    )


def problems_of(method: str, operation: Operation, path_arguments: bool) -> tuple[str, ...]:
    """The names of all problems that a route may tell, in the order of their status."""
    names = {*_EVERY_ROUTE, *_BY_ACCESS[operation.lock.access], *operation.problems}
    if method not in ("get", "head"):
        names |= set(_CHANGES)
    if operation.body is not None:
        names |= {"not-json", "too-large", "validation"}
    if operation.query is not None:
        names.add("validation")
    if path_arguments:
        names.add("not-found")
    return tuple(name for name in PROBLEMS if name in names)


def _describe(rule: Rule, method: str, operation: Operation, schemas: dict[str, Any]) -> dict[str, Any]:
    name = rule.endpoint.rsplit(".", 1)[-1]
    example = examples().get(name, {})
    described: dict[str, Any] = {
        "operationId": name,
        "summary": operation.summary,
        "tags": [operation.tag],
        "responses": {str(operation.status): _good(operation, schemas, example)},
    }
    if operation.lock.access is not Access.ALL:
        # The empty one: a token may be left out where it is not needed, or somebody is signed in.
        described["security"] = [{}, {"token": []}]
    parameters = [_path_parameter(name) for name in sorted(rule.arguments)] + _query_parameters(operation.query)
    if parameters:
        described["parameters"] = parameters
    if operation.body is not None:
        described["requestBody"] = {
            "required": any(field.required for field in operation.body.__fields__.values()),
            "content": {"application/json": _content(operation.body, schemas, example.get("request"))},
        }
    by_status: dict[int, list[str]] = {}
    for name in problems_of(method, operation, bool(rule.arguments)):
        by_status.setdefault(PROBLEMS[name].status, []).append(name)
    for status, names in by_status.items():
        described["responses"][str(status)] = _bad(names)
    return described


def _good(operation: Operation, schemas: dict[str, Any], example: Example) -> dict[str, Any]:
    if operation.media is not None:
        file = {"schema": {"type": "string", "format": "binary"}}
        return {"description": "A file", "content": {operation.media: file}}
    if operation.answer is None:
        return {"description": "Done; the answer is empty"}
    description = (operation.answer.__doc__ or "").strip().splitlines()[0]
    content = _content(operation.answer, schemas, example.get("answer"))
    return {"description": description, "content": {"application/json": content}}


def _content(shape: type[BaseModel], schemas: dict[str, Any], example: object) -> dict[str, Any]:
    content: dict[str, Any] = {"schema": _reference(shape, schemas)}
    return content if example is None else {**content, "example": example}


def _bad(names: list[str]) -> dict[str, Any]:
    told = "; ".join(f"`{name}`: {PROBLEMS[name].title}" for name in names)
    return {"description": told, "content": {MEDIA_TYPE: {"schema": {"$ref": f"{_REFERENCE}Problem"}}}}


def _reference(shape: type[BaseModel], schemas: dict[str, Any]) -> dict[str, str]:
    schema = model_schema(shape, ref_prefix=_REFERENCE)
    schemas.update(schema.pop("definitions", {}))
    schemas[shape.__name__] = schema
    return {"$ref": f"{_REFERENCE}{shape.__name__}"}


def _path_parameter(name: str) -> dict[str, Any]:
    what = name.removesuffix("_id")
    return {
        "name": name,
        "in": "path",
        "required": True,
        "schema": {"type": "string"},
        "description": f"The {what}'s id",
    }


def _query_parameters(shape: type[Taken] | None) -> list[dict[str, Any]]:
    if shape is None:
        return []
    properties = json.loads(shape.schema_json())["properties"]
    for schema in properties.values():
        # No query says null.
        schema.pop("nullable", None)
    return [
        {"name": name, "in": "query", "required": False, "description": schema.pop("description", ""), "schema": schema}
        for name, schema in properties.items()
    ]


def _path(rule: Rule) -> str:
    return re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule)


def _problem_schema() -> dict[str, Any]:
    text = {"type": "string"}
    return {
        "title": "Problem",
        "description": "What went wrong (RFC 9457).",
        "type": "object",
        "required": ["type", "title", "status", "detail"],
        "properties": {
            "type": {"type": "string", "enum": [f"/problems/{name}" for name in PROBLEMS]},
            "title": text,
            "status": {"type": "integer"},
            "detail": {**text, "description": "What happened this time, and what to do"},
            "errors": {
                "type": "array",
                "description": "With `validation`: each field and what was expected of it",
                "items": {
                    "type": "object",
                    "required": ["field", "expected"],
                    "properties": {"field": text, "expected": text},
                },
            },
            "turn_id": {
                **text,
                "description": "With `turn-waiting`: the turn that waits; with `customer-refused`: the turn refused",
            },
            "text": {
                **text,
                "description": "With `customer-refused`: the refused turn's text, which is not kept; with "
                "`scenario-changed`: the file's text as it is now, absent where it was deleted",
            },
            "version": {**text, "description": "With `scenario-changed`: the version that the file has now"},
        },
    }
