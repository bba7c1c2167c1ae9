"""Taking personal data out of a transcript, the speakers' names among it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from coaching.authoring.masks import MASK
from coaching.authoring.transcript import Transcript
from coaching.privacy import take_out_of_all
from coaching.privacy.namelists import english_words, name_lists


def without_personal_data(transcript: Transcript) -> tuple[Transcript, dict[str, int]]:
    """The transcript with masks in place of personal data, and how many pieces of each kind were taken out.

    Names of the speakers go wherever they stand, except those that mean something else as well.
    """
    texts = [message.text for message in transcript.messages]
    cleaned = list(take_out_of_all(texts))
    known = [name.capitalize() for name in transcript.names if _is_name(name)]
    if known:
        spoken = re.compile(rf"\b(?:{'|'.join(map(re.escape, known))})\b")
        cleaned = [re.sub(r"\[name\](?:[ -]\[name\])+", "[name]", spoken.sub("[name]", text)) for text in cleaned]
    before = Counter(kind for text in texts for kind in MASK.findall(text))
    taken = Counter(kind for text in cleaned for kind in MASK.findall(text)) - before
    messages = tuple(replace(message, text=text) for message, text in zip(transcript.messages, cleaned, strict=True))
    return replace(transcript, messages=messages, names=()), dict(sorted(taken.items()))


def _is_name(word: str) -> bool:
    lists = name_lists()
    return word in lists.given or word in lists.wordlike or word not in english_words()
