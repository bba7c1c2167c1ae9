"""Keywords in a row, which are written for a score and not to a person."""

from __future__ import annotations

from spacy.tokens import Token

from coaching.case import parse

_CONTENT = {"NOUN", "PROPN", "VERB", "ADJ", "ADV", "INTJ"}


def in_a_row(sentence: str, enough: int) -> bool:
    """Whether so many words of content follow one another with no small word between them, commas or none.

    Names, days and figures ("Kestrel 14, Fennel House, Tuesday") are no keywords, and no small words either.
    """
    run = 0
    for token in parse(sentence):
        if token.is_punct or token.is_space or token.ent_type_:
            continue
        run = run + 1 if _is_content(token) else 0
        if run >= enough:
            return True
    return False


def _is_content(token: Token) -> bool:
    return token.pos_ in _CONTENT and not token.is_stop and token.is_alpha
