import pytest
from rasa.shared.exceptions import RasaException

from bot.nlu.examples import training_rows
from bot.nlu.importer import HeardImporter
from coaching.paths import ROOT
from coaching.recognition.examples import read_examples
from coaching.recognition.training import fingerprint

DOMAIN = """
version: "3.1"
intents: [apologize, start_session]
slots:
  mood_band: {type: text, mappings: [{type: custom}]}
responses:
  utter_anger:
    - text: "Not good enough."
      condition: [{type: slot, name: mood_band, value: angry}]
  utter_spoken_by_a_rule:
    - text: "Hello?"
"""
DATA = """
version: "3.1"
nlu:
  - intent: hear+apologize
    examples:
      - text: I hear it broke, and I am sorry.
        metadata: {id: a1}
  - intent: start_session
    examples: |
      - /start_session
rules:
  - rule: begin
    steps: [{intent: start_session}, {action: utter_spoken_by_a_rule}]
"""


@pytest.fixture
def importer(tmp_path):
    (tmp_path / "domain.yml").write_text(DOMAIN)
    (tmp_path / "data.yml").write_text(DATA)
    return HeardImporter(None, str(tmp_path / "domain.yml"), str(tmp_path / "data.yml"))


def test_examples_have_intents_that_a_domain_can_list(importer):
    assert importer.get_nlu_data().intents == {"apologize", "start_session"}


def test_only_responses_that_a_rule_utters_become_actions(importer):
    domain = importer.get_domain()
    assert set(domain.responses) == {"utter_spoken_by_a_rule"}
    assert "utter_anger" not in domain.action_names_or_texts


def test_everything_else_of_the_domain_stays(importer):
    domain = importer.get_domain()
    assert {"apologize", "start_session"} <= set(domain.intents)
    assert "mood_band" in {slot.name for slot in domain.slots}


def test_the_projects_own_sentences_reach_rasa_whole():
    importer = HeardImporter(None, None, str(ROOT / "training_data"))
    rows = training_rows(importer.get_nlu_data().training_examples)
    assert fingerprint(rows) == fingerprint(read_examples(ROOT / "training_data" / "nlu"))


def test_rasas_reader_agrees_with_ours(tmp_path, monkeypatch):
    """A file given by itself is read by Rasa; in the folder, by the recogniser's reader."""
    source = ROOT / "training_data" / "nlu" / "hostile.yml"
    alone = HeardImporter(None, None, str(source)).get_nlu_data().training_examples
    (tmp_path / "nlu").mkdir()
    (tmp_path / "nlu" / source.name).write_bytes(source.read_bytes())
    monkeypatch.setenv("HEARD_TRAINING_DATA", str(tmp_path))
    whole = HeardImporter(None, None, str(tmp_path)).get_nlu_data().training_examples
    assert fingerprint(training_rows(alone)) == fingerprint(training_rows(whole))
    assert [example.get("intent") for example in alone] == [example.get("intent") for example in whole]


def test_a_fault_in_the_folder_is_told_by_line(tmp_path, monkeypatch):
    (tmp_path / "nlu").mkdir()
    (tmp_path / "nlu" / "hear.yml").write_text("version: '3.1'\nnlu:\n- intent: here\n  examples: |\n    - I see.\n")
    monkeypatch.setenv("HEARD_TRAINING_DATA", str(tmp_path))
    with pytest.raises(RasaException, match="hear.yml:3: found the label 'here'"):
        HeardImporter(None, None, str(tmp_path)).get_nlu_data()
