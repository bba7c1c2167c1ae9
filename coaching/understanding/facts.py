"""The facts that a customer gave, as phrases to put into a reply."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from functools import lru_cache

from spacy.tokens import Doc, Span, Token

from coaching.case import case_words, parse
from coaching.understanding.retelling import plain, retell
from coaching.understanding.wording import wording

_ORDER = re.compile(
    r"\b(?:order|parcel|booking|reference|ref|ticket|case|invoice|number|no|reservation|tracking)\b[^\w\n]*"
    r"(?:(?:number|no|id|is|ref)\b[^\w\n]*){0,2}(?P<code>[A-Z]{0,5}-?\d[\dA-Z-]{3,})|#(?P<hash>[A-Z]{0,4}\d{3,})\b",
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"[£$€]\s?\d[\d.,]*\d|[£$€]\s?\d|\b\d[\d.,]*\s?(?:€|euros?|pounds|dollars|quid)\b", re.IGNORECASE)
_DURATION = re.compile(
    r"\b(?P<span>(?:\d+|an?|two|three|four|five|six|seven|eight|nine|ten|twelve|several|half an)\s+"
    r"(?:minute|hour|day|week|month|year)s?)\b",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(?:\bmy name is|\bmy name's|\bthis is|\bit's"
    r"|\n\s*(?:(?:kind |best |many )?(?:regards|wishes|thanks|cheers),?\s*)?)\s*"
    r"(?P<name>(?:(?:Mr|Mrs|Ms|Dr)\.? )?[A-Z][a-z]+(?: [A-Z][a-z]+)?)\s*(?=[,.\n]|$)"
)
_DAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", re.IGNORECASE)
_LONGEST_THING = 4
_TELLING = 5
"""A message with as many different words that tie it to its case has told something, however it is put."""


@dataclass(frozen=True)
class Facts:
    """What is known of a customer's case; None where they did not say it.

    Attributes:
        problem: The most telling clause on what went wrong ("we charged your card twice").
        problem2: Another such clause.
        statement: What to say back in general: a problem, or else another clause of theirs.
        thing: What it is about ("your parcel", "the Lego castle").
        occasion: What it was for ("your son's birthday").
        missed: Such an occasion that is lost already ("your mum's operation").
        duration: How long they have waited ("three weeks").
        amount: The sum of money they name ("£20").
        day: The weekdays they name ("Tuesday and Saturday").
        told: "your message" where it tells anything at all.
        order: Their order or reference number, as written.
        name: How they call themselves.
    """

    problem: str | None = None
    problem2: str | None = None
    statement: str | None = None
    thing: str | None = None
    occasion: str | None = None
    missed: str | None = None
    duration: str | None = None
    amount: str | None = None
    day: str | None = None
    told: str | None = None
    order: str | None = None
    name: str | None = None

    def known(self) -> dict[str, str]:
        """The facts that the customer gave, by name."""
        return {field.name: value for field in fields(self) if (value := getattr(self, field.name)) is not None}


FACTS = tuple(field.name for field in fields(Facts))


@lru_cache(maxsize=256)
def read_facts(message: str) -> Facts:
    """Read a customer's message with spaCy's parse and the rules of ``facts.yml``; nothing is guessed.

    Args:
        message: The customer's message; empty gives no facts.
    """
    if not message.strip():
        return Facts()
    text = plain(message)
    doc = parse(text)
    retold = retell(message)
    amounts = {found[0].strip() for found in _AMOUNT.finditer(text)}
    order = _ORDER.search(text)
    name = _NAME.search(message)
    days = list(dict.fromkeys(found[0].capitalize() for found in _DAY.finditer(text)))
    occasion, missed = _occasion(doc)
    facts = Facts(
        problem=retold.problems[0] if retold.problems else None,
        problem2=retold.problems[1] if len(retold.problems) > 1 else None,
        statement=retold.statements[0] if retold.statements else None,
        thing=_thing(doc),
        occasion=None if missed else occasion,
        missed=occasion if missed else None,
        duration=_duration(doc),
        # Of several sums nobody can tell which one is owed.
        amount=amounts.pop() if len(amounts) == 1 else None,
        day=" and ".join(days) if 0 < len(days) < 3 else None,
        order=(order["code"] or order["hash"]) if order else None,
        name=name["name"] if name else None,
    )
    telling = facts.statement or facts.amount or facts.day or facts.occasion or facts.missed or facts.duration
    words = {token.lemma_.lower() for token in doc if not token.is_stop and (token.is_alpha or token.like_num)}
    return replace(facts, told="your message") if telling or len(words) >= _TELLING else facts


def _thing(doc: Doc) -> str | None:
    """What the customer bought or uses: first what they call theirs, then subjects and objects with an article."""
    best: tuple[int, Span] | None = None
    for chunk in doc.noun_chunks:
        rank = _thing_rank(chunk)
        if rank is not None and (best is None or rank < best[0]):
            best = (rank, chunk)
    if best is None:
        return None
    chunk = best[1]
    owner = "your" if chunk[0].lower_ in {"my", "our", "a", "an"} else "the"
    return f"{owner} {chunk.doc[chunk.start + 1 : chunk.root.i + 1].text}"


def _thing_rank(chunk: Span) -> int | None:
    """0 is the likeliest; None for what is no thing of the customer's."""
    words = wording()
    first, head = chunk[0].lower_, chunk.root
    low = {token.lower_ for token in chunk} | {token.lemma_.lower() for token in chunk}
    low |= {word.removesuffix("s") for word in low}
    named = all(token.is_alpha or "-" in token.text for token in chunk)
    if (
        head.pos_ not in {"NOUN", "PROPN"}
        or not named
        or len(chunk) > _LONGEST_THING
        or head.ent_type_ in {"DATE", "TIME"}
    ):
        return None
    if low & (words.not_a_thing | words.people | words.rude) or _stock(head):
        return None
    if _consequence(head) or _missed(head) or (first in {"a", "an"} and not _bought(head)):
        return None
    if first not in {"my", "our", "the", "a", "an"}:
        return None
    role = 0 if head.dep_ in {"nsubj", "nsubjpass", "dobj", "ROOT"} else 2
    return role + (0 if first in {"my", "our"} else 1)


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


