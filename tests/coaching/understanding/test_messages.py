"""How much is understood: the messages with which the rules were made, and those that were kept apart."""

from pathlib import Path

import pytest

from coaching.understanding import DETAILS, EMOTIONS, WANTS
from coaching.yamlfile import read
from tests.coaching.understanding.measure import STRENGTHS, URGENCIES, measure

MADE_WITH, KEPT_APART = "messages.yml", "messages_kept_apart.yml"


@pytest.fixture(scope="module", params=[MADE_WITH, KEPT_APART])
def figures(request):
    found = measure(request.param)
    print(f"\n{request.param}: {found.messages} messages, {found.share}; wants {found.wants}; details {found.details}")
    for kind, each in sorted(found.kinds.items()):
        print(f"  {kind}: {each}")
    return request.param, found


# Both sets were labelled when repeated contact alone counted as no hurry; four messages show some by now.
FLOORS = {
    MADE_WITH: {"emotion": 0.93, "strength": 0.8, "urgency": 0.92, "wants": (0.93, 0.97), "details": (0.95, 0.95)},
    KEPT_APART: {"emotion": 0.87, "strength": 0.77, "urgency": 0.92, "wants": (0.95, 0.92), "details": (0.88, 0.88)},
}


@pytest.mark.parametrize("key", ["emotion", "strength", "urgency"])
def test_feeling_and_hurry_are_read(figures, key):
    name, found = figures
    assert found.share[key] >= FLOORS[name][key]


@pytest.mark.parametrize("key", ["wants", "details"])
def test_what_is_read_is_right_and_little_is_missed(figures, key):
    name, found = figures
    precision, recall = FLOORS[name][key]
    assert getattr(found, key).precision >= precision
    assert getattr(found, key).recall >= recall


@pytest.mark.parametrize("kind", ["order", "amount", "date", "duration", "link", "contacts", "tried", "place", "name"])
def test_what_has_a_shape_is_hardly_ever_missed(figures, kind):
    _, found = figures
    assert found.kinds[kind].recall >= 0.95
    assert found.kinds[kind].precision >= 0.75


@pytest.mark.parametrize(("name", "least"), [(MADE_WITH, 60), (KEPT_APART, 40)])
def test_the_messages_are_told_in_known_terms(name, least):
    messages = list(read(Path(__file__).with_name(name)).each())
    assert len(messages) >= least
    for node in messages:
        node.only("text", "channel", "emotion", "also", "strength", "urgency", "wants", "details")
        text = node.at("text").text()
        node.at("emotion").one_of(tuple(EMOTIONS))
        node.at("strength").one_of(tuple(STRENGTHS))
        node.at("urgency").one_of(tuple(URGENCIES))
        for want in node.at("wants").each():
            want.one_of(tuple(WANTS))
        node.at("details").only(*DETAILS)
        for _, kind in node.at("details").items():
            assert all(words in text for words in kind.texts())
