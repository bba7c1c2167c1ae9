"""A request that is wrong in one way, and how its body is sent."""

import dataclasses
import json
from dataclasses import dataclass


@dataclass
class Malformed:
    """One request, and how it has to be refused.

    Attributes:
        how: What is wrong with it.
        status, problem: What it is answered with.
        names: The field that the answer has to name; None where no field is wrong.
        options: What Flask's test client is told.
    """

    how: str
    path: str
    status: int
    problem: str
    names: str | None = None
    method: str = "POST"
    options: dict = dataclasses.field(default_factory=dict)


def raw_body(raw, **headers):
    return {"data": raw, "content_type": "application/json", "headers": headers}


def as_json(body):
    return raw_body(json.dumps(body))
