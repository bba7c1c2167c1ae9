"""The trend over one's own sessions."""

import pytest

from coaching.debrief.progress import PastSession, progress, step_shares
from coaching.moves import STEPS

FAIR = dict.fromkeys(STEPS, 0.9)


def past(*scores, **weak):
    return [PastSession(score, {**FAIR, **weak}) for score in scores]


def test_the_weakest_step_is_the_one_with_the_lowest_share():
    weakest = progress(past(50, 60, hear=0.5, diagnose=0.3)).weakest
    assert (weakest.step, weakest.title, weakest.share) == ("diagnose", "Diagnose", 0.3)


def test_only_the_last_five_sessions_count():
    assert progress([*past(10, hear=0.0), *past(80, 80, 80, 80, 80)]).weakest is None


@pytest.mark.parametrize(
    ("scores", "direction"),
    [
        ((), "steady"),
        ((50,), "steady"),
        ((40, 70), "up"),
        ((70, 40), "down"),
        ((60, 62, 58, 61), "steady"),
        ((90, 20, 30, 50, 60), "steady"),
        ((0, 100, 30, 40, 50, 70, 80), "up"),
    ],
)
def test_the_scores_go_up_or_down_or_neither(scores, direction):
    assert progress(past(*scores)).direction == direction


def test_nothing_is_known_before_the_first_session():
    assert progress([]).to_json() == {"weakest": None, "direction": "steady"}


def test_shares_are_read_from_a_scorecard_and_a_step_worth_nothing_is_left_out():
    steps = {"hear": {"points": 7, "of": 14}, "diagnose": {"points": 0, "of": 0}}
    assert step_shares({"steps": steps}) == {"hear": 0.5}
    assert step_shares({"steps": None}) == {}
