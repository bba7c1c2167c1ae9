"""What the grammar of a sentence shows of its tone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from coaching.tone.measures import pain_words

CONTRACTION, PASSIVE, DEED, FIGURE, NAMED, EXCLAMATION, SHOUTING, EMOTICON, THEIR_NAME = SIGNS = (
    "contraction",
    "passive",
    "deed",
    "figure",
    "named",
    "exclamation",
    "shouting",
    "emoticon",
    "their_name",
)
_SHORT_FORMS = {"n't", "'ll", "'ve", "'re", "'m", "'d"}
_WE = {"i", "we"}
_NO_DEEDS = frozenset(
    "be understand know hope think feel hear see regret apologise apologize want wish fear can".split()
)
"""Verbs by which somebody who says "I" or "we" does nothing about the matter."""
_FIGURES = {"DATE", "TIME", "MONEY", "CARDINAL", "QUANTITY", "PERCENT"}
_NAMES = {"ORG", "GPE", "FAC", "PRODUCT", "LOC", "EVENT", "PERSON"}
_FACES = frozenset(":) :-) :( :-( ;) ;-) :D :-D <3".split())
_SHOUTED = 4
"""Shorter words in capitals are abbreviations more often than not."""


@dataclass(frozen=True)
class Sign:
    """A sign and its place in the sentence, in characters; ``kind`` is one of ``SIGNS``."""

    kind: str
    start: int
    end: int


def signs_in(doc: Doc, name: str) -> tuple[Sign, ...]:
    """The signs of one parsed sentence, in its order.

    Args:
        doc: The sentence, from ``coaching.case.parse``.
        name: The customer's name, or "".
    """
    found = [*_signs(doc), *_entities(doc), *_names(doc, name)]
    return tuple(sorted(found, key=lambda sign: (sign.start, sign.end, sign.kind)))


def _signs(doc: Doc) -> Iterator[Sign]:
    for token in doc:
        end = token.idx + len(token)
        if token.lower_.replace("’", "'") in _SHORT_FORMS or (token.lower_ in {"'s", "’s"} and token.pos_ != "PART"):
            yield Sign(CONTRACTION, token.idx, end)
        elif token.dep_ == "auxpass" and not any(child.dep_ == "agent" for child in token.head.children):
            yield Sign(PASSIVE, token.idx, max(end, token.head.idx + len(token.head)))
        elif token.lower_ in _WE and token.dep_ == "nsubj" and _does(token.head):
            yield Sign(DEED, token.idx, max(end, token.head.idx + len(token.head)))
        elif token.text in {"!", "!!", "!!!"}:
            yield Sign(EXCLAMATION, token.idx, end)
        elif token.is_upper and token.is_alpha and len(token) >= _SHOUTED and not token.ent_type_:
            yield Sign(SHOUTING, token.idx, end)
        elif _emoticon(token):
            yield Sign(EMOTICON, token.idx, end)


def _does(verb: Token) -> bool:
    """Whether the verb is something that gets done: "have sent", "will call", "refund"; not "cannot send"."""
    denied = any(child.dep_ == "neg" for child in verb.children)
    return verb.pos_ == "VERB" and verb.lemma_.lower() not in _NO_DEEDS and not denied


def _emoticon(token: Token) -> bool:
    return token.text in _FACES or any("\U0001f300" <= sign <= "\U0001faff" for sign in token.text)


def _entities(doc: Doc) -> Iterator[Sign]:
    held: set[int] = set()
    for entity in doc.ents:
        if entity.label_ in _FIGURES | _NAMES and entity.text.lower() not in pain_words():
            held.update(range(entity.start, entity.end))
            yield Sign(FIGURE if entity.label_ in _FIGURES else NAMED, entity.start_char, entity.end_char)
    for token in doc:
        if token.i not in held and any(sign.isdigit() for sign in token.text):
            yield Sign(FIGURE, token.idx, token.idx + len(token))


def _names(doc: Doc, name: str) -> Iterator[Sign]:
    called = {part.lower() for part in name.split() if part[:1].isupper()}
    for token in doc:
        if token.lower_ in called:
            yield Sign(THEIR_NAME, token.idx, token.idx + len(token))
            return
