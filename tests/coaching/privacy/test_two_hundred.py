"""What is found of twelve kinds of personal data in 200 messages, and what is taken for it in 100 without any.

``docs/privacy.md`` tells these figures: what is asked for here is what was reached when it was written.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from coaching.paths import ROOT
from coaching.privacy import find, take_out
from coaching.yamlfile import read

PLANTED = re.compile(r"\{(\w+):(.*?)\}")
LOTS = {name: node.texts() for name, node in read(Path(__file__).with_name("two_hundred.yml")).items()}
KINDS = {
    "name": 20,
    "email": 18,
    "phone": 17,
    "card": 17,
    "iban": 17,
    "address": 17,
    "id": 17,
    "passport": 16,
    "birth": 16,
    "ip": 17,
    "plate": 16,
    "handle": 15,
}
"""How many pieces of each kind are planted in the two hundred."""
MISSED = {"phone": 1}
"""How many of them stay; every other kind is found whole."""


def planted(message: str) -> tuple[str, list[tuple[str, int, int]]]:
    """The message as it was written, and each piece with its place in it."""
    pieces, text, last = [], "", 0
    for match in PLANTED.finditer(message):
        text += message[last : match.start()]
        pieces.append((match[1], len(text), len(text) + len(match[2])))
        text += match[2]
        last = match.end()
    return text + message[last:], pieces


def missed(messages: list[str]) -> Counter[str]:
    """Pieces of each kind of which some character stays."""
    stays: Counter[str] = Counter()
    for message in messages:
        text, pieces = planted(message)
        covered = {place for one in find(text) for place in range(one.start, one.end)}
        stays.update(kind for kind, start, end in pieces if not covered.issuperset(range(start, end)))
    return stays


def test_two_hundred_messages_of_twelve_kinds() -> None:
    assert len(LOTS["planted"]) == 200 and len(set(LOTS["planted"])) == 200
    assert Counter(kind for message in LOTS["planted"] for kind, _ in PLANTED.findall(message)) == KINDS


def test_the_share_found_of_each_kind() -> None:
    assert missed(LOTS["planted"]) == MISSED


def test_messages_written_later() -> None:
    assert missed(LOTS["later"]) == {"birth": 1, "plate": 1}


def test_a_hundred_messages_without_any_stay_as_they_are() -> None:
    assert len(set(LOTS["plain"])) == 100
    assert [message for message in LOTS["plain"] if take_out(message).text != message] == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_documentation_tells_the_figures(kind: str) -> None:
    row = re.search(rf"^\| [^|]*`{kind}`[^|]* \| (\d+) of (\d+) \|", (ROOT / "docs/privacy.md").read_text(), re.M)
    assert row is not None
    assert (int(row[1]), int(row[2])) == (KINDS[kind] - MISSED.get(kind, 0), KINDS[kind])
