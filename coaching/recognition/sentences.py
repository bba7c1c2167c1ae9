"""Cutting a chat message or an e-mail into sentences.

spaCy's tokenizer says which stops belong to a word (links, addresses, abbreviations); the rules here say which of the
others end a sentence. The parser's boundaries fail on text without capitals and commas.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import spacy
from spacy.language import Language

from coaching import yamlfile
from coaching.language import with_swift_suffixes
from coaching.recognition.spans import Span, encodable

_RULES = Path(__file__).with_name("sentences.yml")

_EMOJI = (
    "[\U0001f1e6-\U0001f1ff\U0001f300-\U0001faff\u2190-\u21ff\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff]"
    "[\ufe0f\u200d\u20e3\U0001f3fb-\U0001f3ff]*"
)
_EMOTICON = r"(?:[:;=8xX]'?-?[)(DPpOo/|\]\[*]|<3|\^_?\^|xD)(?![\w)])"
_CLOSER = r"(?:[\"'”’»)\]}*_]|&(?:quot|rdquo|rsquo|apos|raquo|\#39|\#34);|</?(?:b|i|em|strong|span|u|a)\s*>)"
_LINE = "\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029"
_WORD = re.compile(r"[^\W_](?:[\w'’&-]*[^\W_])?")
_DOTTED = re.compile(r"[^\w\s]?\w+(?:[.-]\w+)*")
_NEXT = re.compile(r"\s*[\"'“‘«(\[*_¿¡]*(.)", re.DOTALL)
_LIST_MARK = re.compile(r"(?:(?<=\s)|^)(?:\(?(\d{1,2})(?:\.(?=\s)|\))|([•●▪◦‣·]))")

_END = re.compile(
    rf"(?P<block>(?:<(?:br|/p|/li|/div|/h\d)\s*/?>)+)|(?P<wide>[。！？।]+{_CLOSER}*)"
    rf"|(?P<stop>[.!?…]+)(?P<closer>{_CLOSER}*)(?P<smile>(?:\s*(?:{_EMOJI}|(?<=\s){_EMOTICON}))*)"
    rf"|(?P<face>(?:{_EMOJI}|(?<=\s){_EMOTICON})(?:\s*(?:{_EMOJI}|(?<=\s){_EMOTICON}))*)"
    rf"|(?P<line>(?<![^\S{_LINE}])[^\S{_LINE}]*[{_LINE}]\s*)"
)

_WRAPPED = 60
"""A line at least this long that goes on in lower case was broken by a mail program (RFC 2646: 66 to 78 characters)."""
_REACH = 200
"""Characters that a rule looks back: more than any word or line it asks about, and it keeps long texts linear."""
_CLAUSE = 2
"""Words before ".." that make it the end of a thought rather than a hesitation."""


@dataclass(frozen=True)
class _Words:
    never_end: frozenset[str]
    may_end: frozenset[str]
    number_follows: frozenset[str]
    openers: frozenset[str]
    askers: frozenset[str]
    replies_to_quote: frozenset[str]


def split_sentences(text: str) -> list[Span]:
    """Cut a message into its sentences.

    Args:
        text: What a person typed; any characters, any length.

    Returns:
        The sentences in order, trimmed and never empty. Nothing but white space lies outside them. List marks, closing
        quotes and emoji stay with their sentence; a piece without a letter or digit joins its neighbour.
    """
    text = encodable(text)
    cuts = sorted({cut for cut in _cuts(text) if 0 < cut < len(text)})
    spans = (_trimmed(text, start, end) for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True))
    return _joined(text, [span for span in spans if span])


def _cuts(text: str) -> set[int]:
    inside = _protected(text)
    marks, mark_stops = _list_marks(text)
    cuts = set(marks)
    last = 0
    for match in _END.finditer(text):
        start, end = match.span()
        if start in inside and not match["line"]:
            continue
        if start not in mark_stops and _ends(text, last, match):
            cuts.add(end)
            last = end
    return cuts


def _ends(text: str, last: int, match: re.Match[str]) -> bool:
    """Whether a sentence that began at ``last`` ends with this match."""
    if match["block"] or match["wide"]:
        return True
    if match["line"]:
        return _line_ends(text, match)
    before, after = text[max(last, match.start() - _REACH) : match.start()], text[match.end() : match.end() + 80]
    if match["face"]:
        return bool(_WORD.search(before)) and (_capital(after) or _opens(after, _clauses()))
    if not after.strip():
        return True
    stop, spaced = match["stop"], after[0].isspace()
    if match["closer"] or match["smile"]:
        return (spaced or bool(match["smile"])) and (_capital(after) or bool(match["smile"]) or not _carries_on(after))
    if len(stop) > 1 and set(stop) <= {".", "…"} or stop == "…":
        return _capital(after) or (len(_WORD.findall(before)) >= _CLAUSE and _opens(after, _clauses()))
    if stop != ".":
        return spaced or after[0].isupper()
    return _full_stop_ends(before, after, spaced)


def _full_stop_ends(before: str, after: str, spaced: bool) -> bool:
    word = before.rsplit(None, 1)[-1].lstrip("(\"'“‘[") if before.split() and not before[-1].isspace() else ""
    low, words = word.lower(), _words()
    if not spaced:
        return len(word) > 1 and word[-1].islower() and bool(re.match(r"[A-Z][a-z']*\s|I\b|A\b", after))
    if low in words.never_end:
        return False
    if low in words.number_follows:
        return not re.match(r"\s*[#№]?[A-Z-]{0,4}\d", after)
    if low in words.may_end or re.fullmatch(r"(?:[^\W\d_]\.)+[^\W\d_]", low):
        return _capital(after) or _opens(after, words.openers)
    if len(word) == 1 and word.isupper() and word != "I" and _capital(after):
        previous = before.split()[-2:-1]
        return bool(previous) and not (previous[0][0].isupper() or previous[0].endswith(","))
    return True


def _line_ends(text: str, match: re.Match[str]) -> bool:
    """A line break ends a sentence unless a mail program only wrapped a long line there."""
    if len(re.findall(rf"\r\n|[{_LINE}]", match[0])) > 1:
        return True
    head = re.split(f"[{_LINE}]", text[max(0, match.start() - _REACH) : match.start()])[-1]
    return len(head) < _WRAPPED or not text[match.end() : match.end() + 1].islower()


def _list_marks(text: str) -> tuple[list[int], set[int]]:
    """Where list items begin, and the stops that belong to their numbers."""
    begins: list[int] = []
    stops: set[int] = set()
    expected = 1
    for match in _LIST_MARK.finditer(text):
        head = text[max(0, match.start() - _REACH) : match.start()].rstrip(" \t")
        at_line = not head or head[-1] in _LINE
        number = int(match[1]) if match[1] else None
        follows = number == expected and (number > 1 or head.endswith((":", ",", "-", "–", ".", "?", "!")))
        if match[2] or at_line or follows:
            begins.append(match.start())
            stops.add(match.end() - 1)
            expected = (number or 0) + 1
    return begins, stops


def _protected(text: str) -> set[int]:
    """Offsets inside links, addresses and words that hold stops of their own; a last stop may still end a sentence."""
    held: set[int] = set()
    for token in _tokenizer().tokenizer(text):
        word = token.text.rstrip(".!?…")
        if token.like_url or token.like_email or _DOTTED.fullmatch(word):
            held.update(range(token.idx, token.idx + len(word)))
    return held


def _capital(after: str) -> bool:
    match = _NEXT.match(after)
    return match is not None and match[1].isupper()


def _opens(after: str, words: frozenset[str]) -> bool:
    match = _WORD.search(after)
    return match is not None and match[0].replace("’", "'").lower() in words


def _carries_on(after: str) -> bool:
    """Whether what follows a closed quotation belongs to the sentence around it."""
    return after.lstrip()[0] in ",;:–—-" or _opens(after, _words().replies_to_quote)


def _clauses() -> frozenset[str]:
    return _words().openers | _words().askers


def _trimmed(text: str, start: int, end: int) -> Span | None:
    piece = text[start:end]
    lead = len(piece) - len(piece.lstrip())
    return Span(start + lead, start + len(piece.rstrip())) if piece.strip() else None


def _joined(text: str, spans: list[Span]) -> list[Span]:
    """Give pieces that say nothing (stray stops, a smile alone) to the sentence before, the first one to the next."""
    out: list[Span] = []
    for span in spans:
        said = any(character.isalnum() for character in text[span.start : span.end])
        first_said = bool(out) and any(character.isalnum() for character in text[out[-1].start : out[-1].end])
        if out and (not said or not first_said):
            out[-1] = Span(out[-1].start, span.end)
        else:
            out.append(span)
    return out


@lru_cache(maxsize=1)
def _tokenizer() -> Language:
    return with_swift_suffixes(spacy.blank("en"))


@lru_cache(maxsize=1)
def _words() -> _Words:
    root = yamlfile.read(_RULES)
    lists = {name: node for name, node in root.items() if name not in ("note", "source")}
    return _Words(**{name: frozenset(node.at("words").texts()) for name, node in lists.items()})
