"""Drafts that are not English, through the API."""

import jsonschema
import pytest
from test_openapi import strict

from assistant_api.drafts import Loaded
from coaching.recognition import RecognisedSentence
from coaching.rewriting import Rewriter
from coaching.suggestions import DraftChecker

GERMAN = "Das tut mir wirklich sehr leid, Frau Klein, ich prüfe das sofort für Sie."
ENGLISH = "You should have told us before, Ms Klein, as the others did."


class Eager:
    """Finds blame in whatever it is given."""

    version = "0123456789ab"

    def recognise(self, text, customer=""):
        return [RecognisedSentence(text, 0, len(text), ("blame",), {"blame": 0.9})]


@pytest.fixture
def check(app, api, monkeypatch):
    loaded = Loaded(Eager(), DraftChecker(Eager()), Rewriter(Eager()), "")
    monkeypatch.setattr(app.extensions["heard"].drafts, "_ready", lambda: loaded)

    def check_one(draft):
        answer = api.post("/drafts/check", {"draft": draft, "customer": "My parcel never came."})
        assert answer.status_code == 200, answer.text
        document = api.get("/openapi.json").json
        schema = {"$ref": "#/components/schemas/DraftReport", "components": strict(document["components"])}
        jsonschema.validate(answer.json, schema, jsonschema.Draft4Validator)
        return answer.json

    return check_one


def test_another_language_is_named_and_not_judged(check):
    report = check(GERMAN)
    language = report["language"]
    assert (language["code"], language["name"], language["judged"]) == ("de", "German", False)
    assert 0.5 < language["confidence"] <= 1
    none = ("score", "steps", "sentiment", "rubric", "tone", "fit", "reaction")
    empty = ("sentences", "findings", "suggestions", "points", "advice")
    assert [report[key] for key in none] == [None] * len(none)
    assert [report[key] for key in empty] == [[]] * len(empty)
    assert report["recogniser"] == Eager.version
    # The message is in English, and understood.
    assert report["understanding"]["emotion"]["name"]


def test_another_language_is_not_rewritten(check, api):
    answer = api.post("/drafts/rewrite", {"draft": GERMAN, "customer": "My parcel never came."})
    assert answer.status_code == 200, answer.text
    assert (answer.json["rewrites"], answer.json["rubric"]) == ([], None)
    assert answer.json["language"]["name"] == "German"


def test_english_is_judged_and_named_too(check):
    report = check(ENGLISH)
    assert (report["language"]["code"], report["language"]["judged"]) == ("en", True)
    assert [finding["label"] for finding in report["findings"]] == ["blame"]
    assert isinstance(report["score"], int)
    assert report["steps"]["hear"] == {"covered": False, "spans": [], "waiting": []}


def test_without_letters_no_language_is_named(check):
    language = check("🙏 12345")["language"]
    assert language == {"code": None, "name": None, "confidence": 0, "judged": True}
