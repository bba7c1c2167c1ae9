"""What a message is about, as a phrase for a reply: "your parcel", "the Lego castle"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from coaching.case import case_words
from coaching.understanding.mended import Mended
from coaching.understanding.message import Detail
from coaching.understanding.occasions import missed
from coaching.understanding.products import product_words
from coaching.understanding.turning import lower_first
from coaching.understanding.wording import wording

_LONGEST = 4
_MINE = re.compile(r"\b(?:my|our) (?:new |old |brand new )?$", re.IGNORECASE)
_REACH = 16
_EMPTY = {"same", "other", "whole", "wrong", "right", "entire"}
"""Words of the customer's that say nothing in a reply."""


def thing_of(doc: Doc, details: Sequence[Detail], mended: Mended) -> str | None:
    """What the customer bought or uses: first what they call theirs, then subjects and objects with an article.

    Args:
        doc: The mended message's parse.
        details: Where no such words stand in the parse, the first product among these is it.
        mended: The message.
    """
    best: tuple[int, Span] | None = None
    for chunk in doc.noun_chunks:
        rank = _rank(chunk)
        if rank is not None and (best is None or rank < best[0]):
            best = (rank, chunk)
    if best is None:
        return next((_listed(one, mended) for one in details if one.kind == "product"), None)
    chunk = best[1]
    owner = "your" if chunk[0].lower_ in {"my", "our", "a", "an"} else "the"
    words = [token for token in chunk.doc[chunk.start + 1 : chunk.root.i + 1] if token.lower_ not in _EMPTY]
    return f"{owner} {''.join(token.text_with_ws for token in words).strip()}"


def _listed(product: Detail, mended: Mended) -> str:
    start, end = mended.bounds(product.start, product.end)
    mine = _MINE.search(mended.text, max(0, start - _REACH), start)
    return f"{'your' if mine else 'the'} {lower_first(mended.text[start:end])}"


def _rank(chunk: Span) -> int | None:
    """0 is the likeliest; None for what is no thing of the customer's."""
    words = wording()
    first, head = chunk[0].lower_, chunk.root
    low = {token.lower_ for token in chunk} | {token.lemma_.lower() for token in chunk}
    low |= {word.removesuffix("s") for word in low}
    named = all(token.is_alpha or "-" in token.text for token in chunk)
    if head.pos_ not in {"NOUN", "PROPN"} or not named or len(chunk) > _LONGEST or head.ent_type_ in {"DATE", "TIME"}:
        return None
    if low & (words.not_a_thing | words.people | words.rude) or _stock(head):
        return None
    if _consequence(head) or missed(head) or (first in {"a", "an"} and not _bought(head)):
        return None
    mine = first in {"my", "our"}
    if not mine and (first not in {"the", "a", "an"} or not _goods(head)):
        return None
    role = 0 if head.dep_ in {"nsubj", "nsubjpass", "dobj", "ROOT"} else 2
    return role + (0 if mine else 1)


def _goods(head: Token) -> bool:
    """Whether a noun names something that customers buy, or deal with us about."""
    forms = {head.lower_, head.lemma_.lower(), head.lower_.removesuffix("s")}
    return bool(forms & (wording().goods | product_words().things)) or _bought(head)


def _bought(head: Token) -> bool:
    verb = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "for" else head.head
    return head.dep_ in {"dobj", "pobj"} and verb.lemma_.lower() in wording().bought


def _consequence(head: Token) -> bool:
    """Whether it stands in what the customer cannot do now ("can't pay my rent"); "can't open my parcel" is none."""
    verb = next((up for up in head.ancestors if up.pos_ == "VERB"), None)
    if verb is None or verb.lemma_.lower() not in wording().consequences:
        return False
    helpers = [*verb.children, *verb.head.children, verb.head]
    able = any(one.lemma_.lower() in {"can", "could", "able", "ca"} for one in helpers)
    denied = any(one.dep_ == "neg" or one.lemma_.lower() == "cannot" for one in helpers)
    return (able and denied) or any(one.lower_ in {"cannot", "unable", "struggling"} for one in helpers)


def _stock(head: Token) -> bool:
    return head.lemma_.lower() in {"order", "issue"} or head.lemma_.lower() in case_words().stock_words
