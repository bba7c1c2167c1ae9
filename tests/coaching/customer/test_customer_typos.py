from random import Random

from hypothesis import given
from hypothesis import strategies as st

from coaching.customer.typos import mistype


@given(st.integers(0, 500))
def test_one_slip_in_one_longer_word_and_nothing_else(seed):
    line = "It's ST-48213, Asha's telescope, and nobody rang me."
    slipped = mistype(line, Random(seed))
    assert slipped != line
    assert abs(len(slipped) - len(line)) <= 1
    differing = [(one, two) for one, two in zip(line.split(), slipped.split(), strict=True) if one != two]
    assert len(differing) == 1
    before, after = (word.strip(".,") for word in differing[0])
    assert before in ("telescope", "nobody")
    assert before[0] == after[0] and set(before) == set(after)


def test_figures_names_and_short_words_stay():
    for line in ("ST-48213.", "Yes, it is.", "DON'T!", "Kapoor"):
        assert mistype(line, Random(1)) == line
