import pytest

from coaching.understanding import WANTS, understand


def kinds(text):
    return [want.kind for want in understand(text).wants]


@pytest.mark.parametrize(
    ("text", "wants"),
    [
        ("I want my money back", ["refund"]),
        ("please refund me", ["refund"]),
        ("Where is my refund?", ["refund"]),
        ("You refused my refund", []),
        ("I don't want a refund", []),
        ("Can I get another one sent?", ["replacement"]),
        ("Please send the right size", ["replacement"]),
        ("Could you repair it?", ["repair"]),
        ("where is my parcel", ["delivery"]),
        ("wheres my order??", ["delivery"]),
        ("When will it arrive?", ["delivery"]),
        ("I just want my sofa.", ["delivery"]),
        ("Please cancel my order", ["cancel"]),
        ("Then I cancel", ["cancel"]),
        ("You cancelled my order", []),
        ("Why was I charged twice?", ["explanation"]),
        ("Please explain.", ["explanation"]),
        ("That's why I am writing", []),
        ("Does it come in oak?", ["information"]),
        ("How do I return it?", ["information"]),
        ("Please tell me when my fridge is coming", ["delivery"]),
        ("Are you kidding?", []),
        ("How many times do I have to ask?", []),
        ("I want an apology", ["apology"]),
        ("I apologise for the late reply", []),
        ("Please call me back", ["callback"]),
        ("Don't call me", []),
        ("I think compensation is in order, what compensation do you offer", ["compensation"]),
        ("Put me through to your manager", ["supervisor"]),
        ("The manager said no", []),
        ("I just want it to work", ["fix"]),
        ("Please sort this out", ["fix"]),
        ("Stop sending me bills", ["fix"]),
        ("Send a replacement or give me my money back", ["replacement", "refund"]),
        ("", []),
    ],
)
def test_a_want_is_read_from_words_that_ask(text, wants):
    assert kinds(text) == wants


def test_of_each_kind_the_first_is_told():
    (want,) = understand("Refund me. I want my money back.").wants
    assert (want.text, want.rule) == ("Refund me", "wants.refund_request")


def test_every_kind_of_want_can_be_read():
    from coaching.understanding.wants import want_rules

    assert {rule.of for rule in want_rules()[0]} == set(WANTS)
