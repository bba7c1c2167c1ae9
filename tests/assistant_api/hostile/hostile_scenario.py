"""A scenario that can be played and says something hostile in every place where a scenario says something."""

import yaml
from hostile_text import without_braces

from coaching.authoring import check_text
from coaching.customer import load_personas
from coaching.paths import ROOT

EXAMPLE = ROOT / "training_data" / "scenarios" / "late_parcel.yml"
LOOKED_UP = frozenset(
    {
        "channel",
        "persona",
        "touchpoint",
        "inquiry",
        "kind",
        "cues",
        "words",
        "tells",
        "reveals",
        "given",
        "by",
        "all",
        "mood",
    }
)
"""Keys whose words are of a list, or are looked for in what is said."""


def hostile_scenario():
    """Its text."""
    made = yaml.safe_load(EXAMPLE.read_text("utf-8"))
    text = yaml.safe_dump(_spoken(made, "scenario"), allow_unicode=True, sort_keys=False)
    checked = check_text(text, "hostile", tuple(load_personas()))
    assert checked.errors == (), checked.errors
    return text


def _spoken(value, field):
    if isinstance(value, dict):
        return {key: one if key in LOOKED_UP else _spoken(one, f"{field}.{key}") for key, one in value.items()}
    if isinstance(value, list):
        return [_spoken(one, field) for one in value]
    return without_braces(field) if isinstance(value, str) else value
