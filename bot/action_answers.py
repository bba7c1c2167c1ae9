"""Rasa's check of an action's answer, at a fraction of its cost."""

from __future__ import annotations

from typing import Any

from jsonschema.exceptions import best_match  # type: ignore[import-untyped]
from jsonschema.validators import validator_for  # type: ignore[import-untyped]
from rasa.core.actions.action import RemoteAction


def check_schema_once() -> None:
    """Make Rasa compile the schema of action answers once.

    Rasa 3.6.21 checks the schema itself, which never changes, before each answer that it checks against it; that is the
    largest part of a turn. The answers are checked as before. Rasa offers no setting for it, hence the replacement of
    a method; Rasa's version is pinned.
    """
    schema = RemoteAction.action_response_format_spec()
    kind = validator_for(schema)
    kind.check_schema(schema)
    validator = kind(schema)

    def validate(self: RemoteAction, result: dict[str, Any]) -> bool:
        error = best_match(validator.iter_errors(result))
        if error is not None:
            raise error
        return True

    RemoteAction._validate_action_result = validate
