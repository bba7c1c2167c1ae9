"""The recogniser: an agent's words to moves, with a probability for each."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from coaching import paths
from coaching.errors import MissingResourceError
from coaching.moves import LABELS
from coaching.recognition.features import Row, normalise, surface_signs
from coaching.recognition.head import Head
from coaching.recognition.model import Matrix, Model, load_model
from coaching.recognition.sentence import RecognisedSentence
from coaching.recognition.sentences import split_sentences
from coaching.recognition.settings import settings
from coaching.recognition.weights import weights_version


class Recogniser:
    """A loaded model with its network, which remembers the latest texts' vectors under a lock: threads may share it.

    Attributes:
        version: First 12 hexadecimal digits of the hash of all that it was taught with; scores carry it.
    """

    def __init__(self, model: Model, head: Head) -> None:
        """Put a model and a network together; ``load`` is the usual way."""
        self._model, self._head, self.version = model, head, model.fingerprint[:12]

    @classmethod
    def load(cls, path: Path | None = None, threads: int = 1) -> Recogniser:
        """Load the trained model and the network (once a process).

        Args:
            path: The model file; None is ``coaching.paths.recogniser_model()``.
            threads: Cores that the network may use for one sentence.

        Raises:
            MissingResourceError: The model or the weights are not there, or do not belong together; the message names
                the command.
        """
        file = path or paths.recogniser_model()
        model = load_model(file)
        if model.weights != weights_version():
            raise MissingResourceError(f"{file} was taught beside other weights; run `make train`")
        return cls(model, Head(threads))

    def recognise(self, text: str, customer: str = "") -> list[RecognisedSentence]:
        """Cut a message into sentences and label each.

        Args:
            text: The agent's message or draft; any characters.
            customer: The customer's last message, where there is one.

        Returns:
            The sentences with offsets in ``text``; none for white space.
        """
        spans = split_sentences(text)
        found = self.label([Row(text[span.start : span.end], customer) for span in spans])
        return [
            RecognisedSentence(
                sentence.text, span.start, span.end, sentence.labels, sentence.confidence, sentence.unsure
            )
            for span, sentence in zip(spans, found, strict=True)
        ]

    def label(self, rows: Sequence[Row]) -> list[RecognisedSentence]:
        """Label each row's text as one sentence, whatever it holds; an empty text gets no label."""
        if not rows:
            return []
        probabilities = self.probabilities(rows)
        return [self._recognised(row.text, values) for row, values in zip(rows, probabilities, strict=True)]

    def probabilities(self, rows: Sequence[Row]) -> Matrix:
        """Calibrated probabilities, shape (len(rows), labels), in the codebook's order."""
        logits = self._head.logits([row.text for row in rows], [row.customer for row in rows])
        ngrams = self._model.ngrams.transform([normalise(row.text) for row in rows])
        return self._model.probabilities(self._model.scores(ngrams, surface_signs(rows)), logits)

    def _recognised(self, text: str, probabilities: Matrix) -> RecognisedSentence:
        said = bool(text.strip())
        given = (probabilities >= self._model.thresholds) & said
        doubtful = (probabilities >= settings().doubtful * self._model.thresholds) & ~given & said
        labels = tuple(label for label, yes in zip(LABELS, given, strict=True) if yes)
        unsure = tuple(label for label, yes in zip(LABELS, doubtful, strict=True) if yes)
        confidence = {label: float(value) for label, value in zip(LABELS, probabilities, strict=True)}
        return RecognisedSentence(text, 0, len(text), labels, confidence, unsure)
