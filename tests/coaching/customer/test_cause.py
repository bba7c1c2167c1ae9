"""Naming the cause: in other words, over several sentences, and never in a guess, a question or an accusation."""

import pytest

from coaching.customer.cause import accuses, tells_cause
from coaching.customer.scenario import Scenario
from coaching.customer.scenario_file import load_scenarios


@pytest.fixture(scope="module")
def scenarios() -> dict[str, Scenario]:
    return load_scenarios()


def _names(scenario: Scenario, *texts: str, diagnoses: bool = True) -> bool:
    return bool(tells_cause(texts, [diagnoses] * len(texts), scenario.root_cause))


@pytest.mark.parametrize(
    ("scenario", "texts"),
    [
        (
            "warranty_claim",
            [
                "Yours has a K in its number.",
                "The maker put in another pump from that letter on, and ours came by the model's name.",
            ],
        ),
        (
            "warranty_claim",
            ["From K on it's another pump.", "We sent 4410 each time, as nobody had looked at your number."],
        ),
        (
            "hearing_aid_repair",
            [
                "At the workshop they charge on a station of their own.",
                "The right place in your box hardly charges, and nobody there saw it, as only the aid was asked for.",
            ],
        ),
        (
            "recall_pram",
            [
                "There is a letter O in your batch.",
                "Our register took it for a nought, so the checker thought of another batch.",
            ],
        ),
        (
            "invoice_error",
            [
                "In May your sign-in address changed.",
                "Our program took that for a new user and counted both of them on the invoice.",
            ],
        ),
        (
            "wrong_size_twice",
            [
                "At the factory they put a five on a carton of sevens.",
                "Our warehouse reads the sticker and never looks at the sole.",
            ],
        ),
    ],
)
def test_a_cause_may_be_told_in_other_words_over_several_sentences(
    scenarios: dict[str, Scenario], scenario: str, texts: list[str]
) -> None:
    assert _names(scenarios[scenario], *texts)


@pytest.mark.parametrize(
    ("scenario", "texts"),
    [
        ("invoice_error", ["You have two users in your account, and the licences follow their number."]),
        ("invoice_error", ["Your old user was left open by you, and the invoice counts both users."]),
        (
            "deposit_not_returned",
            ["You mixed up the two names on the form, so they did not match and the payment came back."],
        ),
        ("deposit_not_returned", ["It may be that the names on the form did not match the bank's."]),
        ("wrong_size_twice", ["Was it perhaps the sticker on the carton from the factory?"]),
        ("internet_down", ["Our test of your port shows that the line is in order every night."]),
        ("failing_courier", ["Your label was printed on the Friday, and the firm was still in business then."]),
    ],
)
def test_a_cue_alone_a_guess_or_an_accusation_is_no_cause(
    scenarios: dict[str, Scenario], scenario: str, texts: list[str]
) -> None:
    assert not _names(scenarios[scenario], *texts)


def test_an_offer_with_a_cue_in_it_explains_nothing(scenarios: dict[str, Scenario]) -> None:
    assert not _names(
        scenarios["wrong_size_twice"], "I'll look at the sticker and the sole before it goes.", diagnoses=False
    )


@pytest.mark.parametrize(
    ("text", "puts_it_on_them"),
    [
        ("The form was filled in by yourself.", True),
        ("You failed to close the first one.", True),
        ("You never told us about it.", True),
        ("It was not done by you.", False),
        ("So you never got the letter.", False),
        ("That was never your mistake.", False),
        ("The old entry was left open by our program.", False),
    ],
)
def test_who_puts_the_fault_on_the_customer(text: str, puts_it_on_them: bool) -> None:
    assert accuses(text) is puts_it_on_them
