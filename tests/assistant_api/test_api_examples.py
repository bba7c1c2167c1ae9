"""The examples in the OpenAPI document: there for each operation, true to their schemas, and accepted."""

from dataclasses import replace

import jsonschema
import pytest
from api_client import SCENARIO, Api
from test_openapi import strict

from assistant_api import create_app
from assistant_api.api.examples import examples


@pytest.fixture
def keeps(settings, database):
    return Api(create_app(replace(settings, keep_drafts=True)))


@pytest.fixture
def operations(api):
    """By id: path, method and description."""
    paths = api.get("/openapi.json").json["paths"]
    return {told["operationId"]: (path, method, told) for path, item in paths.items() for method, told in item.items()}


def contents(told):
    """What a request takes and what a good answer holds, where there is such."""
    good = next(response for status, response in told["responses"].items() if status.startswith("2"))
    return {
        name: part["content"]["application/json"]
        for name, part in (("request", told.get("requestBody", {})), ("answer", good))
        if "application/json" in part.get("content", {})
    }


def test_each_operation_has_one_for_all_that_it_takes_and_answers(operations):
    lacking = {
        (name, part)
        for name, (_, _, told) in operations.items()
        for part, content in contents(told).items()
        if "example" not in content
    }
    # The document cannot hold itself.
    assert lacking == {("get_openapi", "answer")}
    assert set(examples()) <= set(operations)


def test_each_is_what_its_schema_says(api, operations):
    components = strict({"schemas": api.get("/openapi.json").json["components"]["schemas"]})
    for name, (_, _, told) in operations.items():
        for part, content in contents(told).items():
            if "example" in content:
                schema = {**strict(content["schema"]), "components": components}
                assert content["example"] == examples()[name][part]
                jsonschema.validate(content["example"], schema, jsonschema.Draft4Validator)


ASSISTANT = ["check_draft", "check_drafts", "rewrite_draft", "explain_move", "keep_draft"]
PRACTICE = ["start_session", "play_turn", "pause_session", "resume_session", "rewind_session", "end_session"]
HELP = ["take_hint"]
AUTHORING = ["check_scenario", "save_scenario_file"]
"""Beside making a draft, which the recogniser takes part in."""
REVIEW = ["add_comment", "overrule_labels", "overrule_points", "open_dispute", "preview_import"]
OF_SOMETHING = ["edit_comment", "answer_dispute", "import_chats"]
"""These answer on what another request made, or read with the recogniser; ``review`` tests them."""


PEOPLE = {"post_welcome", "post_sign_in", "add_team", "rename_team", "invite_person", "change_person"}
PEOPLE |= {"rename_account", "change_own_password", "make_token"}
"""Asked anew by ``people_examples.py``, where people sign in."""
ASSIGNING = {"add_assignment", "change_assignment", "add_goal"}
"""By ``assignment_examples.py``; ``assigning`` tests them."""
OUTWARD = {"make_webhook", "change_webhook"}
"""By ``outward_examples.py``; ``outward`` tests it."""
SEEING = {"rate"}
"""By ``seeing_examples.py``; ``seeing`` tests it."""


def ask(api, operations, name):
    path, method, told = operations[name]
    session = api.start() if "{session_id}" in path else None
    if session:
        api.say(session, "I am sorry.")
    path = path.replace("{session_id}", session["id"] if session else "").replace("{scenario_id}", "lamp")
    answer = api.client.open(path, method=method, json=examples()[name]["request"])
    assert str(answer.status_code) in told["responses"] and answer.status_code < 300, answer.text
    return answer.json, contents(told)["answer"]["schema"]


@pytest.mark.parametrize("name", PRACTICE)
def test_each_request_of_practice_is_accepted(api, operations, name):
    answer, _ = ask(api, operations, name)
    session = answer.get("session", answer)
    assert session["scenario"]["id"] == SCENARIO


@pytest.mark.parametrize("name", AUTHORING)
def test_each_request_of_authors_is_answered_as_in_its_example(api, operations, name, catalogue, monkeypatch, tmp_path):
    monkeypatch.setattr(catalogue.library, "own", tmp_path / "own")
    answer, _ = ask(api, operations, name)
    assert shape(answer) == shape(examples()[name]["answer"])


@pytest.mark.parametrize("name", REVIEW)
def test_each_request_of_reviews_is_accepted(api, operations, name):
    session = api.start()
    api.say(session, "I am sorry.")
    api.post(f"/sessions/{session['id']}/end")
    path, method, told = operations[name]
    request = examples()[name]["request"]
    answer = api.client.open(path.replace("{session_id}", session["id"]), method=method, json=request)
    assert answer.status_code < 300 and str(answer.status_code) in told["responses"], answer.text


@pytest.mark.model
@pytest.mark.parametrize("name", [*ASSISTANT, *HELP, "draft_scenario"])
def test_each_request_of_the_assistant_is_answered_as_in_its_example(keeps, operations, name):
    answer, schema = ask(keeps, operations, name)
    document = keeps.get("/openapi.json").json
    whole = {**strict(schema), "components": strict({"schemas": document["components"]["schemas"]})}
    jsonschema.validate(answer, whole, jsonschema.Draft4Validator)
    # Wording may move on; what is empty and what is not should not.
    assert shape(answer) == shape(examples()[name]["answer"])


def shape(value):
    """Names of members, and whether lists hold anything."""
    if isinstance(value, dict):
        return {name: shape(held) for name, held in value.items() if name not in ("confidence", "raised")}
    if isinstance(value, list):
        return bool(value)
    return value is None


def test_every_request_with_a_body_is_among_them(operations):
    with_body = {name for name, (_, _, told) in operations.items() if "requestBody" in told}
    assert with_body == {
        *OUTWARD,
        *ASSISTANT,
        *PRACTICE,
        *HELP,
        *AUTHORING,
        *REVIEW,
        *OF_SOMETHING,
        *PEOPLE,
        *ASSIGNING,
        *SEEING,
        "draft_scenario",
    }
