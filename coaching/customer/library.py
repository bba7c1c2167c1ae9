"""The scenarios there are, the project's and one's own, read anew when a file has changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

from coaching.customer.scenario import Scenario
from coaching.customer.scenario_file import load_scenario, scenario_of
from coaching.errors import CoachError, DataError
from coaching.paths import training_data, user_scenarios
from coaching.yamlfile import parse, plain

SCENARIO_ID = re.compile(r"[a-z0-9_]{1,64}")
SUFFIX = ".yml"
Stamp = tuple[int, int, int]


@dataclass(frozen=True)
class _Read:
    """What a file held when it had this stamp."""

    stamp: Stamp
    scenario: Scenario | None
    error: CoachError | None


class Library(Mapping[str, Scenario]):
    """Scenarios by id, the project's first; safe to share between threads.

    Each look at it compares times and sizes of the files, so that two processes with a library each see a changed file
    at once. One's own file that cannot be read is left out, and one of the project's stays as it was last read.

    Attributes:
        project, own: The two folders; the second may not exist.
    """

    def __init__(self, project: Path | None = None, own: Path | None = None) -> None:
        """Read both folders; the usual places where they are None.

        Raises:
            CoachError: The project's folder holds no scenario, or one of its files is not as it should be.
        """
        self.project = project or training_data() / "scenarios"
        self.own = own or user_scenarios()
        self._lock = Lock()
        self._read: dict[Path, _Read] = {}
        self._scenarios: dict[str, Scenario] = {}
        self._errors: dict[str, CoachError] = {}
        self._look()
        broken = [one.error for path, one in self._read.items() if path.parent == self.project and one.error]
        if broken:
            raise broken[0]
        if not any(path.parent == self.project for path in self._read):
            raise CoachError(f"no scenario in {self.project}; expected files named <id>{SUFFIX}")

    @property
    def errors(self) -> dict[str, CoachError]:
        """By id: why a file was left out, or stays as it was before its last change."""
        self._look()
        return dict(self._errors)

    def is_own(self, scenario_id: str) -> bool:
        """Whether a scenario that is there is one's own."""
        return not (self.project / f"{scenario_id}{SUFFIX}").exists()

    def now(self) -> dict[str, Scenario]:
        """All scenarios at this moment; going through the library itself may find one gone half-way."""
        self._look()
        return dict(self._scenarios)

    def __getitem__(self, scenario_id: str) -> Scenario:
        """The scenario as its file has it now.

        Raises:
            KeyError: There is none, or its file has an error.
        """
        self._look()
        return self._scenarios[scenario_id]

    def __iter__(self) -> Iterator[str]:
        """The ids, the project's first, each group in alphabetical order."""
        return iter(self.now())

    def __len__(self) -> int:
        """How many can be played."""
        return len(self.now())

    def _look(self) -> None:
        with self._lock:
            stamps = {**_stamps(self.project), **_stamps(self.own)}
            if {path: one.stamp for path, one in self._read.items()} == stamps:
                return
            self._read = {path: self._fresh(path, stamp) for path, stamp in stamps.items()}
            self._scenarios = {path.stem: one.scenario for path, one in self._read.items() if one.scenario}
            self._errors = {path.stem: one.error for path, one in self._read.items() if one.error}

    def _fresh(self, path: Path, stamp: Stamp) -> _Read:
        before = self._read.get(path)
        if before is not None and before.stamp == stamp:
            return before
        own = path.parent == self.own
        try:
            return _Read(stamp, _own_scenario(path, self.project) if own else load_scenario(path), None)
        except CoachError as error:
            return _Read(stamp, None if own or before is None else before.scenario, error)


def missing(what: str, name: object, there: Mapping[Any, object]) -> CoachError:
    """The error that tells that there is no such thing, and what is wrong with a scenario's file where there is one."""
    error = there.errors.get(str(name)) if isinstance(there, Library) else None
    if error is not None:
        return CoachError(f"the {what} {name!r} has an error: {error}")
    return CoachError(f"no {what} {name!r}; there are: {', '.join(map(str, there))}")


def _own_scenario(path: Path, project: Path) -> Scenario:
    # By its name alone, for what is wrong with it is told to those who practise with it, too.
    shown = Path(path.name)
    if not SCENARIO_ID.fullmatch(path.stem):
        raise DataError(shown, None, f"the name {path.name!r}", f"a-z, 0-9 and _, at most 64 of them, and {SUFFIX}")
    if (project / path.name).exists():
        raise DataError(shown, None, "the name of one of the project's scenarios", "a name of its own")
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CoachError(f"cannot read {shown}: {error}") from error
    plain(text, shown)
    return scenario_of(parse(text, shown), path.stem)


def _stamps(folder: Path) -> dict[Path, Stamp]:
    found = {}
    for path in sorted(folder.glob(f"*{SUFFIX}")) if folder.is_dir() else ():
        try:
            told = path.stat()
        except OSError:
            # Deleted between the two.
            continue
        found[path] = (told.st_mtime_ns, told.st_size, told.st_ino)
    return found
