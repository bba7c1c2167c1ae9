import pytest

from coaching.rewriting.deeds import conditions, deeds


def said(text):
    return {("not " if one.refused else "") + one.word + ("!" if one.promised else "") for one in deeds(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We cannot refund opened items.", {"not refund!"}),
        ("Opened items cannot be refunded.", {"not refund!"}),
        ("A refund is not possible.", {"not refund"}),
        ("No refund will be given.", {"not refund!"}),
        ("We will send a replacement.", {"send!", "replace!"}),
        ("I've dispatched it.", {"send!"}),
        ("You can get £5 credit but no refund.", {"credit", "not refund"}),
        ("If it doesn't you need to contact your bank.", {"contact"}),
        ("There is nothing we can refund.", {"not refund!"}),
        ("You should have called us.", set()),
        ("I am sorry that we cancelled it.", set()),
        ("Card numbers were not affected.", {"not affect!"}),
        ("It affected some cards.", set()),
        ("We can offer a refund.", {"refund!"}),
        ("We can offer £10.", {"offer!"}),
        ("If you had paid, we would not have cancelled it.", set()),
        ("Please do not hesitate to contact us.", set()),
    ],
)
def test_deeds(text, expected):
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("If it breaks, call us.", {"if": 1}),
        ("Should you wish to cancel, you get it back.", {"if": 1}),
        ("It stays until you pay, unless you appeal.", {"until": 1, "unless": 1}),
        ("Sorry if we upset you.", {}),
        ("If you had read it, this would not have happened.", {}),
    ],
)
def test_conditions(text, expected):
    assert conditions(text) == expected
