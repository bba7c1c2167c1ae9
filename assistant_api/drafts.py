"""Draft checks, with the recogniser that they need: loaded once, when the first draft comes."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from assistant_api.store.records import Json
from coaching.errors import MissingResourceError
from coaching.paths import recogniser_model

if TYPE_CHECKING:
    from coaching.suggestions import DraftChecker

_VERSION_LENGTH = 12


class Drafts:
    """Checks drafts and keeps none of them; safe to use from several threads."""

    def __init__(self, model: Path | None = None) -> None:
        """Name the recogniser's model file; nothing is loaded yet.

        Args:
            model: The file; the project's own where it is None.
        """
        self._model = model
        self._lock = Lock()
        self._checker: DraftChecker | None = None
        self._loaded: str | None = None

    def check(self, draft: str, customer: str = "") -> Json:
        """The report on a draft as JSON (``DraftReport.to_json``).

        Args:
            draft: The reply as it stands.
            customer: The customer's message that it answers, if known.

        Raises:
            MissingResourceError: There is no trained recogniser; names the command that makes it.
        """
        return self._ready().check(draft, customer).to_json()

    def recogniser(self) -> str:
        """The recogniser's version and whether it is loaded, for the health report; loads nothing.

        Raises:
            MissingResourceError: There is no trained recogniser.
        """
        on_disk = _version(self._model or recogniser_model())
        if self._loaded is None:
            return f"version {on_disk}, loaded with the first draft"
        if self._loaded != on_disk:
            return f"version {self._loaded}; version {on_disk} was trained since and is taken up by a restart"
        return f"version {self._loaded}"

    def _ready(self) -> DraftChecker:
        with self._lock:
            if self._checker is None:
                # Here, not above: their libraries are slow to import, and only a draft needs them.
                from coaching.recognition import Recogniser
                from coaching.suggestions import DraftChecker

                recogniser = Recogniser.load(self._model)
                checker = DraftChecker(recogniser)
                # What libraries load at their first use, they load here: not every one of them can do it twice at once.
                checker.check("I am sorry that your parcel is late.", "Where is my parcel?")
                self._checker, self._loaded = checker, recogniser.version
            return self._checker


def _version(model: Path) -> str:
    try:
        status = model.stat()
        return _hash(model, status.st_mtime_ns, status.st_size)
    except OSError as error:
        raise MissingResourceError("The recogniser is not trained yet; run `make train`.") from error


@lru_cache(maxsize=1)
def _hash(model: Path, _changed: int, _size: int) -> str:
    """The recogniser's version as it defines it itself; read anew only when the file has changed."""
    return hashlib.sha256(model.read_bytes()).hexdigest()[:_VERSION_LENGTH]
