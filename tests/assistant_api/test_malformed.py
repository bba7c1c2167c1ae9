"""A thousand malformed requests: each is refused in the one error shape, which names the field where one is wrong."""

from collections import Counter
from dataclasses import replace

import pytest
from api_client import Api, assert_problem
from malformed import KINDS, malformed

from assistant_api import create_app
from assistant_api.drafts import Drafts

COUNT = 1000


@pytest.fixture
def unread(settings, database, monkeypatch):
    """An application whose drafts nobody may get to read."""

    def fail(self, *asked):
        raise AssertionError("a malformed request came as far as the recogniser")

    for name in ("check", "rewrite", "explain"):
        monkeypatch.setattr(Drafts, name, fail)
    return Api(create_app(replace(settings, keep_drafts=True)))


def test_each_is_refused_with_what_is_wrong(unread, caplog):
    wrong = []
    for request in malformed(COUNT):
        answer = unread.client.open(f"/api/v1{request.path}", method=request.method, **request.options)
        try:
            problem = assert_problem(answer, request.problem, request.status)
            fields = [error["field"] for error in problem.get("errors", [])]
            assert fields == ([] if request.names is None else [request.names])
            assert request.names is None or f"{request.names}: expected " in problem["detail"]
        except AssertionError as error:
            wrong.append((request.how, request.path, answer.status_code, answer.text[:300], str(error)[:200]))
    assert wrong == []
    # None of them is a fault of ours.
    assert "not foreseen" not in caplog.text


def test_the_thousand_are_of_every_kind_and_differ():
    requests = malformed(COUNT)
    assert len(requests) == COUNT
    assert set(Counter(request.status for request in requests)) == {400, 401, 403, 404, 405, 413, 415, 422}
    assert len({repr(request) for request in requests}) > COUNT / 2 > len(KINDS)


def test_the_same_thousand_each_time():
    assert list(map(repr, malformed(COUNT))) == list(map(repr, malformed(COUNT)))
