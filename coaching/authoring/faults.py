"""All that keeps a file from being a scenario, not just the first of it.

The loader stops at its first error. So each part of the file is tried alone, set into a scenario that is known to be
good; what then fails is that part's own error, and the loader stays the only one who knows what is expected.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from coaching.authoring.starter import starter
from coaching.customer.scenario_file import scenario_of
from coaching.errors import DataError
from coaching.yamlfile import Mapping, Node, Sequence

_TRIALS = 600
"""So many parts are tried; of a file with more faults, the rest is told once these are mended."""
_NAMED = (("facts",), ("remedies",))
"""Where the keys are names that the author gives."""
Put = Callable[[object], object]


def faults(root: Node) -> list[DataError]:
    """Every error that the loader would find in the end, in no order; empty for a good scenario.

    Args:
        root: What ``coaching.yamlfile.parse`` gave.
    """
    return _Trial(root).explore((), root.value, _with_remedies(starter().value, root.value), lambda value: value)


def _with_remedies(good: Mapping, given: object) -> Mapping:
    """The good scenario with a remedy under every name that the file gives one, for its wants speak of them."""
    named = given.get("remedies") if isinstance(given, Mapping) else None
    if not isinstance(named, Mapping):
        return good
    whole, remedies = _copy(good), _copy(good["remedies"])
    like = next(iter(remedies.values()))
    for name in named:
        remedies.setdefault(name, like)
        remedies.lines.setdefault(name, named.lines[name])
    whole["remedies"] = remedies
    return whole


@dataclass
class _Trial:
    root: Node
    left: int = _TRIALS

    def explore(self, path: tuple[str, ...], given: object, good: object, put: Put) -> list[DataError]:
        """The faults of one part.

        Args:
            path: The keys that lead to it.
            given: The part.
            good: The same part of a good scenario.
            put: Sets a part into the good scenario in this one's place.
        """
        error = self._fault(put(given))
        if error is None:
            return []
        within: list[DataError] = []
        if isinstance(given, Mapping) and isinstance(good, Mapping):
            within = self._of_mapping(path, given, good, put)
        elif isinstance(given, Sequence) and isinstance(good, Sequence):
            within = self._of_list(path, given, good, put)
        return within or [error]

    def _of_mapping(self, path: tuple[str, ...], given: Mapping, good: Mapping, put: Put) -> list[DataError]:
        named = path in _NAMED
        found = []
        for key, value in given.items():
            like = next(iter(good.values())) if named else good.get(key)
            found += self.explore(
                (*path, str(key)), value, like, _with_key(put, Mapping() if named else good, given, key)
            )
        if not named:
            for key in good:
                error = None if key in given else self._fault(put(_without(good, key)))
                found += [] if error is None else [error]
        return found

    def _of_list(self, path: tuple[str, ...], given: Sequence, good: Sequence, put: Put) -> list[DataError]:
        found = []
        for number, value in enumerate(given):
            for error in self.explore((*path, "[]"), value, good[0], _with_item(put, given.lines[number])):
                # Tried alone, it was taken for the first one.
                told = error.found.replace(f"{path[-1]}[0]", f"{path[-1]}[{number}]", 1)
                found.append(DataError(error.file, error.line, told, error.expected))
        return found

    def _fault(self, value: object) -> DataError | None:
        if self.left <= 0:
            return None
        self.left -= 1
        try:
            scenario_of(Node(value, self.root.file, self.root.line, self.root.name), self.root.file.stem)
        except DataError as error:
            return error
        return None


def _with_key(put: Put, base: Mapping, given: Mapping, key: object) -> Put:
    def put_key(value: object) -> object:
        mapping = _copy(base)
        mapping[key] = value
        mapping.lines[key] = given.lines[key]
        return put(mapping)

    return put_key


def _with_item(put: Put, line: int) -> Put:
    def put_item(value: object) -> object:
        items = Sequence()
        items.append(value)
        items.lines.append(line)
        return put(items)

    return put_item


def _without(base: Mapping, key: object) -> Mapping:
    mapping = _copy(base)
    del mapping[key]
    return mapping


def _copy(base: Mapping) -> Mapping:
    mapping = Mapping()
    mapping.update(base)
    mapping.lines = dict(base.lines)
    return mapping
