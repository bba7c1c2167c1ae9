"""The JSON API, version 1."""

from assistant_api.api.blueprint import PREFIX, make_blueprint
from assistant_api.api.problems import problem_of

__all__ = ["PREFIX", "make_blueprint", "problem_of"]
