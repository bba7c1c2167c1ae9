"""Checking a scenario file: every error with its line, then advice."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from coaching.authoring import advice_case, advice_cues, advice_lines, advice_open
from coaching.authoring.checks import checks
from coaching.authoring.faults import faults
from coaching.authoring.places import line_of
from coaching.authoring.remark import ERROR, Checked, Remark, in_order
from coaching.authoring.trimmed import trimmed
from coaching.customer.library import SCENARIO_ID, SUFFIX
from coaching.customer.scenario_file import scenario_of
from coaching.errors import CoachError, DataError
from coaching.yamlfile import Mapping, Node, parse, plain

_ADVICE = (
    *(advice_open.unwritten, advice_lines.too_few, advice_lines.too_long),
    *(advice_case.remedies, advice_case.limits, advice_case.secrets, advice_case.wants),
)
_COMPARING = (
    *(advice_cues.missing_their_own, advice_cues.out_of_reach, advice_cues.overlapping),
    *(advice_cues.cause_on_card, advice_cues.opening_tells),
)
_MOST_REMARKS = 200
_LONGEST = 400


def check_text(text: str, scenario_id: str, personas: Collection[str]) -> Checked:
    """Check the text of a scenario file; nothing is read from the disk, and no text makes it fail.

    Args:
        text: The file's text.
        scenario_id: The name it has, or is to have.
        personas: The ids of the personas there are.
    """
    name = Path(f"{scenario_id}{SUFFIX}")
    if not SCENARIO_ID.fullmatch(scenario_id):
        expected = f"a-z, 0-9 and _, at most 64 of them, and {SUFFIX}"
        return Checked((_form(DataError(name, 1, f"the name {name.name!r}", expected)),), None)
    try:
        plain(text, name)
        root = parse(text, name)
    except DataError as error:
        return Checked((_form(error),), None)
    found = faults(root)
    if found:
        return Checked(in_order(map(_form, found))[:_MOST_REMARKS], None)
    scenario = scenario_of(root, scenario_id)
    strangers = tuple(_strangers(root, personas))
    if strangers:
        return Checked(in_order(strangers), None)
    said = [remark for advise in _ADVICE for remark in advise(root, scenario, checks())]
    said += [remark for advise in _COMPARING for remark in advise(root, trimmed(scenario), checks())]
    said += advice_lines.beginnings(root, scenario, checks(), personas)
    return Checked(in_order(said)[:_MOST_REMARKS], scenario)


def check_file(path: Path, personas: Collection[str]) -> Checked:
    """Check a file.

    Raises:
        CoachError: It cannot be read.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError, ValueError) as error:
        raise CoachError(f"cannot read {path}: {error}") from error
    return check_text(text, path.stem, personas)


def _form(error: DataError) -> Remark:
    return Remark(error.line or 1, ERROR, "form", f"found {error.found}; expected {error.expected}"[:_LONGEST])


def _strangers(root: Node, personas: Collection[str]) -> Iterator[Remark]:
    """Names of personas that there are not; the loader does not know which there are."""
    expected = "one of " + ", ".join(personas)
    for line, name in _persona_names(root.value, line_of(root)):
        if name not in personas:
            yield Remark(line, ERROR, "form", f"found persona: {name!r}; expected {expected}")


def _persona_names(value: object, line: int) -> Iterator[tuple[int, str]]:
    if isinstance(value, Mapping):
        for key, held in value.items():
            if key == "persona" and isinstance(held, str):
                yield value.lines[key], held
            else:
                yield from _persona_names(held, value.lines[key])
    elif isinstance(value, list):
        for held in value:
            yield from _persona_names(held, line)
