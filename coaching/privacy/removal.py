"""Taking personal data out of a text: what is found is replaced by its kind in brackets, ``[name]``, ``[email]``."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import regex
from presidio_analyzer import AnalyzerEngine, RecognizerRegistry, RecognizerResult
from presidio_analyzer.nlp_engine import NerModelConfiguration, SpacyNlpEngine

from coaching.language import english
from coaching.privacy.names import NameRecogniser
from coaching.privacy.patterns import read_shapes

_LANGUAGE = "en"
_WORD = regex.compile(r"\w+")
_PRESIDIO_PHONE = "PHONE_NUMBER"
_LEAST = 0.35
"""Under Presidio's 0.4 for a telephone number, the least sure kind that is wanted."""


@dataclass(frozen=True)
class PersonalData:
    """A piece of personal data in a text.

    Attributes:
        kind: ``name``, or one of ``coaching.privacy.patterns.SHAPED``.
        start: Offset of its first character.
        end: Offset behind its last character.
    """

    kind: str
    start: int
    end: int


@dataclass(frozen=True)
class Cleaned:
    """A text without its personal data.

    Attributes:
        text: The text, with a mask in each place.
        found: What was taken out, in the order and with the offsets of the text as it was.
    """

    text: str
    found: tuple[PersonalData, ...]


def take_out(text: str, known: str = "") -> Cleaned:
    """Replace each piece of personal data by its kind in brackets.

    Cities, companies, dates, prices and order numbers stay. Not everything is found: an unlisted name in small letters,
    or one that is a word or a city, stays where no word announces it. Deterministic; nothing is logged or fetched.

    Args:
        text: A message, at most 1,000,000 characters; 5,000 take up to a second where somebody made them for that.
        known: What is no secret here, such as an invented case: a piece whose every word stands in it stays.

    Raises:
        MissingResourceError: The language pipeline is not installed.
        DataError: ``names.yml`` or ``patterns.yml`` is not as it should be; names the line.
    """
    words = _words(known)
    found = tuple(one for one in find(text) if not words or not words.issuperset(_words(text[one.start : one.end])))
    out, last = [], 0
    for one in found:
        out += [text[last : one.start], f"[{one.kind}]"]
        last = one.end
    return Cleaned("".join([*out, text[last:]]), found)


def find(text: str) -> tuple[PersonalData, ...]:
    """The personal data in a text, in order, none within another. See ``take_out`` for limits and errors."""
    engine, not_phones = _engine()
    results = engine.analyze(text, _LANGUAGE)
    return tuple(_joined(text, [one for one in results if not _is_reference(text, one, not_phones)]))


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))


def _is_reference(text: str, result: RecognizerResult, not_phones: regex.Pattern[str]) -> bool:
    return _kind(result) in ("phone", "plate") and not_phones.search(text[: result.start]) is not None


def _joined(text: str, results: Iterable[RecognizerResult]) -> list[PersonalData]:
    """One piece where several overlap, so that nothing of any stays, or where two of a kind follow each other."""
    pieces: list[RecognizerResult] = []
    for result in sorted(results, key=lambda one: (one.start, -one.end)):
        last = pieces[-1] if pieces else None
        if last and (result.start < last.end or _continues(text, last, result)):
            surest = max(last, result, key=lambda one: (one.score, one.end - one.start))
            end = max(last.end, result.end)
            pieces[-1] = RecognizerResult(surest.entity_type, last.start, end, surest.score)
        else:
            pieces.append(result)
    return [PersonalData(_kind(piece), piece.start, piece.end) for piece in pieces]


def _continues(text: str, last: RecognizerResult, result: RecognizerResult) -> bool:
    """Whether two finds are parts of one: a street and its postcode, the words of a name."""
    between = text[last.end : result.start].replace(",", "", 1 if _kind(last) == "address" else 0)
    return _kind(result) == _kind(last) and between.isspace()


def _kind(result: RecognizerResult) -> str:
    return "phone" if result.entity_type == _PRESIDIO_PHONE else str(result.entity_type)


class _LoadedPipeline(SpacyNlpEngine):
    """The pipeline that everything else uses; Presidio would load one of its own, and fetch it where it is missing."""

    def __init__(self) -> None:
        # No entity is asked for this way: NameRecogniser reads the pipeline's own document.
        ignored = set(english().get_pipe("ner").labels)
        super().__init__(
            ner_model_configuration=NerModelConfiguration(
                labels_to_ignore=ignored, model_to_presidio_entity_mapping={}, low_score_entity_names=()
            )
        )

    def load(self) -> None:
        """Take what is loaded."""
        self.nlp = {_LANGUAGE: english()}  # type: ignore[assignment]  # Presidio's own class sets it so too.


@lru_cache(maxsize=1)
def _engine() -> tuple[AnalyzerEngine, regex.Pattern[str]]:
    # It logs the words around a find, and the find itself where a check of it fails.
    logging.getLogger("presidio-analyzer").disabled = True
    shapes = read_shapes()
    registry = RecognizerRegistry([*shapes.recognisers, NameRecogniser()])
    return AnalyzerEngine(registry, _LoadedPipeline(), default_score_threshold=_LEAST), shapes.not_phones
