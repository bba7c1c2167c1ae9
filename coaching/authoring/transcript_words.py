"""The words of ``transcript.yml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from coaching.yamlfile import Node, read

FILE = Path(__file__).with_name("transcript.yml")
_SIDES = ("customer", "agent", "system")


@dataclass(frozen=True)
class TranscriptWords:
    """How conversations are written down.

    Attributes:
        roles: Label in small letters to ``customer``, ``agent`` or ``system``.
        says: For ``customer`` and ``agent``: phrases that only they say.
        headers: Names of an e-mail's header lines.
        phone, social: Signs of these channels.
    """

    roles: dict[str, str]
    says: dict[str, tuple[str, ...]]
    headers: frozenset[str]
    phone: tuple[str, ...]
    social: tuple[str, ...]


@lru_cache(maxsize=1)
def transcript_words() -> TranscriptWords:
    """Read the file; once a process.

    Raises:
        DataError: It is not as it should be; names the line.
    """
    root = read(FILE)
    root.only("note", "source", *_SIDES, "agent_says", "customer_says", "headers", "phone", "social")
    return TranscriptWords(
        roles={word: side for side in _SIDES for word in root.at(side).texts()},
        says={side: root.at(f"{side}_says").texts() for side in ("customer", "agent")},
        headers=frozenset(_lower(root.at("headers"))),
        phone=root.at("phone").texts(),
        social=root.at("social").texts(),
    )


def _lower(node: Node) -> tuple[str, ...]:
    return tuple(text.lower() for text in node.texts())
