"""Text that reaches the tagger as the agent typed it.

Rasa runs any message that begins with a slash and the name of an intent as that intent, after every component of the
pipeline, and it strips white space, which would shift every offset; no setting turns either off. What an agent types to
a customer is never a command. So the practice channel puts an invisible character before such text and the tagger
takes it away again.
"""

from __future__ import annotations

_WORD_JOINER = "\u2060"
"""Unicode's "word joiner": no width, and no white space, so that Rasa's ``strip`` leaves it where it is."""


def guarded(text: str) -> str:
    """The text, marked where Rasa would take it for a command or strip its beginning."""
    return _WORD_JOINER + text if text[:1].isspace() or text.startswith("/") else text


def unguarded(text: str) -> str:
    """The text as it was before ``guarded``."""
    return text.removeprefix(_WORD_JOINER)
