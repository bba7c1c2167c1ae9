"""The YAML files that Rasa reads agree with the code and with each other."""

from rasa.shared.utils.io import read_yaml_file

from bot.actions import ActionCustomerCloses, ActionCustomerOpens, ActionCustomerTurn
from coaching.moves import LABELS, NO_MOVE
from coaching.paths import ROOT

MOVES = [*LABELS, NO_MOVE]
COMMANDS = ["start_session", "end_session"]


def read(path):
    return read_yaml_file(ROOT / path)


def test_domain_lists_every_move():
    domain = read("bot/domain/intents.yml")
    assert domain["intents"] == [*MOVES, *COMMANDS]
    assert [next(iter(entity)) for entity in domain["entities"]] == [*LABELS, "scenario", "persona", "seed", "level"]


def test_nothing_steers_the_dialogue_but_intents():
    properties = [next(iter(entity.values())) for entity in read("bot/domain/intents.yml")["entities"]]
    properties += list(read("bot/domain/slots.yml")["slots"].values())
    assert all(item["influence_conversation"] is False for item in properties)


def test_every_intent_has_its_rule():
    steps = [rule["steps"] for rule in read("training_data/rules.yml")["rules"]]
    runs = {}
    for said, then in steps:
        for alternative in said.get("or", [said]):
            runs[alternative["intent"]] = then["action"]
    opens, turn, closes = read("bot/domain/actions.yml")["actions"]
    assert runs == {"start_session": opens, "end_session": closes, **dict.fromkeys(MOVES, turn)}


def test_actions_are_named_as_the_domain_names_them():
    actions = [kind.name(None) for kind in (ActionCustomerOpens, ActionCustomerTurn, ActionCustomerCloses)]
    assert actions == read("bot/domain/actions.yml")["actions"]


def test_plain_rasa_commands_find_the_project():
    assert (ROOT / "domain.yml").resolve() == ROOT / "bot" / "domain"
    assert (ROOT / "data").resolve() == ROOT / "training_data"


def test_both_endpoint_files_say_the_same_of_actions(monkeypatch):
    monkeypatch.setenv("HEARD_ACTIONS_URL", "http://127.0.0.1:5055")
    assert read("endpoints.yml")["action_endpoint"] == read("bot/endpoints.yml")["action_endpoint"]
