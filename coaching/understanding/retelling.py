"""Saying back what the customer wrote: "you charged my card twice!!" becomes "we charged your card twice"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from coaching.case import parse, specificity
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
_WORD = re.compile(r"[\w'’]+")
_UNSAYABLE = re.compile(r"[\"“”‘?@\[\]{}()<>|]|https?:|^'|(?<=\s)'")
_SUBJECTS = {"nsubj", "nsubjpass", "expl"}
_OBJECTS = {"dobj", "pobj", "dative", "obj", "iobj"}
_FINITE = {"VBD", "VBZ", "VBP", "MD"}
_VAGUE = {"it", "this", "that", "they", "he", "she", "these", "those", "which", "who", "what", "there", "someone"}
_POINTING_AT_MANY = {"they", "them", "their", "theirs"}
_POINTING = _POINTING_AT_MANY | {"he", "him", "his", "she", "her", "hers"}
_SHORTEST, _LONGEST = 3, 18


def plain(message: str) -> str:
    """The message with chat spellings written out, curly apostrophes straightened and shouting lowered."""
    spelling = wording().spelling
    text = message.replace("’", "'")
    text = re.sub(r"\b[\w']+\b", lambda found: spelling.get(found[0].lower(), found[0]), text)
    letters = [letter for letter in text if letter.isalpha()]
    if letters and sum(letter.isupper() for letter in letters) > 0.7 * len(letters):
        return re.sub(r"\bi\b", "I", text.lower())
    return text


@dataclass(frozen=True)
class Retold:
    """What the customer wrote, as clauses to say back; small first letter, no stop at the end.

    Attributes:
        problems: Clauses that tell what went wrong, the most telling first; they read well behind "I am sorry that"
            and "why".
        statements: Every clause that may be said back, the problems first; they read well behind "I see that".
    """

    problems: tuple[str, ...]
    statements: tuple[str, ...]


def retell(message: str) -> Retold:
    """Find the clauses of a message that an agent may safely repeat.

    A clause is taken only where it stands by itself: its own subject and finite verb, 3 to 18 words, no question,
    quotation, insult, wish or opinion, no subject that points elsewhere ("it", "they"). It is a problem where it holds
    a sign of one and is not about what the customer did or did not do ("I never asked for paper").
    """
    words = wording()
    found: list[tuple[float, bool, str]] = []
    for place, clause in enumerate(_BREAKS.split(plain(message))):
        head = _COMMA.split(_GREETING.sub("", clause).strip(" ,.!…"), maxsplit=1)[0]
        span = _without_opening(parse(head.strip()), words)
        if span is not None and _stands_alone(span, words):
            signs = sum(_sign(token, words) for token in span)
            telling = 2.0 * min(signs, 2) + specificity(span.text, [span.text]) - 0.25 * place
            wrong = signs > 0 and _happened_to_them(span, words)
            if wrong or not _about_themselves(span):
                found.append((telling, wrong, said_back(span)))
    found.sort(key=lambda one: (not one[1], -one[0]))
    return Retold(tuple(clause for _, wrong, clause in found if wrong), tuple(clause for _, _, clause in found))


def said_back(span: Span) -> str:
    """A clause of the customer in the agent's mouth: "I" becomes "you", "you" becomes "we" or "us"."""
    words: list[str] = []
    for token in span:
        said = _turned(token)
        kin = token.lower_ in wording().people
        if token.i == span.start and (kin or (token.ent_type_ == "" and token.pos_ != "PROPN")):
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


def _turned(token: Token) -> str:
    words = wording()
    low = token.lower_
    if low == "you":
        return "us" if token.dep_ in _OBJECTS else "we"
    if low == "was" and any(child.lower_ == "i" and child.dep_ in _SUBJECTS for child in _verb(token).children):
        return "were"
    if low in words.you_for_i and (low != "am" or token.pos_ == "AUX"):
        return words.you_for_i[low]
    shouted = token.is_alpha and len(token) > 1 and token.text.isupper()
    common = token.is_stop or token.pos_ in {"VERB", "ADV", "ADJ", "AUX"} or (token.pos_ == "NOUN" and len(token) > 2)
    return str(low if shouted and common else token.text)


def _named(token: Token) -> bool:
    """Whether a clause that starts here needs no article: "my parcel", "two rooms", "Anna", but not "laptop"."""
    head = next((up for up in (token, *token.ancestors) if up.dep_ in _SUBJECTS), token)
    name = head.pos_ == "PROPN" and not head.text.islower()
    return name or head.pos_ not in {"NOUN", "PROPN"} or token.pos_ not in {"NOUN", "ADJ", "PROPN"}


def _subject(span: Span) -> Token | None:
    root = span.root
    return next((child for child in root.children if child.dep_ in _SUBJECTS and child.i < root.i), None)


def _sign(token: Token, words: Wording) -> bool:
    """Whether a word tells of trouble; "your late husband" does not, "we took 9.99" does."""
    if token.dep_ == "amod" and token.i and token.nbor(-1).tag_ == "PRP$":
        return False
    if token.lemma_ in words.done_by_us:
        return any(child.dep_ in _SUBJECTS and child.lower_ in {"you", "your"} for child in token.subtree)
    return token.lower_ in words.problem_words or token.lemma_ in words.problem_words


def _happened_to_them(span: Span, words: Wording) -> bool:
    """Whether the clause tells what befell the customer, not what they did."""
    subject = _subject(span)
    if subject is None or subject.lower_ not in {"i", "we"}:
        return True
    denied = any(token.dep_ == "neg" for token in span.root.children)
    return not denied and (subject.dep_ == "nsubjpass" or span.root.lemma_ in words.befell)


def _verb(token: Token) -> Token:
    return token.head if token.dep_ in {"aux", "auxpass"} else token


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
    if not _SHORTEST <= len(tokens) <= _LONGEST or _UNSAYABLE.search(span.text):
        return False
    if any(token.lower_ in words.rude for token in tokens):
        return False
    root = span.root
    subject = _subject(span)
    if subject is None or subject.left_edge.i != span.start or subject.lower_ in _VAGUE:
        return False
    finite = root.tag_ in _FINITE or any(
        child.tag_ in _FINITE for child in root.children if child.dep_.startswith("aux")
    )
    wish = any(token.lemma_ in words.not_a_problem for token in (root, *root.children))
    cut_short = tokens[-1].pos_ == "AUX" or tokens[-1].dep_ == "neg"
    bereaved = subject.lemma_.lower() in words.people and root.lemma_ in {"die", "pass"}
    if bereaved or not _pronouns_resolved(span, words):
        return False
    guys = any(child.lower_ in {"guys", "lot", "people"} for child in (subject, *subject.children))
    return finite and not wish and not guys and not cut_short and specificity(span.text, [span.text]) > 0
