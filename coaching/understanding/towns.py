"""Towns and countries that a customer names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coaching.privacy.namelists import english_words, name_lists
from coaching.understanding.mended import Mended
from coaching.understanding.message import Detail
from coaching.understanding.parsed import parsed

_TOWNS = {"GPE", "LOC"}
_WHERE = re.compile(
    r"\b(?:in|at|from|to|near|outside|around|since|left|via|through|leaving|reach|reached)\s*$", re.IGNORECASE
)


def towns(mended: Mended) -> Iterator[Detail]:
    """Listed places, and what the pipeline takes for one where it is no everyday word."""
    doc = parsed(mended.text)
    for token in doc:
        low = token.lower_
        led = _WHERE.search(mended.text, max(0, token.idx - 12), token.idx) is not None
        listed = low in name_lists().places and (led if low in english_words() or token.text.islower() else True)
        if listed and (token.text[0].isupper() or led):
            yield Detail("place", *mended.cut(token.idx, token.idx + len(token)), "towns.listed")
    for entity in doc.ents:
        words = entity.text.lower().split()
        plain = all(word in english_words() or not word.isalpha() for word in words)
        if entity.label_ in _TOWNS and entity.text[0].isupper() and not plain and entity.text.isprintable():
            led = _WHERE.search(mended.text, max(0, entity.start_char - 12), entity.start_char) is not None
            if led:
                yield Detail("place", *mended.cut(entity.start_char, entity.end_char), "towns.entity")
