"""The customer's lines and the choice among them.

General lines are Rasa domain files (``bot/domain/lines/<topic>.yml``), so that Rasa users find them where they expect;
we choose among them ourselves because Rasa's own choice cannot be seeded or remember what was said.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from random import Random

from coaching.customer.mood import BANDS
from coaching.customer.scenario import CHANNELS, Line
from coaching.customer.scenario_file import spoken
from coaching.errors import CoachError
from coaching.paths import phrasebook
from coaching.yamlfile import Node, read

_PREFIX = "utter_"
_OWN_VOICE = 6
"""How much likelier a line written for this persona is taken than one for anybody."""
_OWN_CHANNEL = 3
"""How much likelier a line written for this channel is taken."""
_SLOTS = ("mood_band", "persona", "channel", "swearing")
_NEXT_BAND = {"furious": "angry", "angry": "annoyed", "annoyed": "calm", "pleased": "calm"}
"""Where lines of a band have run out: the milder neighbour's."""


def load_lines(folder: Path | None = None) -> dict[str, tuple[Line, ...]]:
    """Read the general lines, by topic (the file's name, and the response's without ``utter_``).

    Raises:
        CoachError: The folder holds no file, or one cannot be read.
        DataError: Something in a file is not as expected; names the line.
    """
    folder = folder or phrasebook()
    files = sorted(folder.glob("*.yml"))
    if not files:
        raise CoachError(f"no lines in {folder}; expected files named <topic>.yml")
    return {path.stem: _topic(path) for path in files}


def choose(
    lines: Iterable[Line], mood: str, persona: str, channel: str, said: Collection[str], rng: Random
) -> Line | None:
    """Pick a line that fits and was not said; None where there is none left.

    Lines of the mood's own band, or of no band, come first; then those of the next milder one.
    """
    unsaid = [line for line in lines if line.text not in said]
    band: str | None = mood
    while band is not None:
        fitting = [line for line in unsaid if line.fits(band, persona, channel)]
        if fitting:
            return rng.choices(fitting, [_weight(line) for line in fitting])[0]
        band = _NEXT_BAND.get(band)
    return None


def _weight(line: Line) -> int:
    return (_OWN_VOICE if line.persona else 1) * (_OWN_CHANNEL if line.channels else 1)


def _topic(path: Path) -> tuple[Line, ...]:
    root = read(path)
    root.only("version", "responses")
    if root.at("version").text() != "3.1":
        raise root.at("version").error('the text "3.1"')
    name = _PREFIX + path.stem
    responses = root.at("responses")
    responses.only(name)
    return tuple(_line(node) for node in responses.at(name).each())


def _line(node: Node) -> Line:
    node.only("text", "condition")
    slots: Mapping[str, Node] = {}
    condition = node.get("condition")
    if condition is not None:
        slots = dict(_condition(each) for each in condition.each())
    mood, persona, channel, swearing = map(slots.get, _SLOTS)
    return Line(
        spoken(node.at("text")),
        None if mood is None else mood.one_of(BANDS),
        None if persona is None else persona.text(),
        () if channel is None else (channel.one_of(CHANNELS),),
        swearing is not None and swearing.flag(),
    )


def _condition(node: Node) -> tuple[str, Node]:
    node.only("type", "name", "value")
    node.at("type").one_of(("slot",))
    return node.at("name").one_of(_SLOTS), node.at("value")
