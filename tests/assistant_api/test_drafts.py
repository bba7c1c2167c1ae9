"""Draft checks through the API."""

import jsonschema
import pytest
from api_client import assert_problem
from test_openapi import strict

from assistant_api.drafts import Drafts
from coaching.paths import recogniser_model

DRAFT = "I'm sorry if you were upset. As per our policy we cannot refund parcels. 🙂 Calm down!"
CUSTOMER = "My parcel 48213 was due on Friday, for my daughter's birthday."


def test_without_a_trained_recogniser(api, monkeypatch, tmp_path):
    monkeypatch.setenv("HEARD_RECOGNISER", str(tmp_path / "missing.joblib"))
    problem = assert_problem(api.post("/drafts/check", {"draft": DRAFT}), "recogniser-missing", 503)
    assert "make train" in problem["detail"]
    part = api.get("/health").json["parts"]["recogniser"]
    assert part["status"] == "down" and "make train" in part["detail"]


@pytest.mark.model
def test_the_report_is_what_the_checker_says_and_what_the_document_promises(api, database, tmp_path):
    files = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    answer = api.post("/drafts/check", {"draft": DRAFT, "customer": CUSTOMER})
    assert answer.status_code == 200, answer.text
    assert answer.json == Drafts(recogniser_model()).check(DRAFT, CUSTOMER)
    assert {finding["label"] for finding in answer.json["findings"]} >= {"policy"}
    document = api.get("/openapi.json").json
    schema = {"$ref": "#/components/schemas/DraftReport", "components": strict(document["components"])}
    jsonschema.validate(answer.json, schema, jsonschema.Draft4Validator)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == files


@pytest.mark.model
def test_the_model_is_loaded_once_and_a_newer_one_awaits_a_restart(tmp_path):
    model = tmp_path / "heard.joblib"
    model.write_bytes(recogniser_model().read_bytes())
    drafts = Drafts(model)
    assert drafts.recogniser().endswith("loaded with the first draft")
    version = drafts.check("I am sorry.")["recogniser"]
    assert drafts.recogniser() == f"version {version}"
    model.write_bytes(b"another model")
    assert drafts.check("I am sorry.")["recogniser"] == version
    assert drafts.recogniser() == f"version {version}; a newer one is taken up by a restart"
