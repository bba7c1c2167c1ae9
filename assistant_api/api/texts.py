"""What the API takes for text."""

from __future__ import annotations

import unicodedata


def require_words(text: str) -> str:
    """The text, if there is anything in it to read.

    Raises:
        ValueError: There is not; says what was expected.
    """
    if all(unicodedata.category(character)[0] in "CZ" for character in require_text(text)):
        raise ValueError("something to read, not only spaces and control characters")
    return text


def require_text(text: str) -> str:
    """The text, if it is text.

    Raises:
        ValueError: It holds a NUL or half of a character; says where.
    """
    if "\0" in text:
        raise ValueError(f"text without NUL characters; there is one at position {text.index(chr(0))}")
    for position, character in enumerate(text):
        if "\ud800" <= character <= "\udfff":
            raise ValueError(f"whole Unicode characters; there is half a surrogate pair at position {position}")
    return text
