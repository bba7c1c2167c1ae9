"""Which words weighed most, through the API."""

import re

import jsonschema
import numpy as np
import pytest
from api_client import assert_problem
from test_openapi import strict

from assistant_api.drafts import Loaded
from coaching.moves import LABELS
from coaching.recognition import RecognisedSentence

TEXT = "🎂 Sorry if that upset you."
CUSTOMER = "It never came!"


class WordCounter:
    """Sees a weak apology by its words: ``sorry`` and ``if`` make it likelier, ``you`` less likely."""

    version = "0123456789ab"

    def __init__(self):
        self.asked = []

    def probabilities(self, rows):
        self.asked.extend(rows)
        found = np.full((len(rows), len(LABELS)), 0.05)
        for row, values in zip(rows, found, strict=True):
            words = re.findall(r"\w+", row.text.lower())
            values[LABELS.index("weak_apology")] = (
                0.5 + 0.2 * ("sorry" in words) + 0.15 * ("if" in words) - 0.1 * ("you" in words)
            )
        return found

    def label(self, rows):
        return [
            RecognisedSentence(row.text, 0, len(row.text), (), dict(zip(LABELS, values, strict=True)))
            for row, values in zip(rows, self.probabilities(rows), strict=True)
        ]


@pytest.fixture
def recogniser(app, monkeypatch):
    counter = WordCounter()
    monkeypatch.setattr(app.extensions["heard"].drafts, "_ready", lambda: Loaded(counter, None, None, ""))
    return counter


def test_the_words_come_with_their_places_the_weightiest_first(api, recogniser):
    answer = api.post("/moves/explain", {"text": TEXT, "customer": CUSTOMER, "label": "weak_apology"})
    assert answer.status_code == 200, answer.text
    told = answer.json
    assert (told["label"], told["confidence"], told["recogniser"]) == ("weak_apology", 0.75, "0123456789ab")
    assert [word["text"] for word in told["words"]] == ["Sorry", "if"]
    assert all(TEXT[word["start"] : word["end"]] == word["text"] for word in told["words"])
    assert told["words"][0]["weight"] > told["words"][1]["weight"] > 0
    assert {row.customer for row in recogniser.asked} == {CUSTOMER}


def test_no_word_need_speak_for_a_label(api, recogniser):
    assert api.post("/moves/explain", {"text": TEXT, "label": "hear"}).json["words"] == []
    assert {row.customer for row in recogniser.asked} == {""}


def test_the_answer_is_what_the_document_says(api, recogniser):
    answer = api.post("/moves/explain", {"text": TEXT, "label": "weak_apology"}).json
    document = api.get("/openapi.json").json
    schema = {"$ref": "#/components/schemas/Explanation", "components": strict(document["components"])}
    jsonschema.validate(answer, schema, jsonschema.Draft4Validator)


def test_without_a_trained_recogniser(api, monkeypatch, tmp_path):
    monkeypatch.setenv("HEARD_RECOGNISER", str(tmp_path / "missing.joblib"))
    problem = assert_problem(api.post("/moves/explain", {"text": TEXT, "label": "hear"}), "recogniser-missing", 503)
    assert "make train" in problem["detail"]


@pytest.mark.model
def test_the_real_recogniser_hears_the_if(api):
    told = api.post("/moves/explain", {"text": "We are sorry if you feel let down.", "label": "weak_apology"}).json
    assert "if" in [word["text"] for word in told["words"][:2]]
