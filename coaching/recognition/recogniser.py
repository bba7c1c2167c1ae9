"""The recogniser: an agent's words to moves, with a probability for each."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from coaching import paths
from coaching.moves import LABELS
from coaching.recognition.encoder import Encoder
from coaching.recognition.features import Row, dense_features, normalise
from coaching.recognition.model import Matrix, Model, load_model
from coaching.recognition.sentence import RecognisedSentence
from coaching.recognition.sentences import split_sentences


class Recogniser:
    """A loaded model with its encoder. Nothing in it changes after loading, so threads may share it.

    Attributes:
        version: First 12 hexadecimal digits of the model file's sha256; scores carry it.
    """

    def __init__(self, model: Model, encoder: Encoder, version: str) -> None:
        """Put a model and an encoder together; ``load`` is the usual way."""
        self._model, self._encoder, self.version = model, encoder, version

    @classmethod
    def load(cls, path: Path | None = None, threads: int = 1) -> Recogniser:
        """Load the trained model and the encoder (once a process).

        Args:
            path: The model file; None is ``coaching.paths.recogniser_model()``.
            threads: Cores that the encoder may use for one sentence.

        Raises:
            MissingResourceError: The model or the encoder's weights are not there; the message names the command.
        """
        model, version = load_model(path or paths.recogniser_model())
        return cls(model, Encoder(threads), version)

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
            RecognisedSentence(sentence.text, span.start, span.end, sentence.labels, sentence.confidence)
            for span, sentence in zip(spans, found, strict=True)
        ]

    def label(self, rows: Sequence[Row]) -> list[RecognisedSentence]:
        """Label each row's text as one sentence, whatever it holds; an empty text gets no label."""
        if not rows:
            return []
        dense = dense_features(rows, self._encoder)
        ngrams = self._model.ngrams.transform([normalise(row.text) for row in rows])
        probabilities = self._model.probabilities(ngrams, dense)
        return [self._recognised(row.text, values) for row, values in zip(rows, probabilities, strict=True)]

    def _recognised(self, text: str, probabilities: Matrix) -> RecognisedSentence:
        given = (probabilities >= self._model.thresholds) & bool(text.strip())
        labels = tuple(label for label, yes in zip(LABELS, given, strict=True) if yes)
        confidence = {label: float(value) for label, value in zip(LABELS, probabilities, strict=True)}
        return RecognisedSentence(text, 0, len(text), labels, confidence)
