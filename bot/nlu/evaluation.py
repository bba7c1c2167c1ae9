"""`rasa test nlu` compares the tagger's intents with those of the files: both have to be weightiest moves."""

from __future__ import annotations

from rasa.shared.nlu.training_data.formats.rasa_yaml import RasaYAMLReader
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.examples import with_weightiest_intent

_rasas_own = RasaYAMLReader.reads


def compare_by_weightiest_move() -> None:
    """Make Rasa's reader of NLU files give each example its weightiest move as intent.

    For training that is the importer's work (``bot.nlu.importer``). But Rasa 3.6.21 reads the files of a test with its
    own importer, whatever config.yml says; there every sentence with several moves would count as mistaken, since its
    intent is ``hear+apologize`` in the file and ``apologize`` to the tagger. Rasa offers no setting for it, hence the
    replacement of a method; Rasa's version is pinned. A cross-validation reads its file before any of this project is
    loaded and is out of reach.
    """
    RasaYAMLReader.reads = _reads


def _reads(self: RasaYAMLReader, string: str, **kwargs: object) -> TrainingData:
    data = _rasas_own(self, string, **kwargs)
    data.training_examples = [with_weightiest_intent(example) for example in data.training_examples]
    return data
