"""Reading a request's body and query into checked values; an error names each field and what it takes."""

from __future__ import annotations

import json
from typing import Any, TypeVar

from flask import request
from pydantic import BaseModel, DictError, Extra, ValidationError, validate_model
from werkzeug.exceptions import RequestEntityTooLarge

from assistant_api.api.problems import FieldError, InvalidRequest, NotJson

T = TypeVar("T", bound="Taken")

_TOLD = 100
"""So many errors of one request are told."""


class Taken(BaseModel):
    """What a request brings; a field that nothing reads is refused, so that a misspelt one is told."""

    class Config:
        """pydantic's settings."""

        extra = Extra.forbid
        allow_mutation = False

        @staticmethod
        def schema_extra(schema: dict[str, Any], model: type[BaseModel]) -> None:
            """Say in OpenAPI 3.0's way which fields may be null."""
            for field in model.__fields__.values():
                if field.allow_none:
                    schema["properties"][field.alias]["nullable"] = True

    @classmethod
    def validate(cls: type[T], value: Any) -> T:  # noqa: ANN401 - whatever JSON holds
        """A request, or an object in it; any other value, and any name of a field, is refused in pydantic's way.

        pydantic's own takes a list of pairs for an object, and fails at a field that is named like a parameter of its.
        """
        if not isinstance(value, dict):
            raise DictError
        values, given, error = validate_model(cls, value)
        if error is not None:
            raise error
        return cls.construct(given, **values)


def read_body(shape: type[T]) -> T:
    """The request's body; none at all will do where every field may be left out.

    Raises:
        RequestEntityTooLarge: It is longer than requests may be.
        NotJson: It is no JSON.
        InvalidRequest: It is no object, or a field is not as expected.
    """
    raw, most = request.get_data(), request.max_content_length
    if request.content_length is None and most is not None and len(raw) >= most:
        # A body sent in chunks, of which no more than this was read.
        raise RequestEntityTooLarge
    if not raw and not any(field.required for field in shape.__fields__.values()):
        return _checked(shape, {})
    try:
        value = json.loads(raw.decode("utf-8"))
    except UnicodeDecodeError:
        raise NotJson("The body is not UTF-8 text.") from None
    except json.JSONDecodeError as error:
        raise NotJson(f"The body stops being JSON at character {error.pos}: {error.msg}.") from None
    except (ValueError, RecursionError):
        raise NotJson("The body holds a number too long, or nests too deeply, to be read.") from None
    if not isinstance(value, dict):
        raise InvalidRequest(FieldError("body", "a JSON object"))
    return _checked(shape, value)


def read_query(shape: type[T]) -> T:
    """The request's query parameters.

    Raises:
        InvalidRequest: A parameter is not as expected.
    """
    return _checked(shape, request.args.to_dict())


def _checked(shape: type[T], value: dict[str, Any]) -> T:
    try:
        return shape.validate(value)
    except ValidationError as error:
        # Leaves the cause out, which quotes the text; and nobody mends more of them at once.
        raise InvalidRequest(*(_field_error(shape, one) for one in error.errors()[:_TOLD])) from None


def _field_error(shape: type[Taken], error: Any) -> FieldError:  # noqa: ANN401 - pydantic's own dictionary
    holder, place, field = shape, "", None
    for part in error["loc"]:
        if isinstance(part, int):
            place = f"{place}[{part}]"
        else:
            holder = holder if field is None else field.type_
            field = holder.__fields__.get(part)
            place = f"{place}.{part[:100]}".removeprefix(".")
    if field is None:
        known = ", ".join(holder.__fields__) or "no fields at all"
        return FieldError(place, f"no such field; {'this request' if holder is shape else 'it'} takes {known}")
    if isinstance(error["loc"][-1], int) and hasattr(field.type_, "__fields__"):
        return FieldError(place, f"a JSON object with {', '.join(field.type_.__fields__)}")
    # A check of ours says best what it wants; for pydantic's own, the field's description does.
    ours = error["type"] == "value_error"
    return FieldError(place, error["msg"] if ours else str(field.field_info.description))
