from contextlib import contextmanager

import pytest
from rasa.engine.storage.resource import Resource
from rasa.shared.core.events import BotUttered, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.exceptions import RasaException
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu import heard_tagger
from bot.nlu.examples import training_rows
from bot.nlu.heard_tagger import MODEL_FILE, HeardTagger
from bot.plain_text import guarded
from coaching.moves import APOLOGIZE, LABELS
from coaching.recognition import RecognisedSentence
from coaching.recognition.training import fingerprint

EXAMPLES = TrainingData([Message.build("I am sorry.", "apologize"), Message.build("It is Tuesday.", "none")])


class FolderStorage:
    """A model storage that is one folder."""

    def __init__(self, folder):
        self.folder = folder

    @contextmanager
    def write_to(self, resource):
        yield self.folder

    read_from = write_to


class Listener:
    """A recogniser that finds one apology and remembers what it was asked."""

    version = "0123456789ab"

    def __init__(self):
        self.asked = []

    def recognise(self, text, customer=""):
        self.asked.append((text, customer))
        confidence = {label: float(label == APOLOGIZE) for label in LABELS}
        return [RecognisedSentence(text, 0, len(text), (APOLOGIZE,), confidence)]


def tagger(recogniser=None, folder=None):
    return HeardTagger(FolderStorage(folder), Resource("tagger"), recogniser)


def tracker(*events):
    return DialogueStateTracker.from_events("s", list(events))


def process(text, metadata=None, *events):
    listener = Listener()
    (message,) = tagger(listener).process([Message({"text": text, "metadata": metadata})], tracker(*events))
    return message.as_dict(only_output_properties=True), listener.asked


def test_a_message_gets_intent_entities_sentences_and_version():
    parsed, _ = process("I am sorry.")
    assert parsed["intent"] == {"name": "apologize", "confidence": 1.0}
    assert parsed["intent_ranking"][0] == parsed["intent"]
    assert [(entity["entity"], entity["value"], entity["extractor"]) for entity in parsed["entities"]] == [
        ("apologize", "I am sorry.", "HeardTagger")
    ]
    assert parsed["recogniser"] == Listener.version
    assert [RecognisedSentence.from_json(item).labels for item in parsed["sentences"]] == [(APOLOGIZE,)]


@pytest.mark.parametrize("text", ["/restart now", "  /hear", "\tSorry."])
def test_the_recogniser_sees_the_text_as_it_was_typed(text):
    assert process(guarded(text))[1] == [(text, "")]


def test_the_customers_last_message_comes_from_the_channel():
    _, asked = process("Sorry.", {"customer": "Where is it?"}, BotUttered("Hello?"))
    assert asked == [("Sorry.", "Where is it?")]


@pytest.mark.parametrize("metadata", [None, {}, {"customer": ""}])
def test_else_from_the_conversation(metadata):
    past = [
        BotUttered("One."),
        UserUttered("Hm."),
        BotUttered("Two."),
        BotUttered(None, {"custom": {}}),
        BotUttered("3."),
    ]
    assert process("Sorry.", metadata, *past)[1] == [("Sorry.", "Two.\n3.")]


def test_tags_before_training_are_a_fault_of_the_caller():
    with pytest.raises(RuntimeError, match="trained"):
        tagger().process([Message({"text": "x"})], tracker())


class Shared:
    """Stands in for the recogniser that ``make train`` leaves, trained from the given rows."""

    def __init__(self, monkeypatch, tmp_path, rows):
        self.file = tmp_path / "shared.joblib"
        self.file.write_bytes(b"the shared model")
        monkeypatch.setenv("HEARD_RECOGNISER", str(self.file))
        found = type("Found", (), {"fingerprint": fingerprint(rows)})
        monkeypatch.setattr(heard_tagger, "load_model", lambda path: found)
        monkeypatch.setattr(heard_tagger, "train", lambda rows, path, progress: path.write_bytes(b"trained here"))


def test_the_shared_model_is_taken_as_it_is(monkeypatch, tmp_path):
    Shared(monkeypatch, tmp_path, training_rows(EXAMPLES.training_examples))
    tagger(folder=tmp_path).train(EXAMPLES)
    assert (tmp_path / MODEL_FILE).read_bytes() == b"the shared model"


def test_other_examples_are_trained_and_leave_the_shared_model_alone(monkeypatch, tmp_path):
    shared = Shared(monkeypatch, tmp_path, [])
    tagger(folder=tmp_path).train(EXAMPLES)
    assert (tmp_path / MODEL_FILE).read_bytes() == b"trained here"
    assert shared.file.read_bytes() == b"the shared model"


def test_examples_that_do_not_suffice_are_told_without_a_traceback(monkeypatch, tmp_path):
    monkeypatch.setenv("HEARD_RECOGNISER", str(tmp_path / "none.joblib"))
    with pytest.raises(RasaException, match="teaching needs"):
        tagger(folder=tmp_path).train(EXAMPLES)


def test_rasas_cache_knows_the_shared_model_by_its_content(monkeypatch, tmp_path):
    model = tmp_path / "m.joblib"
    monkeypatch.setenv("HEARD_RECOGNISER", str(model))
    seen = {HeardTagger.fingerprint_addon({})}
    for content in (b"one", b"two"):
        model.write_bytes(content)
        seen.add(HeardTagger.fingerprint_addon({}))
    assert len(seen) == 3
