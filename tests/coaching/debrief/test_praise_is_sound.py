"""What is never held up as an example, however many points its line has earned."""

import pytest
from played_scripts import play

from coaching.debrief import debrief


@pytest.fixture
def praised(customer, rubric):
    def look(script):
        played = play(customer, "warranty_claim", script)
        persona = customer.personas[played.persona_id]
        return {one.words for one in debrief(played, customer.scenarios["warranty_claim"], persona, rubric).went_well}

    return look


def test_a_denial_dressed_as_a_reason_is_not_praised(praised):
    denial = "We looked into the two pumps, and the engineer of the 11th noted that they were right."
    script = [[("hear", "Three engineers, and not one pump that fits.")], [("diagnose", denial)]]
    assert denial not in praised(script)


def test_a_promise_beyond_the_limits_is_not_praised(praised):
    beyond = "I'll pay you the price of the machine back today."
    script = [[("hear", "Three engineers, and not one pump that fits.")], [("resolve", beyond)]]
    assert beyond not in praised(script)


def test_a_set_apology_is_not_praised_as_a_definite_one(praised):
    phrase = "Our apologies for that."
    script = [[("apologize", phrase)], [("hear", "Three engineers, and not one pump that fits.")]]
    assert phrase not in praised(script)
