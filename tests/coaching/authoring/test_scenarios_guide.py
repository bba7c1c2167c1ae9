"""docs/scenarios.md tells of every key and every check."""

import re

from coaching.authoring.checks import checks
from coaching.authoring.starter import starter
from coaching.customer.scenario import CHANNELS, ENDINGS, INQUIRIES, TOPICS, TOUCHPOINTS
from coaching.paths import ROOT

GUIDE = (ROOT / "docs" / "scenarios.md").read_text("utf-8")


def keys(value):
    for key, held in value.items() if isinstance(value, dict) else ():
        yield key
        yield from keys(held)
    for held in value if isinstance(value, list) else ():
        yield from keys(held)


def test_every_key_is_explained():
    names = {"put_it_right", "small_gesture", "beyond_the_agent", "what_it_was_for"}
    told = set(re.findall(r"\b[a-z_]+\b", GUIDE))
    assert {*keys(starter().value), "swears"} - names <= told
    assert {*CHANNELS, *ENDINGS, *INQUIRIES, *TOPICS, *TOUCHPOINTS} <= told


def test_every_check_is_explained():
    assert {*checks().messages} <= set(re.findall(r"`([a-z_]+)`", GUIDE))
