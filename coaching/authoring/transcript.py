"""Reading a conversation as it was written down: who said what, in which order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from coaching.authoring.transcript_words import TranscriptWords, transcript_words
from coaching.errors import CoachError

CUSTOMER, AGENT, SYSTEM = "customer", "agent", "system"
LIMIT = 60_000
"""Characters of a transcript; a long afternoon of chat."""
_TIME = r"\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?m\.?)?"
_DATE = r"(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2} \w{3,9}(?: \d{4})?)"
_STAMP = re.compile(
    rf"^\s*[\[(]?\s*(?:{_DATE}(?:T|,?\s+(?:at\s+)?))?{_TIME}\s*(?:UTC|GMT|BST)?\s*[\])]?\s*(?:[-–—|:]\s+)?",
    re.IGNORECASE,
)
_AFTER = re.compile(rf"\s*[\[(,]?\s*(?:{_DATE},?\s*)?{_TIME}\s*[\])]?\s*$", re.IGNORECASE)
_LABEL = re.compile(
    r"^\s*[*_#>\s]*([^\W\d_][\w .'’&/()-]{0,38}?(?:\s*[\[(][^\])]{1,30}[\])])?)"
    r"[*_]*\s*(?::|\s[-–—]|\s?>)[*_]*(?:\s+|$)(.*)$"
)
_WROTE = re.compile(r"^\s*>*\s*(?:On .{4,80}, )?(.{2,60}?)\s*(?:<[^>]+>)?\s+wrote:\s*$", re.IGNORECASE)
_RULE = re.compile(r"^\s*[-_=*]{3,}.*$|^\s*-+\s*Original Message\s*-+\s*$", re.IGNORECASE)
_QUOTE = re.compile(r"^\s*(?:>\s?)+")
_MOST_NAME_WORDS = 4


class UnclearTranscript(CoachError):
    """It cannot be told who said something.

    Attributes:
        line: Where, counted from 1.
        found, expected: What is there and what was expected, in words.
    """

    def __init__(self, line: int, found: str, expected: str) -> None:
        """Compose the message."""
        self.line, self.found, self.expected = line, found, expected
        super().__init__(f"line {line}: found {found}; expected {expected}")


@dataclass(frozen=True)
class Message:
    """One message: ``customer`` or ``agent``, its text, and the line where it begins, counted from 1."""

    side: str
    text: str
    line: int


@dataclass(frozen=True)
class Transcript:
    """A conversation.

    Attributes:
        messages: In the order in which they were said, two of one side in a row put together.
        names: The words of the speakers' names, in small letters; they may stand in the texts as well.
        is_mail: Whether it is laid out as e-mail.
    """

    messages: tuple[Message, ...]
    names: tuple[str, ...]
    is_mail: bool


@dataclass
class _Piece:
    """Lines that one label stands over; None where none does."""

    label: str | None
    line: int
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(self.lines).strip()


def read_transcript(text: str) -> Transcript:
    """Cut a conversation into messages.

    Labels ("Customer: …", "Agent - …", a name, with or without a time) say who speaks; names are told apart by what
    they say. A paragraph without a label, between others with one, is given to whoever talks like it.

    Raises:
        UnclearTranscript: It is too long or empty, only one side speaks, or a speaker cannot be told.
    """
    if len(text) > LIMIT:
        raise UnclearTranscript(1, f"{len(text)} characters", f"at most {LIMIT}")
    words = transcript_words()
    pieces, is_mail = _pieces(text, words)
    if not pieces:
        raise UnclearTranscript(1, "no text", "a conversation, such as Customer: … and Agent: … on lines of their own")
    sides = _sides(pieces, words)
    messages: list[Message] = []
    for piece in pieces:
        side = sides[piece.label] if piece.label is not None else _unlabelled(piece, messages, words, not sides)
        if side == SYSTEM:
            continue
        if messages and messages[-1].side == side:
            last = messages.pop()
            messages.append(Message(side, f"{last.text}\n{piece.text}", last.line))
        else:
            messages.append(Message(side, piece.text, piece.line))
    for side, who in ((CUSTOMER, "the customer"), (AGENT, "the agent")):
        if not any(message.side == side for message in messages):
            raise UnclearTranscript(pieces[0].line, f"nothing that {who} says", "both sides: Customer: … and Agent: …")
    names = {word for label in sides for word in re.findall(r"[^\W\d_]{2,}", label) if word not in words.roles}
    return Transcript(tuple(messages), tuple(sorted(names)), is_mail)


def _pieces(text: str, words: TranscriptWords) -> tuple[list[_Piece], bool]:
    """The labelled and unlabelled pieces, in the order in which they were said; and whether it is mail."""
    labels = _labels(text, words)
    pieces: list[_Piece] = []
    mails: list[int] = []
    gap, in_header, newest_first = True, False, False
    for number, raw in enumerate(text.splitlines(), 1):
        line = _QUOTE.sub("", raw)
        wrote = _WROTE.match(line)
        name, value = _header(line, words)
        if wrote or name == "from":
            mails.append(len(pieces))
            pieces.append(_Piece(_clean(wrote[1] if wrote else value), number))
            in_header, newest_first = not wrote, newest_first or bool(wrote) or line != raw
            continue
        if (name and in_header) or _RULE.match(line):
            newest_first = newest_first or "riginal" in line or (len(mails) == 1 and _answers(name, value))
            gap = True
            continue
        if not line.strip():
            gap, in_header = True, False
            if pieces:
                pieces[-1].lines.append("")
            continue
        in_header = False
        label, rest = _labelled(line, labels)
        if label is not None:
            pieces.append(_Piece(label, number, [rest]))
        elif not pieces or (gap and not mails):
            pieces.append(_Piece(None, number, [_STAMP.sub("", line).strip()]))
        else:
            pieces[-1].lines.append(line.strip())
        gap = False
    if newest_first:
        # What was written first stands at the bottom of a chain; what stands over the first header is the newest.
        pieces.reverse()
    return [piece for piece in pieces if piece.text], bool(mails)


def _labels(text: str, words: TranscriptWords) -> set[str]:
    """What stands before a colon or a dash as a label.

    A known role; a name that comes up at least twice, or beside a time; where each line has one, any with a capital.
    """
    count: dict[str, int] = {}
    sure, capital, bare = set(), set(), False
    for raw in text.splitlines():
        line = _QUOTE.sub("", raw)
        label, rest = _split(line)
        alone = _clean(line)
        if label and label not in words.headers:
            count[label] = count.get(label, 0) + 1
            if _STAMP.sub("", line).lstrip(" *_#>")[:1].isupper():
                capital.add(label)
            if _STAMP.match(line) or not rest:
                sure.add(label)
        elif alone in words.roles:
            sure.add(alone)
        bare = bare or (label is None and bool(line.strip()))
    known = {label for label, times in count.items() if _role(label, words) or times > 1}
    return sure | known | (set() if bare else capital)


def _split(line: str) -> tuple[str | None, str]:
    bare = _STAMP.sub("", line)
    found = _LABEL.match(bare)
    if found and len(found[1].split()) <= _MOST_NAME_WORDS:
        return _clean(found[1]), found[2].strip()
    alone = _AFTER.sub("", bare)
    # A chat program's line of its own over a message: a name and a time.
    if (alone != bare or bare != line) and alone.strip() and len(alone.split()) <= _MOST_NAME_WORDS:
        return _clean(alone), ""
    return None, line.strip()


def _labelled(line: str, labels: set[str]) -> tuple[str | None, str]:
    label, rest = _split(line)
    if label in labels:
        return label, rest
    alone = _clean(line)
    return (alone, "") if alone in labels and len(alone.split()) <= _MOST_NAME_WORDS else (None, line.strip())


def _header(line: str, words: TranscriptWords) -> tuple[str, str]:
    name, colon, value = line.partition(":")
    known = name.strip().strip("*").lower()
    return (known, value) if colon and known in words.headers else ("", "")


def _answers(name: str, value: str) -> bool:
    """Whether this header says that the first mail answers another, which then stands below it."""
    return name == "subject" and value.strip().lower().startswith(("re:", "aw:", "fw:", "fwd:"))


def _clean(label: str) -> str:
    label = re.sub(r"<[^>]*>|\[mailto:[^\]]*\]", "", label)
    label = _AFTER.sub("", label)
    return " ".join(re.sub(r"[*_\"“”#]", " ", label).split()).strip(" :-–—>").lower()


def _role(label: str, words: TranscriptWords) -> str | None:
    """The side that a label names: "agent", "agent (Tom)", "Maya (customer)", "support team"."""
    if label in words.roles:
        return words.roles[label]
    inner = re.findall(r"[\[(]([^\])]+)[\])]", label)
    outer = re.sub(r"[\[(][^\])]*[\])]", "", label).strip()
    for part in (outer, *inner):
        if part in words.roles:
            return words.roles[part]
    named = {words.roles[word] for word in re.findall(r"[\w-]+", label) if len(word) > 1 and word in words.roles}
    if "customer" in label and named - {CUSTOMER}:
        named -= {CUSTOMER}
    return named.pop() if len(named) == 1 else None


def _sides(pieces: list[_Piece], words: TranscriptWords) -> dict[str, str]:
    """Each label's side; names that tell nothing by themselves are told by what they say."""
    labels = list(dict.fromkeys(piece.label for piece in pieces if piece.label is not None))
    sides = {label: role for label in labels if (role := _role(label, words)) is not None}
    unknown = [label for label in labels if label not in sides]
    leaning = {label: _leaning(" ".join(p.text for p in pieces if p.label == label), words) for label in unknown}
    if len(unknown) == 1 and len(set(sides.values()) - {SYSTEM}) == 1:
        # The only other voice.
        sides[unknown[0]] = AGENT if CUSTOMER in sides.values() else CUSTOMER
        return sides
    for label in unknown:
        lean = leaning[label]
        if lean == 0 and len(unknown) == 2 and not sides:
            lean = -leaning[unknown[1 - unknown.index(label)]]
        if lean == 0:
            line = next(piece.line for piece in pieces if piece.label == label)
            raise UnclearTranscript(line, f"the speaker {label!r}", "Customer: or Agent: instead of the name")
        sides[label] = AGENT if lean > 0 else CUSTOMER
    return sides


def _unlabelled(piece: _Piece, before: list[Message], words: TranscriptWords, alone: bool) -> str:
    """The side of a piece without a label; ``alone`` where no piece has one."""
    lean = _leaning(piece.text, words)
    if lean:
        return AGENT if lean > 0 else CUSTOMER
    if not before:
        raise UnclearTranscript(piece.line, f"“{piece.text[:40]}” without a speaker", "Customer: or Agent: before it")
    last = before[-1]
    if alone or last.text.endswith("?"):
        # By turns, or an answer.
        return CUSTOMER if last.side == AGENT else AGENT
    return last.side


def _leaning(text: str, words: TranscriptWords) -> int:
    """Above zero for the agent, below for the customer."""
    said = " ".join(text.lower().replace("’", "'").split())
    return sum(said.count(sign) for sign in words.says[AGENT]) - sum(said.count(sign) for sign in words.says[CUSTOMER])
