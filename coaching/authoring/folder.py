"""The folder with scenarios of one's own: read, saved without overwriting what another has saved, deleted, restored."""

from __future__ import annotations

import fcntl
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from coaching.customer.library import SCENARIO_ID, SUFFIX
from coaching.errors import CoachError
from coaching.paths import training_data, user_scenarios

LIMIT_BYTES = 200 * 1024
_DELETED = ".deleted"
_LOCK = ".lock"


@dataclass(frozen=True)
class ScenarioFile:
    """A scenario file as it is on the disk.

    Attributes:
        id: Its name without the suffix.
        text: What it holds.
        version: Changes with the text.
        own: Whether it is one's own; the project's are only read.
    """

    id: str
    text: str
    version: str
    own: bool


class FolderUnavailable(CoachError):
    """A file cannot be read, or the folder not be written to; the message says why."""


class NoSuchFile(CoachError):
    """There is no such file; the message says so."""


class NameTaken(CoachError):
    """The name is another file's; the message says whose."""


class ReadOnly(CoachError):
    """The file is one of the project's."""


class ChangedMeanwhile(CoachError):
    """The file is no longer what was opened.

    Attributes:
        now: The file as it is; None where it was deleted.
    """

    def __init__(self, now: ScenarioFile | None) -> None:
        """Hold the file."""
        self.now = now
        what = "was deleted" if now is None else "has changed on the disk"
        super().__init__(f"The file {what} since it was opened; nothing was saved.")


