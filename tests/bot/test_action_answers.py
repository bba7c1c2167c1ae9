import pytest
from jsonschema import ValidationError
from rasa.core.actions.action import RemoteAction

from bot.action_answers import check_schema_once

ANSWERS = [
    {"events": [], "responses": []},
    {"events": [{"event": "slot", "name": "customer_state", "value": {"turn": 1}}], "responses": [{"text": "Hm."}]},
    {},
    {"events": [{"event": "slot"}]},
    {"events": [{"event": "no such event"}]},
    {"events": [{}], "responses": []},
    {"events": "none"},
    {"responses": ["text"]},
    [],
]


def verdicts():
    action, found = RemoteAction("action_customer_turn", None), []
    for answer in ANSWERS:
        try:
            found.append(action._validate_action_result(answer))
        except ValidationError:
            found.append(False)
    return found


def test_answers_are_judged_as_rasa_judges_them(monkeypatch):
    monkeypatch.setattr(RemoteAction, "_validate_action_result", RemoteAction._validate_action_result)
    by_rasa = verdicts()
    check_schema_once()
    assert verdicts() == by_rasa
    assert {True, False} == set(by_rasa)


def test_the_fault_is_named(monkeypatch):
    monkeypatch.setattr(RemoteAction, "_validate_action_result", RemoteAction._validate_action_result)
    check_schema_once()
    with pytest.raises(ValidationError, match="text"):
        RemoteAction("a", None)._validate_action_result({"responses": ["text"]})
