import pytest

from coaching.recognition import RecognisedSentence, split_sentences
from coaching.rewriting.letter import kinder_closing, take_apart


def parts(draft):
    sentences = [RecognisedSentence(draft[a:b], a, b, (), {}) for a, b in split_sentences(draft)]
    letter = take_apart(draft, sentences)
    return letter.greeting, letter.named, [one.text for one in letter.body], letter.closing, letter.signature


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        (
            "Dear Customer,\n\nIt left.\n\nRegards,\nSupport",
            ("Dear Customer,", "", ["It left."], "Regards,", "Support"),
        ),
        (
            "Dear Ms Raman\n\nIt left.\n\nYours sincerely\nT. Barlow",
            ("Dear Ms Raman", "Ms Raman", ["It left."], "Yours sincerely", "T. Barlow"),
        ),
        (
            "Mr Baxter,\n\nIt left.\n\nParking Services",
            ("Mr Baxter,", "Mr Baxter", ["It left."], "", "Parking Services"),
        ),
        ("Ruth,\n\nIt left.\n\nPam\nSilver Loom", ("Ruth,", "Ruth", ["It left."], "", "Pam\nSilver Loom")),
        ("Good morning,\n\nIt left.", ("Good morning,", "", ["It left."], "", "")),
        ("Hi, there was a fault.", ("Hi,", "", ["there was a fault."], "", "")),
        ("Hello Mrs Doyle. It left.", ("Hello Mrs Doyle.", "Mrs Doyle", ["It left."], "", "")),
        ("Dear Tenant,\n\nIt left.", ("Dear Tenant,", "", ["It left."], "", "")),
        ("It left. Regards", ("", "", ["It left."], "Regards", "")),
        ("It left.", ("", "", ["It left."], "", "")),
        ("It left.\nCall 0800 123", ("", "", ["It left.", "Call 0800 123"], "", "")),
    ],
)
def test_greeting_body_and_sign_off(draft, expected):
    assert parts(draft) == expected


def test_a_curt_closing_is_made_kind():
    assert kinder_closing("Rgds") == "Kind regards,"
    assert kinder_closing("Yours sincerely,") == "Yours sincerely,"


def test_who_signs():
    def team(signature):
        draft = f"It left.\n\nRegards,\n{signature}"
        return take_apart(draft, [RecognisedSentence("It left.", 0, 8, (), {})]).team

    assert team("Customer Service") and team("Brightware Claims Team")
    assert not team("Lewis, Billing") and not team("Paul Denby")
