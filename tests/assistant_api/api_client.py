"""The JSON API as a page uses it, and what every error of it looks like."""

import uuid

SCENARIO = "late_parcel"


class Api:
    """The JSON API as a page uses it."""

    def __init__(self, app):
        self.app = app
        self.client = app.test_client()

    def get(self, path, **options):
        return self.client.get(f"/api/v1{path}", **options)

    def post(self, path, body=None, **options):
        if body is not None:
            options["json"] = body
        return self.client.post(f"/api/v1{path}", **options)

    def delete(self, path, **options):
        return self.client.delete(f"/api/v1{path}", **options)

    def start(self, **more):
        answer = self.post("/sessions", {"scenario": SCENARIO, **more})
        assert answer.status_code == 201, answer.text
        return answer.json

    def say(self, session, text, turn_id=None):
        return self.post(f"/sessions/{session['id']}/turns", {"turn_id": turn_id or new_id(), "text": text})


def new_id():
    return str(uuid.uuid4())


def assert_problem(answer, name, status):
    """The answer has the one error shape."""
    assert answer.status_code == status, answer.text
    assert answer.content_type == "application/problem+json"
    assert answer.json["type"] == f"/problems/{name}"
    assert answer.json["status"] == status
    assert answer.json["title"] and answer.json["detail"]
    return answer.json
