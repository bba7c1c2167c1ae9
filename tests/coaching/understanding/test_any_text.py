"""Whatever people write, nothing breaks, and every place is a place in their words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coaching.understanding import DETAILS, EMOTIONS, WANTS, understand
from coaching.understanding.mended import mend
from coaching.understanding.message import PHRASED

PIECES = [
    *(
        "I",
        "you",
        "my",
        "parcel",
        "charged",
        "twice",
        "never",
        "!!!",
        "??",
        "...",
        "£20",
        "49.99",
        "#48213",
        "order HX-20931",
        "WHERE",
        "IS",
    ),
    *(
        "u",
        "dont",
        "sooooo",
        "its",
        "my mum's birthday",
        "on Friday",
        "by 5 pm",
        "tomorrow",
        "three weeks",
        "third time I'm writing",
        "🙄",
        "👏🏽",
    ),
    *(
        "refund",
        "please",
        "call me",
        "Kind regards,\nAnna",
        "\n\n",
        "\t",
        "’",
        "“free returns”",
        "www.example.com/x",
        "a@b.example",
        "İ",
        "ß",
        "é",
    ),
    *(
        "I've already restarted the router",
        "and swapped the cable",
        "my son",
        "in Leeds",
        "not happy",
        "but",
        "because",
        ".",
        ",",
        "-",
        "—",
        "(",
        "]",
    ),
]
texts = st.one_of(st.text(max_size=300), st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join))


def places(seen):
    return [*seen.emotion.cues, *seen.urgency.cues, *seen.wants, *seen.details]


@given(texts)
@settings(max_examples=300, deadline=None)
def test_every_place_is_a_place_in_the_message(text):
    seen = understand(text)
    for one in places(seen):
        assert 0 <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.text
        assert one.rule
    assert 0 <= seen.emotion.strength <= 1 and 0 <= seen.urgency.strength <= 1
    assert seen.emotion.name in EMOTIONS
    assert bool(seen.emotion.cues) == (seen.emotion.strength > 0)
    assert {want.kind for want in seen.wants} <= set(WANTS)
    assert {detail.kind for detail in seen.details} <= set(DETAILS)


@given(texts)
@settings(max_examples=150, deadline=None)
def test_details_do_not_overlap_but_in_phrases(text):
    for phrased in (True, False):
        layer = [one for one in understand(text).details if (one.kind in PHRASED) == phrased]
        assert all(one.end <= other.start for one, other in zip(layer, layer[1:], strict=False))


@given(texts)
@settings(max_examples=100, deadline=None)
def test_the_same_message_is_understood_the_same(text):
    first = understand(text)
    understand.cache_clear()
    mend.cache_clear()
    assert understand(text) == first


@given(texts)
@settings(max_examples=150, deadline=None)
def test_facts_are_phrases(text):
    for fact in understand(text).facts.known().values():
        assert fact == fact.strip() != ""
        assert "\n" not in fact and "{" not in fact


@pytest.mark.parametrize(
    "text",
    [
        *(
            "a" * 20_000,
            "!" * 20_000,
            "1-" * 10_000,
            "\n" * 20_000,
            "😡" * 20_000,
            "I called you " * 1_500,
            "A" * 20_000,
        ),
        *("£1," * 6_600, "www." * 5_000, "two days " * 2_200, "@." * 10_000, "my " * 6_600, "İ" * 20_000, "{{" * 9_000),
    ],
    ids=lambda text: repr(text[:8]),
)
def test_the_longest_and_oddest_messages_are_read(text):
    seen = understand(text)
    assert all(text[one.start : one.end] == one.text for one in places(seen))
    assert len(seen.emotion.cues) <= len(text)


@pytest.mark.parametrize("text", ["", "  \n\t ", "\u2028"])
def test_nothing_said_is_nothing_understood(text):
    seen = understand(text)
    assert places(seen) == []
    assert (seen.emotion.name, seen.urgency.strength, seen.facts.known()) == ("calm", 0.0, {})


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("Bonjour, je n'ai toujours pas reçu ma commande 88123. C'est inadmissible.", "88123"),
        ("Guten Tag, meine Bestellung 4471 ist seit drei Wochen nicht angekommen. Das ist eine Frechheit.", "4471"),
    ],
)
def test_of_other_languages_only_figures_are_read(text, order):
    seen = understand(text)
    assert seen.emotion.name == "calm" and seen.wants == () and seen.facts.known() == {}
    assert [(one.kind, one.text) for one in seen.details] == [("order", order)]
