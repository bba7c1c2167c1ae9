"""What schemathesis has to know of this API beyond its document; runs in .venv-api."""

import schemathesis
from schemathesis.openapi.checks import RejectedPositiveData

UNSAYABLE = ("something to read", "text without NUL", "one of ", "the id of a scenario; only", "line ")
"""What a schema cannot say, or only at a great price: a text is not blank, a scenario is one of those there are, and it
may be left out in a blind session; a transcript says who speaks."""


LONGEST = 8190
"""Bytes of an address that the server reads; a longer one it refuses itself (414), whatever the application says."""


@schemathesis.hook
def filter_failure(context, failure, case, response):
    """Whether a failure counts: not where a request that fits the schema is refused for what no schema says."""
    if response.status_code == 414:
        return len(response.request.path_url) <= LONGEST - len(f"{response.request.method}  HTTP/1.1")
    if not isinstance(failure, RejectedPositiveData) or response.status_code != 422:
        return True
    expected = [error["expected"] for error in response.json()["errors"]]
    return not all(told.startswith(UNSAYABLE) for told in expected)
