"""Real chats brought in: read in each format, shown without what is personal, stored as that."""

import json

import pytest
from api_client import assert_problem

from assistant_api.drafts import Drafts
from assistant_api.review.formats import MOST, UnclearImport, read_conversations
from coaching.moves import LABELS
from coaching.recognition.sentence import RecognisedSentence

PASTED = (
    "Customer: Where is my lamp? I am Maya Trevithick, maya@example.com.\n"
    "Agent: I am sorry, Maya. It is our policy.\n"
    "Customer: Call me on 07700 900142!\n"
    "Agent: I will refund it. <script>alert(1)</script>\n"
)
CSV = (
    "conversation,title,speaker,text\n"
    'a,"A lamp, late",Customer,"Where is it?\nReally, where?"\n'
    "a,,Agent,I am sorry.\n"
    "b,,Agent,Hello. How can I help?\n"
    "b,,Customer,My order is late.\n"
    "b,,Agent,I will refund it.\n"
)
MESSAGES = [{"speaker": "customer", "text": "Where is it?"}, {"role": "agent", "content": "I am sorry."}]


class Reads:
    """Reads moves by their words."""

    version = "0123456789ab"

    def recognise(self, text, customer=""):
        label = ["apologize"] if "sorry" in text else []
        sure = {one: float(one in label) for one in LABELS}
        return [RecognisedSentence(text, 0, len(text), tuple(label), sure)]


@pytest.fixture
def reads(monkeypatch):
    monkeypatch.setattr(Drafts, "reader", lambda self: Reads())


def sides(conversation):
    return [(message.side, message.text) for message in conversation.transcript.messages]


def test_each_format_is_read():
    pasted = read_conversations("text", PASTED)
    assert [message.side for message in pasted[0].transcript.messages] == ["customer", "agent"] * 2
    first, second = read_conversations("csv", CSV)
    assert first.title == "A lamp, late"
    assert sides(first) == [("customer", "Where is it? Really, where?"), ("agent", "I am sorry.")]
    assert [side for side, _ in sides(second)] == ["agent", "customer", "agent"]
    assert (
        sides(read_conversations("csv", CSV.replace(",", ";").replace('"A lamp; late"', "A lamp"))[0])[0][0]
        == "customer"
    )
    wanted = [("customer", "Where is it?"), ("agent", "I am sorry.")]
    for value in (
        MESSAGES,
        {"messages": MESSAGES},
        [{"title": "Lamp", "messages": MESSAGES}],
        {"conversations": [{"turns": MESSAGES}]},
    ):
        assert sides(read_conversations("json", json.dumps(value))[0]) == wanted


@pytest.mark.parametrize(
    ("form", "content", "said"),
    [
        ("text", "Hello.", "speaker"),
        ("text", "Agent: Hello.", "customer"),
        ("csv", "a,b\n1,2", "names no column"),
        ("csv", "speaker,text\n", "no message"),
        ("csv", '"', "names no column"),
        ("csv", "speaker,text\nMaya,Hello.", "maya"),
        ("json", "{", "not JSON"),
        ("json", "[" * 100_000, "not JSON"),
        ("json", "3", "Expected a list"),
        ("json", "[3]", "Expected a list"),
        ("json", "[]", "no message"),
        ("json", "{}", "does not say who speaks"),
        ("json", '[{"messages": []}, {}]', "list of messages"),
        ("json", '[{"messages": [1]}]', "does not say who speaks"),
        ("json", '[{"speaker": "agent", "text": "Hello."}]', "customer"),
        ("json", json.dumps([{"messages": MESSAGES}] * (MOST + 1)), "at most"),
    ],
)
def test_what_cannot_be_read_is_told(cast, form, content, said):
    with pytest.raises(UnclearImport, match=said):
        read_conversations(form, content)
    problem = assert_problem(
        cast["ann"].post("/review/imports/preview", {"format": form, "content": content}), "unclear-import", 422
    )
    assert said in problem["detail"]


