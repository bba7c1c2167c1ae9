import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.rewriting.clauses import clauses, together, with_antecedent


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It's a pending payment, it is not charged.", ["It's a pending payment.", "it is not charged."]),
        ("You gave no notice so the fee is due.", ["You gave no notice.", "the fee is due."]),
        ("I can send it but it takes a week!", ["I can send it.", "it takes a week!"]),
        ("The form is online, send it to us.", ["The form is online.", "send it to us."]),
        ("When we have them, I'll order a top and two chairs.", None),
        ("Names, addresses and numbers were accessed.", None),
        ("If it's a fault, you'll get a new one.", None),
        ("Please call us so that we can help.", None),
        ("It was late because the van, the old one, broke down.", None),
        ("The fabric was out of stock at our supplier in Italy.", None),
    ],
)
def test_where_a_sentence_is_cut(sentence, expected):
    assert [clause.text for clause in clauses(sentence)] == (expected or [sentence])


def test_two_sentences_run_together_become_two():
    parts = clauses("You can exchange it for a size 14, we have 2 left.")
    assert together([(part, part.text) for part in parts]) == "You can exchange it for a size 14. We have 2 left."


def test_what_follows_a_clause_that_is_left_out_stands_alone():
    (first, second) = clauses("You gave no notice so the fee is due.")
    assert together([(first, ""), (second, second.text)]) == "The fee is due."
    assert together([(first, first.text), (second, "")]) == "You gave no notice."


def test_a_pronoun_gets_what_it_stood_for():
    assert (
        with_antecedent("they are all trained.", "That doesn't sound like our staff.") == "Our staff are all trained."
    )
    assert with_antecedent("we know.", "That doesn't sound like our staff.") == "we know."


@given(st.text(max_size=200))
def test_any_text_can_be_cut_and_put_together(text):
    parts = clauses(text)
    words = [word for word in together([(part, part.text) for part in parts]).lower().split() if word.isalpha()]
    assert set(words) <= set(text.lower().replace(",", " ").replace(".", " ").replace(";", " ").split()) | set(words)
    assert parts
