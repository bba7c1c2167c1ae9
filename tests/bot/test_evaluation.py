import pytest
from rasa.shared.importers.importer import TrainingDataImporter
from rasa.shared.nlu.training_data.formats.rasa_yaml import RasaYAMLReader

from bot.nlu.evaluation import compare_by_weightiest_move

FILE = """
version: "3.1"
nlu:
  - intent: hear+apologize
    examples: |
      - I hear it broke, and I am sorry.
  - intent: start_session
    examples: |
      - /start_session
"""


@pytest.fixture
def intents(tmp_path, monkeypatch):
    """The intents as ``rasa test nlu`` reads them: with Rasa's importer, from a file, without config.yml."""
    monkeypatch.setattr(RasaYAMLReader, "reads", RasaYAMLReader.reads)
    file = tmp_path / "test.yml"
    file.write_text(FILE)
    return lambda: TrainingDataImporter.load_from_dict(training_data_paths=[str(file)]).get_nlu_data().intents


def test_a_test_compares_the_weightiest_moves(intents):
    assert intents() == {"hear+apologize", "start_session"}
    compare_by_weightiest_move()
    assert intents() == {"apologize", "start_session"}


def test_doing_it_twice_changes_nothing_more(intents):
    compare_by_weightiest_move()
    compare_by_weightiest_move()
    assert intents() == {"apologize", "start_session"}
