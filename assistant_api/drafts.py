"""Draft checks, rewrites and reasons, with the recogniser that all need: loaded once, when the first text comes."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from assistant_api.store.records import Json
from coaching.channels import CHAT
from coaching.errors import MissingResourceError
from coaching.paths import recogniser_model

if TYPE_CHECKING:
    from coaching.recognition import Recogniser
    from coaching.rewriting import Rewriter
    from coaching.suggestions import DraftChecker
    from coaching.suggestions.reading import Reader


class Loaded(NamedTuple):
    """The recogniser and what works with it.

    Attributes:
        recogniser: Loaded.
        checker: Checks drafts with it.
        rewriter: Rewrites drafts with it.
        content: Hash of the model file that it was read from.
    """

    recogniser: Recogniser
    checker: DraftChecker
    rewriter: Rewriter
    content: str


class Drafts:
    """Checks and rewrites drafts and tells which words weighed; safe to use from several threads.

    Stores no text; what was read last stays in memory, so that it is not read twice, until the process ends.
    """

    def __init__(self, model: Path | None = None) -> None:
        """Name the recogniser's model file; nothing is loaded yet.

        Args:
            model: The file; the project's own where it is None.
        """
        self._model = model
        self._lock = Lock()
        self._loaded: Loaded | None = None

    def check(self, draft: str, customer: str = "", channel: str = CHAT, most: int | None = None) -> Json:
        """The report on a draft as JSON (``DraftReport.to_json``).

        Args:
            draft: The reply as it stands.
            customer: The customer's message that it answers, if known.
            channel: One of ``coaching.channels.CHANNELS``.
            most: How many pieces of advice, the weightiest first; all where it is None.

        Raises:
            MissingResourceError: There is no trained recogniser; names the command that makes it.
        """
        return self._ready().checker.check(draft, customer, channel, most).to_json()

    def rewrite(self, draft: str, customer: str = "", channel: str = CHAT) -> Json:
        """Whole rewrites of a draft, each with the score that it would get and the mistakes that it leaves.

        Args:
            draft: The reply as it stands; one that is surely not English gets no rewrite.
            customer: The customer's message that it answers, if known.
            channel: One of ``coaching.channels.CHANNELS``.

        Raises:
            MissingResourceError: There is no trained recogniser; names the command that makes it.
        """
        ready = self._ready()
        report = ready.checker.check(draft, customer, channel).to_json()
        rewrites = []
        for one in ready.rewriter.rewrite(draft, customer, channel):
            checked = ready.checker.check(one.text, customer, channel)
            left = [{"label": found.label, "text": found.text} for found in checked.findings if found.label]
            rewrites.append({**one.to_json(), "score": checked.to_json()["score"], "mistakes": left})
        return {"rewrites": rewrites, **{name: report[name] for name in ("language", "score", "rubric", "recogniser")}}

    def explain(self, text: str, label: str, customer: str = "") -> Json:
        """Which words of a sentence spoke most for a label, as the API answers it.

        Args:
            text: Taken as one sentence, whatever it holds.
            label: One of the codebook's, whether or not the sentence carries it.
            customer: The customer's message that it answers, if known.

        Raises:
            MissingResourceError: There is no trained recogniser; names the command that makes it.
            ValueError: The codebook has no such label.
        """
        from coaching.recognition import Row
        from coaching.recognition.weighing import weigh_words

        recogniser, row = self._ready().recogniser, Row(text, customer)
        (sentence,) = recogniser.label([row])
        words = [
            {"text": text[one.start : one.end], "start": one.start, "end": one.end, "weight": round(one.weight, 3)}
            for one in weigh_words(recogniser, row, label)
        ]
        confidence = sentence.to_json()["confidence"][label]
        return {"label": label, "confidence": confidence, "words": words, "recogniser": recogniser.version}

    def checker(self) -> DraftChecker:
        """What checks drafts, for those who look back at messages that were sent.

        Raises:
            MissingResourceError: There is no trained recogniser; names the command that makes it.
        """
        return self._ready().checker

    def reader(self) -> Reader:
        """What reads an agent's sentences.

        Raises:
            MissingResourceError: There is no trained recogniser; names the command that makes it.
        """
        from coaching.suggestions.reading import Reader

        return Reader(self._ready().recogniser)

    def recogniser(self) -> str:
        """The recogniser's version and whether it is loaded, for the health report; does not load it.

        Raises:
            MissingResourceError: There is no trained recogniser, or the first draft will not be able to load it.
        """
        model = self._model or recogniser_model()
        on_disk = _content(model)
        if self._loaded is None:
            # Here, not above: slow to import, and only an early question needs it.
            from coaching.recognition.weights import weights_version

            if _taught_beside(model, on_disk) != weights_version():
                raise MissingResourceError("The recogniser was trained beside other weights; run `make train`.")
            return "trained, loaded with the first draft"
        version = f"version {self._loaded.recogniser.version}"
        return version if self._loaded.content == on_disk else f"{version}; a newer one is taken up by a restart"

    def _ready(self) -> Loaded:
        with self._lock:
            if self._loaded is None:
                # Here, not above: their libraries are slow to import, and only a text needs them.
                from coaching.recognition import Recogniser
                from coaching.rewriting import Rewriter
                from coaching.suggestions import DraftChecker

                content = _content(self._model or recogniser_model())
                recogniser = Recogniser.load(self._model)
                checker = DraftChecker(recogniser)
                # What libraries load at their first use, they load here: not every one of them can do it twice at once.
                checker.check("I am sorry that your parcel is late.", "Where is my parcel? Anouk Trevithick")
                rewriter = Rewriter(recogniser)
                rewriter.rewrite("Opened items cannot be refunded. You lost the key.", "Where is my parcel?")
                self._loaded = Loaded(recogniser, checker, rewriter, content)
            return self._loaded


@lru_cache(maxsize=1)
def _taught_beside(model: Path, _content: str) -> str:
    """The version of the weights that a model file names; read anew only when the file has changed."""
    from coaching.recognition.model import load_model

    return load_model(model).weights


def _content(model: Path) -> str:
    try:
        status = model.stat()
        return _hash(model, status.st_mtime_ns, status.st_size)
    except OSError as error:
        raise MissingResourceError("The recogniser is not trained yet; run `make train`.") from error


@lru_cache(maxsize=1)
def _hash(model: Path, _changed: int, _size: int) -> str:
    """The hash of a file's content; read anew only when the file has changed."""
    return hashlib.sha256(model.read_bytes()).hexdigest()
