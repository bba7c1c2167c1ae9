import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.rewriting.values import values


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("£20", "20 pounds"),
        ("£1,249", "£1249.00"),
        ("€318", "318 euros"),
        ("5.30pm", "17:30"),
        ("8am", "8 am"),
        ("noon", "12:00"),
        ("4 March", "4th March"),
        ("30 sept", "30 September"),
        ("March 4", "4 March"),
        ("4 weeks", "four weeks"),
        ("10 business days", "10 working days"),
        ("2 hrs", "2 hours"),
        ("3-5 days", "3 to 5 days"),
        ("0800 123 456", "0800123456"),
        ("https://a.example/x/", "a.example/x"),
        ("wednesday", "Wednesday"),
        ("two", "2"),
        ("100 per cent", "100%"),
    ],
)
def test_what_means_the_same_is_the_same(one, other):
    assert [(value.kind, value.key) for value in values(one)] == [(value.kind, value.key) for value in values(other)]
    assert values(one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("£20", "€20"),
        ("£20", "£200"),
        ("8am", "8pm"),
        ("4 March", "4 May"),
        ("10 days", "10 working days"),
        ("by Friday", "after Friday"),
        ("within 14 days", "14 days"),
        ("PX55210", "PX55211"),
        ("-2.75", "2.75"),
        ("today", "tomorrow"),
    ],
)
def test_what_differs_differs(one, other):
    assert [value.key + value.limit for value in values(one)] != [value.key + value.limit for value in values(other)]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Call 0345 600 1122 with reference PX55210 by Thursday.", ["phone", "code", "day"]),
        ("Pay £24 at https://tix.example/pay/T-40077.", ["amount", "link"]),
        ("Write to claims@brightware.example within 7 days.", ["email", "duration"]),
        ("The 10% is valid until 31 December.", ["percent", "date"]),
        ("Ask Ruth at the Bridge Street store.", ["name", "name", "name"]),
        ("I am sorry. We will help. Please wait.", []),
        ("Dear Customer,\n\nThank you.\n\nKind regards", []),
        ("IT IS NOT OUR FAULT, READ THE TERMS.", []),
        ("Our drivers work on a Friday night.", ["day"]),
    ],
)
def test_kinds(text, kinds):
    assert [value.kind for value in values(text)] == kinds


@given(st.text(max_size=300))
def test_any_text_is_read_and_what_is_found_stands_there(text):
    straight = text.replace("’", "'")
    for value in values(text):
        assert straight[value.start : value.start + len(value.text)] == value.text
