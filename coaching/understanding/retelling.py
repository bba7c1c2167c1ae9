"""Saying back what the customer wrote: "you charged my card twice!!" becomes "we charged your card twice"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from spacy.tokens import Doc, Span, Token

from coaching.case import parse, specificity
from coaching.understanding.turning import SUBJECTS, said_back, sayable
from coaching.understanding.wording import Wording, wording

_BREAKS = re.compile(
    r"[.!?\n;:…]+(?=\s|$)|\s[-–—]+\s|\s[-–—](?=\w)"
    r"|,\s+(?=(?:and |but |so )?(?:i|we|you|it|he|she|they|my|your|the|this|that|there|now|then)\b)"
    r"|\s+(?:and|but|so)\s+(?=(?:i|we|you|it|he|she|they|my|your|the|this|that|there|now|then)\b)",
    re.IGNORECASE,
)
_COMMA = re.compile(r",(?=\s)")
_GREETING = re.compile(
    r"^\s*(?:hi|hello|hey|hiya|dear|good (?:morning|afternoon|evening))\b[^,.!]{0,20}[,.!]+\s*", re.IGNORECASE
)
_FINITE = {"VBD", "VBZ", "VBP", "MD"}
_VAGUE = {
    "today",
    "tomorrow",
    "yesterday",
    "tonight",
    "it",
    "this",
    "that",
    "they",
    "he",
    "she",
    "these",
    "those",
    "which",
    "who",
    "what",
    "there",
    "someone",
}
_POINTING_AT_MANY = {"they", "them", "their", "theirs"}
_POINTING = _POINTING_AT_MANY | {"he", "him", "his", "she", "her", "hers"}
_SHORTEST, _LONGEST = 3, 18
_HANGING = {"just", "only", "even", "and", "or", "because", "that", "so", "the", "a", "my", "to", "of"}
"""Words with which no clause ends."""
_PADDING = " ,.!…\n\t"
_MOST = 24


@dataclass(frozen=True)
class Clause:
    """A clause to say back.

    Attributes:
        said: In the agent's mouth; small first letter, no stop at the end.
        start: Where the customer's words for it start in the mended message.
        end: Offset behind them.
    """

    said: str
    start: int
    end: int


@dataclass(frozen=True)
class Retold:
    """What the customer wrote, as clauses to say back.

    Attributes:
        problems: Clauses that tell what went wrong, the most telling first; they read well behind "I am sorry that"
            and "why".
        statements: Every clause that may be said back, the problems first; they read well behind "I see that".
    """

    problems: tuple[Clause, ...]
    statements: tuple[Clause, ...]


def retell(text: str) -> Retold:
    """Find the clauses of a message that an agent may safely repeat.

    A clause is taken only where it stands by itself: its own subject and finite verb, 3 to 18 words, no question,
    quotation, insult, wish or opinion, no subject that points elsewhere ("it", "they"). It is a problem where it holds
    a sign of one and is not about what the customer did or did not do ("I never asked for paper").

    Args:
        text: The mended message; its first 24 clauses are read, each parsed by itself.
    """
    words = wording()
    found: list[tuple[float, bool, Clause]] = []
    for place, (start, clause) in enumerate(islice(_clauses(text), _MOST)):
        span = _without_opening(parse(clause), words)
        if span is not None and _stands_alone(span, words):
            signs = sum(_sign(token, words) for token in span)
            telling = 2.0 * min(signs, 2) + specificity(span.text, [span.text]) - 0.25 * place
            wrong = signs > 0 and _happened_to_them(span, words)
            if wrong or not _about_themselves(span):
                told = Clause(said_back(span), start + span.start_char, start + span.end_char)
                found.append((telling, wrong, told))
    found.sort(key=lambda one: (not one[1], -one[0]))
    return Retold(tuple(clause for _, wrong, clause in found if wrong), tuple(clause for _, _, clause in found))


def _clauses(text: str) -> Iterator[tuple[int, str]]:
    """The clauses that may hold something, up to their first comma, each with its place."""
    start = 0
    for end, behind in (*(found.span() for found in _BREAKS.finditer(text)), (len(text), len(text))):
        asked = "?" in text[end:behind]
        greeting = _GREETING.match(text[start:end])
        start += greeting.end() if greeting else 0
        start += len(text[start:end]) - len(text[start:end].lstrip(_PADDING))
        clause = _COMMA.split(text[start:end].rstrip(_PADDING), maxsplit=1)[0].rstrip()
        if clause and not asked:
            yield start, clause
        start = behind


def _subject(span: Span) -> Token | None:
    root = span.root
    return next((child for child in root.children if child.dep_ in SUBJECTS and child.i < root.i), None)


def _sign(token: Token, words: Wording) -> bool:
    """Whether a word tells of trouble; "your late husband" does not, "we took 9.99" does."""
    if token.dep_ == "amod" and token.i and token.nbor(-1).tag_ == "PRP$":
        return False
    if token.lemma_ in words.done_by_us:
        return any(child.dep_ in SUBJECTS and child.lower_ in {"you", "your"} for child in token.subtree)
    return token.lower_ in words.problem_words or token.lemma_ in words.problem_words


def _happened_to_them(span: Span, words: Wording) -> bool:
    """Whether the clause tells what befell the customer, not what they did."""
    subject = _subject(span)
    if span.root.lemma_ in words.reports:
        return False
    if subject is None or subject.lower_ not in {"i", "we"}:
        return True
    if span.root.lemma_ == "lose" and any(token.lemma_.lower() in words.private | words.people for token in span):
        return False
    return not _denied(span.root) and (subject.dep_ == "nsubjpass" or span.root.lemma_ in words.befell)


def _denied(verb: Token) -> bool:
    return any(token.dep_ == "neg" for token in verb.children)


def _without_opening(doc: Doc, words: Wording) -> Span | None:
    start = 0
    while start < len(doc) and (doc[start].lower_ in words.opening_words or doc[start].is_punct):
        start += 1
    return doc[start:] if start < len(doc) else None


def _about_themselves(span: Span) -> bool:
    """Whether the customer says who or how they are ("I am 81"), which is odd to be told again."""
    subject = _subject(span)
    return subject is not None and subject.lower_ in {"i", "we"} and span.root.lemma_ == "be"


def _pronouns_resolved(span: Span, words: Wording) -> bool:
    """Whether every "him", "her" or "them" is named before in the clause, as in "my mum missed her operation"."""
    for token in span:
        if token.lower_ not in _POINTING:
            continue
        before = span.doc[span.start : token.i]
        if token.lower_ in _POINTING_AT_MANY:
            named = any(one.tag_ in {"NNS", "NNPS"} for one in before)
        else:
            named = any(one.lemma_.lower() in words.people or one.ent_type_ == "PERSON" for one in before)
        if not named:
            return False
    return True


def _stands_alone(span: Span, words: Wording) -> bool:
    tokens = [token for token in span if not token.is_punct]
    if not _SHORTEST <= len(tokens) <= _LONGEST or not sayable(span):
        return False
    root = span.root
    subject = _subject(span)
    if subject is None or subject.left_edge.i != span.start or subject.lower_ in _VAGUE:
        return False
    finite = root.tag_ in _FINITE or any(
        child.tag_ in _FINITE for child in root.children if child.dep_.startswith("aux")
    )
    wish = any(token.lemma_ in words.not_a_problem for token in (root, *root.children))
    cut_short = tokens[-1].pos_ == "AUX" or tokens[-1].dep_ == "neg" or tokens[-1].lower_ in _HANGING
    bereaved = subject.lemma_.lower() in words.people and root.lemma_ in {"die", "pass"}
    if bereaved or not _pronouns_resolved(span, words):
        return False
    # "You did ask" contradicts, and "you registered you" is no English.
    insists = any(child.lemma_ == "do" and child.dep_ == "aux" for child in root.children) and not _denied(root)
    themselves = subject.lower_ in {"i", "we"} and any(child.lower_ in {"me", "us"} for child in root.children)
    if insists or themselves:
        return False
    guys = any(child.lower_ in {"guys", "lot", "people"} for child in (subject, *subject.children))
    return finite and not wish and not guys and not cut_short and specificity(span.text, [span.text]) > 0
