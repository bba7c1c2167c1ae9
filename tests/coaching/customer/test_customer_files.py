"""Scenario, persona, constants and line files: what is refused, and with which words."""

import re
from pathlib import Path

import pytest

from coaching.customer.constants_file import FILE as CONSTANTS_FILE
from coaching.customer.constants_file import load_constants
from coaching.customer.persona import load_personas
from coaching.customer.phrasebook import load_lines
from coaching.customer.scenario_file import load_scenario, load_scenarios
from coaching.errors import CoachError, DataError
from coaching.paths import training_data

SCENARIO = (training_data() / "scenarios" / "late_parcel.yml").read_text(encoding="utf-8")
PERSONAS = (training_data() / "personas.yml").read_text(encoding="utf-8")
CONSTANTS = CONSTANTS_FILE.read_text(encoding="utf-8")
LINES = """\
version: "3.1"
responses:
  utter_thank:
  - text: "You're welcome."
    condition: [{type: slot, name: mood_band, value: calm}]
"""


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def swapped(text, old, new):
    assert len(re.findall(old, text, flags=re.M)) >= 1, "the test's own pattern no longer fits the file"
    return re.sub(old, new, text, count=1, flags=re.M)


@pytest.mark.parametrize(
    ("old", "new", "found", "expected", "points_at"),
    [
        (r"^difficulty: 3", "difficulty: 7", "difficulty: 7", "a number from 1 to 5", "difficulty"),
        (r"^difficulty: 3", "difficulty: 2.5", "difficulty: 2.5", "a whole number from 1 to 5", "difficulty"),
        (r"^channel: chat", "channel: pigeon", "channel: 'pigeon'", "one of chat, email", "pigeon"),
        (r"undesirable: [0-9.]+", "undesirable: very", "undesirable: 'very'", "a number from 0 to 1", "failure"),
        (r"kind: outcome", "kind: bad", "kind: 'bad'", "one of outcome, process", "failure"),
        (r"^wants:", "wnats:", "the key 'wnats'", "one of brief", "wnats"),
        (r"^title: .*\n", "", "without 'title'", "the key 'title'", "summary"),
        (r"on_card: true", "on_card: perhaps", "on_card: 'perhaps'", "true or false", "perhaps"),
        (r"mood: furious", "mood: livid", "mood: 'livid'", "one of furious, angry", "livid"),
        (r"  walks_off:\n    title: .*\n", "  walks_off:\n", "without 'title'", "the key 'title'", "walks_off"),
        (r"It's ST-48213,", "It's {order},", "It's {order}", "nothing would fill a placeholder", "{order}"),
        (r"^touchpoint: .*", "touchpoint: later", "touchpoint: 'later'", "one of before, during", "later"),
        (r"^inquiry: .*", "inquiry: gossip", "inquiry: 'gossip'", "one of advert, website", "gossip"),
        (r"^  promised: .*\n", "", "without 'promised'", "the key 'promised'", "service"),
        (r"by: \[by_saturday\]", "by: [magic]", "'magic'", "one of by_saturday", "magic"),
        (r"given: trusted", "given: never", "given: 'never'", "one of opening, asked, trusted", "never"),
        (r"most: [0-9.]+", "most: a lot", "most: 'a lot'", "a number from 0", "a lot"),
        (r"cues: \[order number.*\]", "cues: []", "cues: a list", "at least one item", "cues: []"),
    ],
)
def test_a_wrong_scenario_names_its_line_what_was_found_and_expected(tmp_path, old, new, found, expected, points_at):
    path = written(tmp_path, "late_parcel.yml", swapped(SCENARIO, old, new))
    with pytest.raises(DataError) as caught:
        load_scenario(path)
    assert found in str(caught.value)
    assert expected in str(caught.value)
    assert str(caught.value).startswith(f"{path}:{caught.value.line}: ")
    assert points_at in path.read_text(encoding="utf-8").splitlines()[caught.value.line - 1]


def test_a_folder_without_scenarios_or_lines_is_told(tmp_path):
    with pytest.raises(CoachError, match="no scenario in .*; expected files named <id>.yml"):
        load_scenarios(tmp_path)
    with pytest.raises(CoachError, match="no lines in .*; expected files named <topic>.yml"):
        load_lines(tmp_path)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (r"inertia: 0.4", "inertia: 1", "a number from 0 to 0.95"),
        (r"leaves: walks_off", "leaves: sulks", "one of walks_off, supervisor"),
        (r"loudest: angry", "loudest: loud", "one of furious"),
        (r"shouts: true", "screams: true", "one of lower_case, mistypes"),
        (r"    patience: 0.6\n", "", "the key 'patience'"),
    ],
)
def test_a_wrong_persona_is_told(tmp_path, old, new, expected):
    with pytest.raises(DataError, match=re.escape(expected)):
        load_personas(written(tmp_path, "personas.yml", swapped(PERSONAS, old, new)))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (r"again_most: 4", "again_most: many", "a number from 0 to 10"),
        (r"  source: Orsingher.*\n", "", "the key 'source'"),
        (r"    blame: \{.*\n", "", "the key 'blame'"),
        (r"fade: \[1, 0.4, 0\]", "fade: []", "at least one number"),
        (r"grave: true", "grave: 1", "true or false"),
    ],
)
def test_wrong_constants_are_told(tmp_path, old, new, expected):
    with pytest.raises(DataError, match=re.escape(expected)):
        load_constants(written(tmp_path, "constants.yml", swapped(CONSTANTS, old, new)))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (r'"3.1"', '"2.0"', 'the text "3.1"'),
        (r"utter_thank", "utter_thanks", "one of utter_thank"),
        (r"name: mood_band", "name: weather", "one of mood_band, persona, channel, swearing"),
        (r"value: calm", "value: serene", "one of furious"),
        (r"You're welcome.", "You're welcome, {name}.", "nothing would fill a placeholder"),
    ],
)
def test_wrong_lines_are_told(tmp_path, old, new, expected):
    written(tmp_path, "thank.yml", swapped(LINES, old, new))
    with pytest.raises(DataError, match=re.escape(expected)):
        load_lines(tmp_path)


def test_lines_keep_their_conditions(tmp_path):
    written(tmp_path, "thank.yml", LINES)
    (line,) = load_lines(tmp_path)["thank"]
    assert (line.text, line.mood, line.persona) == ("You're welcome.", "calm", None)


def test_every_section_of_the_constants_has_the_note_and_a_source():
    for section in re.split(r"^(?=\w+:$)", CONSTANTS, flags=re.M)[1:]:
        assert "ordinal from literature, size ours" in section
        assert re.search(r"10\.\d{4}/|EmoWOZ|FAtiMA", section)
