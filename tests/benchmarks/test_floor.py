"""The floor answers as the product does, without reading anything."""

from assistant_api.api.examples import examples
from assistant_api.drafts import Drafts
from benchmarks.floor import create_app


def test_every_draft_gets_the_same_report(monkeypatch, tmp_path):
    def read(self):
        raise AssertionError("the floor reads a draft")

    monkeypatch.setenv("HEARD_DATABASE_URL", f"sqlite:///{tmp_path}/heard.sqlite3")
    monkeypatch.setattr(Drafts, "_ready", read)
    client = create_app().test_client()
    answers = [client.post("/api/v1/drafts/check", json={"draft": draft}) for draft in ("Hello.", "Go away.")]
    assert [answer.status_code for answer in answers] == [200, 200]
    assert answers[0].json == answers[1].json == examples()["check_draft"]["answer"]
    # What is refused is refused all the same.
    assert client.post("/api/v1/drafts/check", json={"draft": ""}).status_code == 422
