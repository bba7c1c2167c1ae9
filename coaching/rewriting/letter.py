"""A draft taken apart: greeting, sentences of the body, sign-off."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from coaching.recognition.sentence import RecognisedSentence
from coaching.yamlfile import read

_FILE = Path(__file__).with_name("letter.yml")
_SIGNATURE_WORDS = 6
_SIGNATURE_LINES = 4


@dataclass(frozen=True)
class Letter:
    """A draft in its parts.

    Attributes:
        greeting: The words of greeting with the stop behind them, as written; empty where there are none.
        greeting_gap: The white space between greeting and body.
        named: Whom they greet by name; empty where nobody is.
        body: The sentences between greeting and sign-off; the first one without the greeting.
        before: For each of them the white space in front of it in the draft; empty for the first.
        closing: The closing phrase ("Regards,"), as written; may be empty.
        signature: The lines behind it, as written; may be empty.
    """

    greeting: str
    greeting_gap: str
    named: str
    body: tuple[RecognisedSentence, ...]
    before: tuple[str, ...]
    closing: str
    signature: str

    @property
    def team(self) -> bool:
        """Whether a team signs, rather than a person."""
        return bool(letter_words().team.search(re.split(r"[,\n]", self.signature)[0]))


@dataclass(frozen=True)
class _Words:
    greeting: re.Pattern[str]
    nobody: frozenset[str]
    closing: re.Pattern[str]
    inline: re.Pattern[str]
    stiff: Mapping[str, str]
    team: re.Pattern[str]


def take_apart(draft: str, sentences: Sequence[RecognisedSentence]) -> Letter:
    """Find a draft's greeting, body and sign-off.

    Args:
        draft: The draft.
        sentences: Its sentences with their moves.
    """
    body_end, closing, signature = _sign_off(draft)
    inside = [one for one in sentences if one.start < body_end]
    greeting, named, begin = _greeting(draft, inside)
    body, before = [], []
    last = begin
    for one in inside:
        start, end = max(one.start, begin), min(one.end, body_end)
        text = draft[start:end].strip()
        if not text:
            continue
        start = draft.index(text, start)
        body.append(RecognisedSentence(text, start, start + len(text), one.labels, one.confidence, one.unsure))
        before.append(draft[last:start] if body[1:] else "")
        last = start + len(text)
    gap = draft[begin : body[0].start] if body else ""
    gap += draft[:begin][len(draft[:begin].rstrip()) :]
    return Letter(greeting, gap, named, tuple(body), tuple(before), closing, signature)


def kinder_closing(closing: str) -> str:
    """A curt closing phrase made kind; others stay as they are."""
    bare = closing.strip().rstrip(",.!").lower()
    kind = letter_words().stiff.get(bare)
    return f"{kind}," if kind else closing


def _greeting(draft: str, sentences: Sequence[RecognisedSentence]) -> tuple[str, str, int]:
    if not sentences:
        return "", "", 0
    start = sentences[0].start
    found = letter_words().greeting.match(draft, start)
    if found is None:
        return "", "", start
    name = (found["name"] or found["title"] or "").strip(" ,.!")
    return found[0].strip(), "" if name.lower().rstrip(",") in letter_words().nobody else name, found.end()


def _sign_off(draft: str) -> tuple[int, str, str]:
    """Where the body ends, the closing phrase and the signature."""
    lines = list(re.finditer(r"[^\n]+", draft))
    filled = [line for line in lines if line[0].strip()]
    for line in reversed(filled[-_SIGNATURE_LINES:]):
        found = letter_words().closing.match(line[0].strip())
        if found and line.start() > 0:
            behind = draft[line.end() :].strip("\n")
            return line.start(), found["phrase"].strip(), f"{found['rest'].strip()}\n{behind}".strip()
    inline = letter_words().inline.search(draft)
    if inline and inline.start() > 0:
        return inline.start(), inline["phrase"].strip(), ""
    if len(filled) < 2:
        return len(draft), "", ""
    # Short last lines without a stop, under an empty line or a full sentence: names or a team.
    first = len(filled)
    while first > 1 and len(filled) - first < _SIGNATURE_LINES and _signs(filled[first - 1][0]):
        first -= 1
    while first < len(filled):
        gap = draft[filled[first - 1].end() : filled[first].start()]
        if gap.count("\n") > 1 or filled[first - 1][0].rstrip()[-1] in ".!?":
            return filled[first].start(), "", draft[filled[first].start() :].strip()
        first += 1
    return len(draft), "", ""


def _signs(line: str) -> bool:
    """Whether a line may be a name or a team: a few words with a capital, no stop, no verb, no figure."""
    line = line.strip()
    named = len(line.split()) <= _SIGNATURE_WORDS and line[0].isupper() and line[-1].isalnum()
    return named and not re.search(r"\d|\b(?:is|are|will|can|have|please|you|we|thanks?)\b", line.lower())


@lru_cache(maxsize=1)
def letter_words() -> _Words:
    """Read ``letter.yml``, once a process.

    Raises:
        DataError: The file is not as it should be; names the line.
    """
    root = read(_FILE)
    root.only("note", "source", "greetings", "nobody", "titles", "closings", "stiff_closings", "team")
    hello = "|".join(map(re.escape, sorted(root.at("greetings").texts(), key=len, reverse=True)))
    titles = "|".join(map(re.escape, root.at("titles").texts()))
    nobody = root.at("nobody").texts()
    strangers = "|".join(map(re.escape, sorted(nobody, key=len, reverse=True)))
    called = rf"(?:(?:{titles})\b\.?(?: (?:and|&) (?:{titles})\b\.?)? )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){{0,2}}"
    closings = "|".join(map(re.escape, sorted(root.at("closings").texts(), key=len, reverse=True)))
    return _Words(
        greeting=re.compile(
            rf"(?:(?i:{hello})\b(?:,? (?P<name>(?:(?i:{strangers})|{called})(?=\s*[,.!:–\n-]|\s*$)))?"
            rf"|(?P<title>(?:(?i:{titles})\b\.? )?[A-Z][\w'’-]+(?=,\s*\n)))"
            rf"(?:\s*[,.!:]+|\s+[–-](?=\s)|(?=\s*\n)|\s*$|(?=\s))\s*"
        ),
        nobody=frozenset(nobody),
        closing=re.compile(
            rf"(?P<phrase>(?:{closings})\b[,.!]*)(?P<rest>(?:\s+[A-Z][\w'’-]*(?: [A-Z&][\w'’-]*){{0,3}})?)$",
            re.IGNORECASE,
        ),
        inline=re.compile(
            r"(?<=[.!?] )(?P<phrase>(?:kind |best |warm |many )?(?:regards|wishes)|rgds|cheers)[,.!]*\s*$",
            re.IGNORECASE,
        ),
        stiff={phrase: node.text() for phrase, node in root.at("stiff_closings").items()},
        team=re.compile(rf"\b(?:{'|'.join(map(re.escape, root.at('team').texts()))})\b", re.IGNORECASE),
    )
