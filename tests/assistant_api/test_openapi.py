"""The OpenAPI document: sound, complete, and true of what the API answers."""

import re

import jsonschema
import pytest
from api_client import SCENARIO, new_id

from assistant_api.api.problems import PROBLEMS

METHODS = {"get", "post", "put", "patch", "delete"}


@pytest.fixture
def document(api):
    return api.get("/openapi.json").json


def test_its_structure(document):
    assert document["openapi"].startswith("3.0.")
    assert document["info"]["title"] and document["info"]["version"]
    seen = set()
    for path, item in document["paths"].items():
        assert path.startswith("/api/v1/")
        assert set(item) <= METHODS
        for operation in item.values():
            assert operation["operationId"] not in seen
            seen.add(operation["operationId"])
            named = {parameter["name"] for parameter in operation.get("parameters", []) if parameter["in"] == "path"}
            assert named == set(re.findall(r"{(\w+)}", path))
            assert operation["summary"]
            for status, response in operation["responses"].items():
                assert re.fullmatch(r"[2-5]\d\d", status) and response["description"]


def test_every_reference_leads_somewhere(document):
    schemas = document["components"]["schemas"]
    references = set(re.findall(r"'\$ref': '#/components/schemas/(\w+)'", repr(document)))
    assert references <= set(schemas)
    assert len(re.findall(r"'\$ref'", repr(document))) == len(
        re.findall(r"'\$ref': '#/components/schemas/\w+'", repr(document))
    )
    for schema in schemas.values():
        jsonschema.Draft4Validator.check_schema(schema)


def test_every_route_is_documented(app, document):
    routes = {
        (re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule), method.lower())
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith("/api/")
        for method in rule.methods - {"HEAD", "OPTIONS"}
    }
    documented = {(path, method) for path, item in document["paths"].items() for method in item}
    assert documented == routes
    assert len(routes) >= 29


def test_every_problem_is_documented(document):
    told = set(re.findall(r"`([a-z-]+)`:", repr(document["paths"])))
    # These two concern addresses and methods that are no routes.
    assert set(PROBLEMS) - told == {"method-not-allowed", "bad-request"}


def test_what_the_api_answers_is_what_it_says(api, app, document, monkeypatch):
    monkeypatch.setattr(app.extensions["heard"].drafts, "checker", lambda: None)
    schemas = document["components"]["schemas"]
    session = api.start(seed=1)
    turn = api.say(session, "I am sorry. I will refund it.")
    answers = [
        ("/about", api.get("/about")),
        ("/moves", api.get("/moves")),
        ("/scenarios", api.get("/scenarios")),
        ("/scenarios/{scenario_id}", api.get(f"/scenarios/{SCENARIO}")),
        ("/personas", api.get("/personas")),
        ("/health", api.get("/health")),
        ("/sessions", api.get("/sessions")),
        ("/sessions/{session_id}", api.get(f"/sessions/{session['id']}")),
        ("/sessions/{session_id}/turns", turn),
        ("/levels", api.get("/levels")),
        ("/sessions/{session_id}/brief", api.get(f"/sessions/{session['id']}/brief")),
        ("/sessions/{session_id}/hint", api.post(f"/sessions/{session['id']}/hint", {"stuck": True})),
        ("/sessions/{session_id}/pause", api.post(f"/sessions/{session['id']}/pause")),
        ("/sessions/{session_id}/hint", api.post(f"/sessions/{session['id']}/hint")),
        ("/sessions/{session_id}/resume", api.post(f"/sessions/{session['id']}/resume")),
        ("/sessions/{session_id}/rewind", api.post(f"/sessions/{session['id']}/rewind", {"turn": 1})),
        ("/sessions/{session_id}/rewind", api.post(f"/sessions/{session['id']}/rewind", {"turn": 2})),
        ("/sessions/{session_id}/debrief", api.get(f"/sessions/{session['id']}/debrief")),
        ("/sessions", api.post("/sessions", {"blind": True, "seed": 1})),
        ("/sessions", api.get("/sessions")),
        ("/sessions/{session_id}/end", api.post(f"/sessions/{session['id']}/end")),
        ("/sessions/{session_id}/debrief", api.get(f"/sessions/{session['id']}/debrief")),
        ("/sessions/{session_id}/pause", api.post(f"/sessions/{session['id']}/pause")),
        ("/progress", api.get("/progress")),
        ("/sessions/{session_id}", api.get(f"/sessions/{session['id']}")),
        ("/sessions", api.get("/sessions")),
        ("/sessions", api.post("/sessions", {"scenario": SCENARIO})),
        ("/sessions", api.post("/sessions", {})),
        ("/sessions/{session_id}", api.get("/sessions/1")),
        (
            "/sessions/{session_id}/turns",
            api.post(f"/sessions/{session['id']}/turns", {"turn_id": new_id(), "text": "x"}),
        ),
    ]
    for path, answer in answers:
        item = document["paths"][f"/api/v1{path}"]
        described = item[answer.request.method.lower()]["responses"][str(answer.status_code)]
        (media_type,) = described["content"]
        assert answer.mimetype == media_type
        schema = {**strict(described["content"][media_type]["schema"]), "components": strict({"schemas": schemas})}
        jsonschema.validate(answer.json, schema, jsonschema.Draft4Validator)


def strict(node):
    """The schema for a validator that knows no `nullable`, and with no room for what is not documented."""
    if isinstance(node, list):
        return [strict(each) for each in node]
    if not isinstance(node, dict):
        return node
    node = {key: strict(value) for key, value in node.items()}
    if "properties" in node and isinstance(node["properties"], dict) and node.get("type") == "object":
        node["additionalProperties"] = False
    if node.pop("nullable", False):
        return {"anyOf": [{"type": "null"}, node]}
    return node
