"""Where somebody may come to harm: what is left open, what nobody may promise, and what the debrief makes of it."""

import pytest

from coaching.customer.matching import says
from coaching.customer.scenario import Scenario
from coaching.customer.scenario_file import load_scenarios
from coaching.scoring.safety import forbidden


@pytest.fixture(scope="module")
def scenarios() -> dict[str, Scenario]:
    return load_scenarios()


@pytest.mark.parametrize(
    ("scenario", "sentence", "promises"),
    [
        ("product_question_unanswered", "The plain ones are absolutely safe for your guest.", True),
        ("product_question_unanswered", "There's no risk with those at all.", True),
        ("product_question_unanswered", "I can't tell you that they are absolutely safe.", False),
        ("product_question_unanswered", "Do you need something that is certainly safe?", False),
        ("product_question_unanswered", "Plain comes out of a kitchen that has no nuts in it.", False),
        ("recall_pram", "Until then you can still use it, on level ground.", True),
        ("recall_pram", "You can't go on using it, I'm afraid.", False),
        ("data_breach", "Don't be afraid, your money is safe.", True),
        ("data_breach", "Nobody can say that nothing has been misused.", False),
    ],
)
def test_what_nobody_may_promise(scenarios: dict[str, Scenario], scenario: str, sentence: str, promises: bool) -> None:
    safety = scenarios[scenario].safety
    assert safety is not None
    assert forbidden(sentence, safety) is promises


@pytest.mark.parametrize(
    ("scenario", "sentence", "answers"),
    [
        ("recall_pram", "Until my colleague has been, the pram must not be used.", True),
        ("recall_pram", "It will not take long, and somebody will use the right tools.", False),
        ("product_question_unanswered", "With Duet we cannot rule it out.", True),
        ("product_question_unanswered", "You asked whether the Duet is right for her plate.", False),
        ("data_breach", "They have your name and your address, and no password.", True),
        ("data_breach", "You have had a letter about your data.", False),
    ],
)
def test_what_answers_the_question(scenarios: dict[str, Scenario], scenario: str, sentence: str, answers: bool) -> None:
    safety = scenarios[scenario].safety
    assert safety is not None
    assert says(sentence, safety.cues) is answers
    assert says(safety.say, safety.cues)