class Folder:
    """One's own scenario files beside the project's."""

    def __init__(self, own: Path | None = None, project: Path | None = None) -> None:
        """Work in these folders; the usual places where they are None. Nothing is made before the first file is."""
        self._own, self._project = own or user_scenarios(), project or training_data() / "scenarios"

    def files(self) -> tuple[ScenarioFile, ...]:
        """All files with a proper name that can be read, one's own first, each group in alphabetical order."""
        ids = [(own, path.stem) for own in (True, False) for path in sorted(self._folder(own).glob(f"*{SUFFIX}"))]
        found: list[ScenarioFile] = []
        for own, scenario_id in ids:
            try:
                there = self._read(scenario_id, own) if SCENARIO_ID.fullmatch(scenario_id) else None
            except FolderUnavailable:
                continue
            if there is not None and (own or not any(one.id == there.id for one in found)):
                found.append(there)
        return tuple(found)

    def deleted(self) -> tuple[str, ...]:
        """The names under which a deleted file can be restored, in alphabetical order."""
        names = {path.name.split(".")[0] for path in (self._own / _DELETED).glob(f"*.*{SUFFIX}")}
        return tuple(sorted(name for name in names if self._find(name) is None))

    def read(self, scenario_id: str) -> ScenarioFile:
        """One file.

        Raises:
            NoSuchFile: There is none.
            FolderUnavailable: It cannot be read.
        """
        found = self._find(scenario_id)
        if found is None:
            raise NoSuchFile(f"There is no scenario file {scenario_id!r}.")
        return found

    def require_free(self, scenario_id: str) -> None:
        """Refuse a name under which no new file can be saved.

        Raises:
            NameTaken: There is one already, or the name is no good.
        """
        self._path(scenario_id)
        there = self._find(scenario_id)
        if there is not None:
            yours = f"There is a scenario {scenario_id!r} already; choose another name."
            raise NameTaken(yours if there.own else _of_project(scenario_id))

    def save(self, scenario_id: str, text: str, opened: str | None) -> ScenarioFile:
        """Write a file of one's own.

        Args:
            scenario_id: Its name.
            text: What it is to hold.
            opened: The version that was opened; None for a file that is not to be there yet.

        Raises:
            NameTaken: There is one already, or the name is no good.
            ReadOnly: It is one of the project's.
            ChangedMeanwhile: It is not what was opened.
            CoachError: The text is too large.
            FolderUnavailable: It cannot be written.
        """
        path = self._path(scenario_id)
        if len(text.encode("utf-8", "replace")) > LIMIT_BYTES:
            raise CoachError(f"the text is too large; expected at most {LIMIT_BYTES // 1024} KiB")
        with self._locked():
            if opened is None:
                self.require_free(scenario_id)
            else:
                there = self._find(scenario_id)
                if there is not None and not there.own:
                    raise ReadOnly(_of_project(scenario_id))
                if there is None or there.version != opened:
                    raise ChangedMeanwhile(there)
            _write(path, text)
            return self.read(scenario_id)

    def delete(self, scenario_id: str) -> None:
        """Move a file of one's own among the deleted ones.

        Raises:
            NoSuchFile: There is none.
            ReadOnly: It is one of the project's.
        """
        path = self._path(scenario_id)
        with self._locked():
            if not self.read(scenario_id).own:
                raise ReadOnly(_of_project(scenario_id))
            folder = self._own / _DELETED
            folder.mkdir(exist_ok=True)
            path.rename(folder / f"{scenario_id}.{len(self._deleted(scenario_id)) + 1:04}{SUFFIX}")

    def restore(self, scenario_id: str) -> ScenarioFile:
        """Bring back what was deleted last under this name.

        Raises:
            NoSuchFile: Nothing was.
            NameTaken: There is another file of that name by now.
        """
        path = self._path(scenario_id)
        with self._locked():
            deleted = self._deleted(scenario_id)
            if not deleted:
                raise NoSuchFile(f"No deleted scenario is called {scenario_id!r}.")
            if self._find(scenario_id) is not None:
                raise NameTaken(f"There is a scenario {scenario_id!r} again; rename or delete that one first.")
            deleted[-1].rename(path)
            return self.read(scenario_id)

    def _folder(self, own: bool) -> Path:
        return self._own if own else self._project

    def _path(self, scenario_id: str) -> Path:
        # A page has this address.
        if scenario_id == "new" or not SCENARIO_ID.fullmatch(scenario_id):
            raise NameTaken(f"{scenario_id[:80]!r} is no name for a file; expected a-z, 0-9 and _, at most 64 of them.")
        return self._own / f"{scenario_id}{SUFFIX}"

    def _find(self, scenario_id: str) -> ScenarioFile | None:
        if not SCENARIO_ID.fullmatch(scenario_id):
            return None
        return self._read(scenario_id, own=False) or self._read(scenario_id, own=True)

    def _read(self, scenario_id: str, own: bool) -> ScenarioFile | None:
        path = self._folder(own) / f"{scenario_id}{SUFFIX}"
        try:
            with path.open("rb") as file:
                raw = file.read(LIMIT_BYTES + 1)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise FolderUnavailable(f"cannot read {path.name}: {error.strerror}") from error
        if own and len(raw) > LIMIT_BYTES:
            raise FolderUnavailable(f"{path.name} is too large; expected at most {LIMIT_BYTES // 1024} KiB")
        return ScenarioFile(scenario_id, raw.decode("utf-8", "replace"), sha256(raw).hexdigest()[:16], own)

    def _deleted(self, scenario_id: str) -> list[Path]:
        return sorted((self._own / _DELETED).glob(f"{scenario_id}.*{SUFFIX}"))

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """Keep other processes out between looking and writing."""
        try:
            self._own.mkdir(parents=True, exist_ok=True)
            with (self._own / _LOCK).open("w") as lock:
                fcntl.flock(lock, fcntl.LOCK_EX)
                yield
        except OSError as error:
            raise FolderUnavailable(f"cannot write to the folder of your scenarios: {error.strerror}") from error


def _write(path: Path, text: str) -> None:
    """In one step, so that nobody reads half a file."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".new")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise


def _of_project(scenario_id: str) -> str:
    return f"{scenario_id!r} is one of the project's scenarios; copy it under another name to change it."
