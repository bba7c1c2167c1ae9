"""Which packs and rules are switched off, in ``switches.yml`` beside a user's own packs."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from coaching.errors import CoachError, DataError
from coaching.yamlfile import read

SWITCHES = "switches.yml"
_HEAD = "# Packs and rules that are switched off, as `coach rules off` writes them.\n"


def read_off(folder: Path, known: Collection[str]) -> tuple[str, ...]:
    """The ids that are switched off, in order; none where there is no such file.

    Args:
        folder: The folder with the user's packs.
        known: The ids of all packs and rules.

    Raises:
        CoachError: The file cannot be read.
        DataError: It is not as it should be, or names a pack or rule that there is not; names the line.
    """
    file = folder / SWITCHES
    if not file.exists():
        return ()
    root = read(file)
    root.only("off")
    off = list(root.at("off").each())
    for node in off:
        if node.text() not in known:
            raise DataError(file, node.line, f"{node.text()!r}", "a pack or pack.rule; `coach rules list` names them")
    return tuple(sorted({node.text() for node in off}))


def write_off(folder: Path, off: Collection[str]) -> None:
    """Write the file anew.

    Raises:
        CoachError: It cannot be written.
    """
    listed = "".join(f"  - {id}\n" for id in sorted(off))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / SWITCHES).write_text(f"{_HEAD}off:{' []' if not off else ''}\n{listed}", encoding="utf-8")
    except OSError as error:
        raise CoachError(f"cannot write {folder / SWITCHES}: {error.strerror}") from error
