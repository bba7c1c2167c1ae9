"""Sentences cut into the clauses that stand by themselves, and put together again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from coaching.case import parse
from coaching.rewriting.shaping import begun, mend_spaces

_SUBJECT = (
    r"(?:i|we|you|it|its|he|she|they|this|that|these|there|the|your|our|my|most|all|anyone|everyone|nobody|please|don't"
    r"|do not|just)(?:'\w+)?\b"
)
_ORDER = (
    r"(?:bring|ask|send|call|get|reply|take|use|check|go|complete|fill|contact|ring|email|e-mail|write|give|try|visit)"
    r" (?:the|your|our|us|me|it|a|an|this|that|them|to|back|in|at|form|with)\b"
)
_ALSO = (
    r"|(?:a|an|no|what|if|once|when|as|for|next time)\b"
    r"|\w+ (?:is|are|was|were|will|can|has|have|must|should|can't|won't)\b"
)
_ASIDE = (
    r"(?!,? (?:i'm (?:afraid|sure)|i (?:think|believe|guess|suppose|mean|know|hope)|i'd (?:have thought|say)"
    r"|you (?:know|see))\b)"
)
_JOINT = re.compile(
    rf"{_ASIDE}(?:(?P<dash>(?<!\s)\s+[–—-]{{1,2}}\s+)|(?P<semi>;\s+)"
    rf"|(?:,\s*|(?<!\s)\s+)(?P<word>so|but|and|therefore|however),?\s+(?={_SUBJECT}{_ALSO})"
    rf"|,\s+(?={_SUBJECT}|here\b|{_ORDER}|\d+ \w+ (?:is|are|was|were|has|have|will|can)\b))",
    re.IGNORECASE,
)
"""Where two clauses may meet: a dash, a semicolon, a conjunction or a comma in front of a subject."""
_SUBORDINATE = re.compile(
    r"(?:if|when|whenever|once|as|because|although|though|while|whilst|since|until|unless|before|after|to|in|by|for|on"
    r"|at|with|without|given|whether|whatever|however|even|should|had|due|despite|regarding|about|from|under"
    r"|unfortunately|sadly|please note)\b",
    re.IGNORECASE,
)
_LONGEST = 60
"""Words of a sentence that is cut; longer ones cost too much to try at every joint."""
_PURPOSE = re.compile(r"(?:\w+ ){1,4}?(?:can|could|may|might|will be able)\b", re.IGNORECASE)
_NO_STOP = re.compile(r"(?:^|\s)(?:[\^~–-]\s?\w+|https?://\S+|www\.\S+|\S+@\S+|#\w+|@\w+)$|[^\w\s)\"'”’]$")
_INTERJECTION = 3
"""Words of a clause that is no more than a word before the next one."""
_SAYING = re.compile(
    r"(?:(?:i'm|i am|we're|we are) )?(?:so |very |really )*sorry$"
    r"|(?:yes|no|ok|okay|right|that's right|take your time)\b.{0,12}$",
    re.IGNORECASE,
)
"""What is said in front of a sentence with a comma, though it could stand alone."""
_GROUPS = {"staff", "team", "crew", "people", "police"}
_FINITE = {"VBD", "VBZ", "VBP", "MD"}


@dataclass(frozen=True)
class Clause:
    """A clause that could be a sentence.

    Attributes:
        text: With a stop of its own.
        joint: What led to it in the sentence: "", "," (a splice), "so", "but", "and", ";" or "–".
        written: The joint as it stands there.
    """

    text: str
    joint: str = ""
    written: str = ""


def clauses(sentence: str) -> tuple[Clause, ...]:
    """Cut a sentence where both sides could stand alone.

    Args:
        sentence: With straight apostrophes; the stop at its end goes to the last clause.
    """
    stop = re.search(r"[.!?…]+[\"')\]]*\s*$", sentence)
    ending = stop[0].strip() if stop else "."
    bare = sentence[: stop.start()] if stop else sentence.rstrip()
    found: list[Clause] = []
    begin, joint, written = 0, "", ""
    for match in _JOINT.finditer(bare) if len(bare.split()) <= _LONGEST else ():
        left, right = bare[begin : match.start()], bare[match.end() :]
        if _parted(match, right) and _stands(left, last=False) and _stands(right, last=True) and _starts(right):
            found.append(Clause(f"{left.strip()}.", joint, written))
            begin, joint, written = match.end(), _named(match), match[0]
    last = bare[begin:].strip()
    bears_stop = bool(stop) or not _NO_STOP.search(last)
    found.append(Clause(f"{last}{ending}" if last and bears_stop else last, joint, written))
    return tuple(found)


def together(parts: Sequence[tuple[Clause, str]]) -> str:
    """Put clauses together to sentences.

    Args:
        parts: Each clause with what became of it; an empty text where it is left out.
    """
    text, gone = "", ""
    for clause, now in parts:
        now = now.strip()
        if not now:
            gone = clause.text
            continue
        if gone:
            now = with_antecedent(now, gone)
        if not text:
            text = begun(now)
        elif gone:
            text = f"{text} {begun(now)}"
        else:
            text = _joined(text, clause, now)
        gone = ""
    return mend_spaces(text)


def with_antecedent(clause: str, gone: str) -> str:
    """A clause whose "it" or "they" stood for something in a clause that is left out, with that in its place."""
    pronoun = re.match(r"(it|they|it's|they're|it is|they are)\b", clause, re.IGNORECASE)
    if pronoun is None:
        return clause
    many = pronoun[1].lower().startswith("they")
    chunks = [one for one in parse(gone).noun_chunks if one[0].lower_ in {"our", "the", "your", "my"}]
    people = [one for one in chunks if one.root.tag_ == "NNS" or one.root.lower_ in _GROUPS]
    named = people if many else [one for one in chunks if one.root.dep_ == "nsubj" and one.root.tag_ == "NN"]
    if not named:
        return clause
    rest = re.sub(r"^'(?:re|s)\b", " are" if many else " is", clause[len("they" if many else "it") :])
    return begun(f"{named[-1].text}{rest}")


def _joined(text: str, clause: Clause, now: str) -> str:
    small, bare = begun(now, small=True), text.removesuffix(".")
    if text.endswith(("?", "!")) or now.startswith(("Could ", "Can ", "Would ")):
        return f"{text} {begun(now)}"
    if now.startswith("Please ") and clause.joint != "so":
        return f"{text} {begun(now)}"
    if clause.joint == ",":
        # "I'm sorry, it is late" is no splice to mend; a longer one is read better in two sentences.
        aside = len(bare.split()) < _INTERJECTION or _SAYING.match(bare)
        return f"{bare}, {small}" if aside else f"{text} {begun(now)}"
    if clause.joint in {"so", "but", "and"}:
        brief = min(len(bare.split()), len(now.split())) < _INTERJECTION
        return (
            f"{bare} {clause.joint} {small}"
            if brief and "," not in clause.written
            else f"{bare}, {clause.joint} {small}"
        )
    return f"{bare}; {small}" if clause.joint == ";" else f"{bare} – {small}"


def _named(match: re.Match[str]) -> str:
    if match["dash"]:
        return "–"
    if match["semi"]:
        return ";"
    word = (match["word"] or ",").lower()
    return {"therefore": "so", "however": "but"}.get(word, word)


def _parted(match: re.Match[str], right: str) -> bool:
    """Whether a joint parts two clauses: "so" before a purpose ("so she can see it") does not."""
    if (match["word"] or "").lower() != "so":
        return True
    return not re.match(r"that\b", right, re.IGNORECASE) and ("," in match[0] or not _PURPOSE.match(right))


def _starts(text: str) -> bool:
    """Whether what stands before the first comma is a clause, and no part of a list that goes on from before."""
    first, comma, _ = text.partition(", ")
    return not comma or bool(_SUBORDINATE.match(first)) or _stands(first, last=True)


def _stands(text: str, *, last: bool) -> bool:
    """Whether a piece has a subject and a finite verb, or is an order; a condition alone does not stand."""
    text = text.strip(" ,")
    if len(text.split()) < 2 or text.lower() == "that said":
        return False
    if not last and _SUBORDINATE.match(text):
        main = text.partition(", ")[2]
        return (
            bool(main)
            and not re.match(r"(?:in |of |to |for )?(?:which|who|whom|whose)\b", main)
            and _stands(main, last=False)
        )
    if not last and "," in text:
        # A list that goes on: "so the coffee, the gas and the charge".
        tail = re.sub(r"^(?:so|but|and|then)\b\s*", "", text.rsplit(",", 1)[1].strip(), flags=re.IGNORECASE)
        return _stands(tail, last=True)
    doc = parse(text)
    root = next((token for token in doc if token.dep_ == "ROOT"), None)
    if root is None:
        return False
    helpers = [root, *(child for child in root.children if child.dep_ in {"aux", "auxpass", "cop"})]
    subject = any(child.dep_ in {"nsubj", "nsubjpass", "expl", "csubj"} for child in root.children)
    if subject and any(one.tag_ in _FINITE for one in helpers):
        return True
    return root.tag_ == "VB" and doc[0].lower_ in {root.lower_, "please", "just", "do", "don't", "kindly"}
