"""A customer's words in the agent's mouth: "I" becomes "you", "you" becomes "we" or "us"."""

from __future__ import annotations

import re

from spacy.tokens import Span, Token

from coaching.privacy.namelists import english_words, name_lists
from coaching.understanding.wording import wording

SUBJECTS = {"nsubj", "nsubjpass", "expl"}
_OBJECTS = {"dobj", "pobj", "dative", "obj", "iobj"}
_WORD = re.compile(r"[\w'’]+")
_UNSAYABLE = re.compile(r"[\"“”‘?@\[\]{}()<>|\u2190-\u2bff\U0001f000-\U0001faff]|https?:|^'|(?<=\s)'")
_TOGETHER = {"speak", "talk", "chat", "agree", "discuss", "arrange"}
"""What customer and company do together: "we spoke last Tuesday" stays as it is."""


def sayable(span: Span) -> bool:
    """Whether words may be said back at all: no question, quotation, link or insult."""
    return not _UNSAYABLE.search(span.text) and not any(token.lower_ in wording().rude for token in span)


def said_back(span: Span) -> str:
    """A clause of the customer in the agent's mouth: "I" becomes "you", "you" becomes "we" or "us"."""
    words: list[str] = []
    for token in span:
        said = _turned(token)
        kin = token.lower_ in wording().people
        everyday = (token.ent_type_ == "" and token.pos_ != "PROPN") or (token.pos_ == "PROPN" and _everyday(token))
        if token.i == span.start and (kin or everyday):
            said = lower_first(said)
            if kin:
                said = f"your {token.lower_}"
            elif not _named(token):
                said = f"the {said}"
        words.append(said + token.whitespace_)
    return re.sub(r"\s+", " ", "".join(words)).strip(" ,")


def lower_first(text: str) -> str:
    """The text with a small first letter, unless its first word is "I" or written in capitals."""
    first = _WORD.match(text)
    if first is None or first[0].split("'")[0] == "I" or (len(first[0]) > 1 and first[0].isupper()):
        return text
    return text[0].lower() + text[1:]


def _everyday(token: Token) -> bool:
    """Whether a word with a capital at the start of a clause is no name."""
    return token.lower_ in english_words() and token.lower_ not in name_lists().given | name_lists().wordlike


def _turned(token: Token) -> str:
    words = wording()
    low = token.lower_
    if low == "you":
        # "asked you to stop" parses as if "you" were a subject.
        asked = token.dep_ in SUBJECTS and token.head.tag_ == "VB" and token.i > 0 and token.nbor(-1).pos_ == "VERB"
        return "us" if token.dep_ in _OBJECTS or asked else "we"
    if low == "was" and any(child.lower_ == "i" and child.dep_ in SUBJECTS for child in _verb(token).children):
        return "were"
    if low == "we" and token.head.lemma_ in _TOGETHER:
        return "we"
    if low in words.you_for_i and (low != "am" or token.pos_ == "AUX"):
        return words.you_for_i[low]
    if token.text.islower() and low in name_lists().places and low not in english_words():
        return str(token.text.title())
    shouted = token.is_alpha and len(token) > 1 and token.text.isupper()
    common = token.is_stop or token.pos_ in {"VERB", "ADV", "ADJ", "AUX"} or (token.pos_ == "NOUN" and len(token) > 2)
    return str(low if shouted and common else token.text)


def _named(token: Token) -> bool:
    """Whether a clause that starts here needs no article: "my parcel", "two rooms", "Anna", but not "laptop"."""
    head = next((up for up in (token, *token.ancestors) if up.dep_ in SUBJECTS), token)
    if head.pos_ == "PROPN" and head.text[0].isupper() and head.i == 0 and _everyday(head):
        return False
    numbered = token.i + 1 < len(token.doc) and token.nbor(1).like_num
    name = (head.pos_ == "PROPN" and not head.text.islower()) or numbered
    return name or head.pos_ not in {"NOUN", "PROPN"} or token.pos_ not in {"NOUN", "ADJ", "PROPN"}


def _verb(token: Token) -> Token:
    return token.head if token.dep_ in {"aux", "auxpass"} else token