def test_the_preview_stores_nothing_and_shows_what_is_taken_out(cast, database):
    (chat,) = cast["ann"].post("/review/imports/preview", {"format": "text", "content": PASTED}).json["chats"]
    said = "\n".join(message["text"] for message in chat["messages"])
    assert not any(secret in said for secret in ("Maya", "Trevithick", "example.com", "07700"))
    counts = {one["kind"]: one["count"] for one in chat["taken_out"]}
    assert counts["email"] == counts["phone"] == 1 and counts["name"] >= 2
    with database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM sessions").scalar_one() == 0


def test_a_chat_is_stored_with_marks_and_score_and_no_mood(cast, reads, database):
    tess = cast["tess"]
    body = {"format": "text", "content": PASTED, "person": "ann", "title": "The lamp"}
    (made,) = tess.post("/review/imports", body).json["sessions"]
    read = cast["ann"].review(made)
    assert (read["kind"], read["title"], read["level"], read["status"]) == ("imported", "The lamp", None, "ended")
    assert read["mood"] is None and read["opening_mood"] is None
    assert [turn["mood"] for turn in read["turns"]] == [None, None]
    assert read["turns"][0]["agent"]["sentences"][0]["labels"] == ["apologize"]
    assert read["scorecard"]["steps"]["apologize"]["done"]
    assert read["turns"][1]["agent"]["text"].endswith("<script>alert(1)</script>")
    with database.reading() as connection:
        stored = "".join(map(str, [*connection.exec_driver_sql("SELECT * FROM sessions, turns").all()]))
        assert connection.exec_driver_sql("SELECT count(*) FROM results").scalar_one() == 0
    assert "Maya" not in stored and "07700" not in stored
    (line,) = tess.listed(kind="imported", q="policy")["sessions"]
    assert line["id"] == made and line["mood"] is None and line["score"] == read["scorecard"]["score"]
    labels = {"turn": 1, "sentence": 0, "labels": [], "reason": "A policy."}
    assert tess.post(f"/review/sessions/{made}/labels", labels).json["corrected"]["score"] < line["score"]
    assert cast["ann"].get("/sessions").json["sessions"] == []
    for ending in ("", "/brief", "/debrief"):
        assert_problem(cast["ann"].get(f"/sessions/{made}{ending}"), "not-found", 404)
    assert_problem(cast["ann"].post(f"/sessions/{made}/rewind", {"turn": 1}), "not-found", 404)
    assert cast["ann"].delete(f"/sessions/{made}").status_code == 204


def test_several_are_stored_at_once(cast, reads):
    made = cast["ann"].post("/review/imports", {"format": "csv", "content": CSV}).json["sessions"]
    assert len(made) == 2
    titles = [one["title"] for one in cast["ann"].listed(sort="oldest")["sessions"]]
    assert titles == ["A lamp, late", "A real conversation"]


def test_chats_are_brought_in_for_ones_own_people_alone(cast, reads):
    for name, person in (("tess", "bo"), ("ann", "tess"), ("ada", "nobody")):
        body = {"format": "text", "content": PASTED, "person": person}
        problem = assert_problem(cast[name].post("/review/imports", body), "validation", 422)
        assert problem["errors"][0]["field"] == "person"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"format": "xml"}, "format"),
        ({"content": ""}, "content"),
        ({"content": " \n"}, "content"),
        ({"content": 3}, "content"),
        ({"title": "x" * 121}, "title"),
        ({"person": 3}, "person"),
        ({"kind": "x"}, "kind"),
    ],
)
def test_malformed_imports_are_refused(cast, change, field):
    body = {"format": "text", "content": PASTED, **change}
    problem = assert_problem(cast["ann"].post("/review/imports", body), "validation", 422)
    assert [error["field"] for error in problem["errors"]] == [field]
