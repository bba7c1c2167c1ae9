from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from coaching.understanding.places import without_overlaps


@dataclass(frozen=True)
class Stretch:
    start: int
    end: int


stretches = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9)).map(lambda one: Stretch(one[0], sum(one))))


def longest(one):
    return (one.start - one.end,)


def overlap(one, other):
    return one.start < other.end and other.start < one.end


@given(stretches)
def test_what_is_kept_does_not_overlap_and_what_goes_overlaps_something_as_good(found):
    kept = without_overlaps(found, longest)
    assert kept == sorted(kept, key=lambda one: one.start)
    assert not any(overlap(one, other) for one in kept for other in kept if one is not other)
    for gone in set(found) - set(kept):
        assert any(overlap(gone, one) and longest(one) <= longest(gone) for one in kept)
