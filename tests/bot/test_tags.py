import pytest

from bot.nlu.tags import entities, intent_ranking, sentences_of
from coaching.moves import APOLOGIZE, EMPATHIZE, LABELS, NO_MOVE, WEAK_APOLOGY
from coaching.recognition import RecognisedSentence


def sentence(text, start, **confidence):
    """A sentence that carries the moves with a confidence above one half."""
    labels = tuple(label for label in LABELS if confidence.get(label, 0.0) > 0.5)
    return RecognisedSentence(
        text, start, start + len(text), labels, {label: confidence.get(label, 0.1) for label in LABELS}
    )


SORRY = sentence("I am so sorry.", 0, apologize=0.9)
BUT = sentence("I am sorry, but it is late.", 15, apologize=0.8, weak_apology=0.7)
PLAIN = sentence("It is Tuesday.", 43)


def test_intent_is_the_weightiest_move_of_all_sentences():
    ranking = intent_ranking([SORRY, BUT, PLAIN])
    assert ranking[0] == {"name": WEAK_APOLOGY, "confidence": 0.7}
    assert ranking[1] == {"name": APOLOGIZE, "confidence": 0.9}
    assert {entry["name"] for entry in ranking} == {*LABELS, NO_MOVE}


def test_intent_counts_the_confidence_of_sentences_that_carry_the_move():
    sure_but_below_its_threshold = sentence("Sorry to hear it.", 0, empathize=0.6)
    below = RecognisedSentence("x", 0, 1, (), {**PLAIN.confidence, EMPATHIZE: 0.95})
    assert intent_ranking([sure_but_below_its_threshold, below])[0] == {"name": EMPATHIZE, "confidence": 0.6}


@pytest.mark.parametrize("sentences", [[], [PLAIN]])
def test_without_a_move_the_intent_is_none(sentences):
    first = intent_ranking(sentences)[0]
    assert first["name"] == NO_MOVE
    assert 0.5 < first["confidence"] <= 1.0


def test_every_move_of_every_sentence_is_an_entity_with_the_sentence_as_span():
    found = entities([SORRY, BUT, PLAIN], "HeardTagger")
    assert [(entity["entity"], entity["start"], entity["end"]) for entity in found] == [
        ("apologize", 0, 14),
        ("apologize", 15, 42),
        ("weak_apology", 15, 42),
    ]
    assert found[2] == {
        "entity": "weak_apology",
        "start": 15,
        "end": 42,
        "value": BUT.text,
        "confidence_entity": 0.7,
        "extractor": "HeardTagger",
    }


def test_sentences_come_back_with_those_that_carry_no_move():
    parsed = {"sentences": [item.to_json() for item in (SORRY, PLAIN)]}
    assert sentences_of(parsed) == [SORRY, PLAIN]
    assert sentences_of({"sentences": []}) == []


@pytest.mark.parametrize(("intent", "labels"), [("apologize", ("apologize",)), ("none", ()), (None, ())])
def test_a_typed_intent_is_one_sentence(intent, labels):
    (only,) = sentences_of({"text": f"/{intent}", "intent": {"name": intent}})
    assert only.labels == labels
    assert set(only.confidence) == set(LABELS)
