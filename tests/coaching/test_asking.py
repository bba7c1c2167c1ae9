import pytest

from coaching.asking import asks_for_told
from coaching.recognition import RecognisedSentence
from coaching.understanding import Detail, Emotion, Understanding, Urgency, read_facts

MESSAGE = "Order 77120 never came. Hannah"
TOLD = Understanding(
    Emotion(),
    Urgency("No hurry"),
    (),
    (Detail("order", "77120", 6, 11, "detail.order"), Detail("name", "Hannah", 24, 30, "detail.name")),
    read_facts(MESSAGE),
)


def asked(text, labels=()):
    told = asks_for_told(RecognisedSentence(text, 0, len(text), labels, {}), TOLD)
    return told.text if told else None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Could you give me your order number, please?", "77120"),
        ("What's the order reference?", "77120"),
        ("Please send us your booking number.", "77120"),
        ("May I have your full name?", "Hannah"),
    ],
)
def test_what_was_told_is_asked_for_again(text, told):
    assert asked(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Your order number is on its way into the new system.",
        "Is 77120 the order number?",
        "Could you give me your phone number?",
        "How much did you pay?",
        "I have found your order number in our records, thank you.",
        "",
    ],
)
def test_what_was_not_told_or_is_only_named_is_no_such_question(text):
    assert asked(text) is None