def _occasion(doc: Doc) -> tuple[str | None, bool]:
    """The occasion it was for: "my son's birthday", "for the wedding", "Wedding is Saturday"; and if it is lost."""
    words = wording()
    for token in doc:
        if token.lemma_.lower() not in words.occasions or token.pos_ not in {"NOUN", "PROPN"}:
            continue
        before = doc[max(0, token.i - 5) : token.i]
        owner = next((one for one in reversed(before) if one.lower_ in {"my", "our"}), None)
        if owner is not None and owner.right_edge.i <= token.i:
            person = owner.nbor(1).lower_
            singular = person if person in words.people else person.removesuffix("s")
            if singular in words.people:
                plural = person != singular and owner.nbor(2).text == "'"
                return f"your {person}' {token.lower_}" if plural else f"your {singular}'s {token.lower_}", _missed(
                    token
                )
            return (f"your {token.lower_}" if owner.i == token.i - 1 else None), _missed(token)
        them = _missing(token)
        waited_for = any(one.lower_ in {"for", "before"} for one in before[-2:]) and token.dep_ == "pobj"
        dated = (
            token.dep_ == "nsubj" and token.head.lemma_ == "be" and any(one.ent_type_ == "DATE" for one in token.sent)
        )
        if them:
            return f"{them} {token.lower_}", True
        if waited_for or dated:
            return f"the {token.lower_}", _missed(token)
    return None, False


def _missing(token: Token) -> str | None:
    """Whose occasion it is in "my mum missed her operation" and "we missed the wedding"; None where it is not lost."""
    if not _missed(token) or token.dep_ not in {"dobj", "nsubjpass"}:
        return None
    whose = next((child.lower_ for child in token.children if child.dep_ in {"poss", "det"}), None)
    if whose == "the":
        return "the"
    one = next((child for child in token.head.children if child.dep_ == "nsubj"), None)
    known = (
        one is not None
        and one.lemma_.lower() in wording().people
        and any(c.lower_ in {"my", "our"} for c in one.children)
    )
    return f"your {one.lower_}'s" if one is not None and known and whose in {"his", "her"} else None


def _missed(token: Token) -> bool:
    """Whether the occasion is past saving: "missed my interview", "the wedding was on Monday"; not "will miss it"."""
    verb = next((up for up in token.ancestors if up.pos_ in {"VERB", "AUX"}), None)
    if verb is None:
        return False
    past = verb.tag_ in {"VBD", "VBN"} or any(one.lower_ in {"made", "had"} for one in verb.ancestors)
    later = any(one.tag_ == "MD" or one.dep_ == "neg" or one.lower_ in {"going", "to"} for one in verb.children)
    lost = verb.lemma_.lower() in wording().missed and token.dep_ in {"dobj", "nsubjpass"}
    over = verb.lower_ == "was" and token.dep_ == "nsubj" and token.sent.root.lemma_ == "be"
    return (lost or over) and past and not later


def _duration(doc: Doc) -> str | None:
    """How long the customer has waited: a span of time with a word of waiting near it."""
    words = wording()
    for found in _DURATION.finditer(doc.text):
        span = doc.char_span(found.start("span"), found.end("span"), alignment_mode="expand")
        if span is None:
            continue
        around = {token.lower_ for token in doc[max(0, span.start - 4) : span.end + 2]}
        sentence = {token.lower_ for token in span.sent}
        deadline = span.start > 0 and doc[span.start - 1].lower_ in words.deadline_words
        if not deadline and around & words.waiting_words and not sentence & words.not_waiting_words:
            return found["span"].lower()
    return None
