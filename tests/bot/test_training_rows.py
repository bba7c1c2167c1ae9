import pytest
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.examples import as_example, training_rows, with_weightiest_intent
from coaching.recognition.examples import TrainingRow

DETAILS = {"id": "a1", "customer": "It broke.", "before": "Hello.", "conversation": "c1"}


def example(intent, text="I hear it broke, and I am sorry.", metadata=DETAILS):
    return Message.build(text, intent, example_metadata=metadata)


@pytest.mark.parametrize(
    ("intent", "weightiest", "labels"),
    [
        ("hear+apologize", "apologize", ("hear", "apologize")),
        ("apologize+weak_apology", "weak_apology", ("apologize", "weak_apology")),
        ("courtesy", "courtesy", ("courtesy",)),
        ("none", "none", ()),
    ],
)
def test_the_intent_becomes_the_weightiest_move_and_no_label_is_lost(intent, weightiest, labels):
    changed = with_weightiest_intent(example(intent))
    assert changed.get("intent") == weightiest
    row = TrainingRow(text=changed.get("text"), labels=labels, **DETAILS)
    assert training_rows([changed]) == training_rows([example(intent)]) == [row]


@pytest.mark.parametrize("intent", ["start_session", "hear+apologise", "greet"])
def test_what_is_no_set_of_moves_stays_for_rasa_to_judge(intent):
    assert with_weightiest_intent(example(intent)).get("intent") == intent
    assert training_rows([example(intent)]) == []


def test_messages_without_text_or_metadata():
    story_step = Message({"action_name": "action_listen"})
    assert training_rows([story_step, Message.build("Hello.", "courtesy")]) == [
        TrainingRow(id="example 1", text="Hello.", labels=("courtesy",))
    ]


@pytest.mark.parametrize("labels", [("hear", "apologize"), ()])
def test_a_row_keeps_everything_as_an_example(labels):
    row = TrainingRow(text="I hear it broke.", labels=labels, **DETAILS)
    assert training_rows([as_example(row)]) == [row]
    assert as_example(row).get("intent") == ("apologize" if labels else "none")
