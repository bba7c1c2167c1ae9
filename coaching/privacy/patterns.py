"""Personal data that has a shape: Presidio's own recognisers, and the shapes of ``patterns.yml``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import regex
from presidio_analyzer import EntityRecognizer, Pattern, PatternRecognizer
from presidio_analyzer.predefined_recognizers import (
    CreditCardRecognizer,
    EmailRecognizer,
    IbanRecognizer,
    PhoneRecognizer,
)

from coaching.privacy.expressions import expression
from coaching.yamlfile import Node, read

PATTERNS_FILE = Path(__file__).with_name("patterns.yml")
SHAPED = (
    "email",
    "phone",
    "card",
    "iban",
    "ip",
    "address",
    "link",
    "handle",
    "bank",
    "birth",
    "id",
    "passport",
    "plate",
)
"""The kinds of personal data that have a shape."""
_SCORE = 0.9
"""More than a name's, so that "Oakwood Drive" is an address."""
_CARD = r"\b(?:2[2-7]|3[068]|4\d|5\d|6\d)\d{2}(?:[ -]?\d){10,12}\b"
_UNCHECKED = 0.3
"""Under what counts: Presidio lifts it to 1 where the last digit is right (Luhn), and drops it where it is not."""


@dataclass(frozen=True)
class Shapes:
    """What ``patterns.yml`` says.

    Attributes:
        recognisers: Presidio's and our own, of every kind in ``SHAPED``.
        not_phones: Ends where what looks like a telephone number or a number plate begins that the words before it call
            an order, a ticket or the like.
    """

    recognisers: tuple[EntityRecognizer, ...]
    not_phones: regex.Pattern[str]


def read_shapes() -> Shapes:
    """Read ``patterns.yml``.

    Of Presidio's recogniser of e-mail addresses only the pattern is used: it fetches a list of domains from the
    network. Its recogniser of cards is used twice, for it knows neither Mastercard's newer numbers nor every grouping.

    Raises:
        DataError: The file is not as it should be; names the line.
    """
    root = read(PATTERNS_FILE)
    root.only("note", "source", "phone_regions", "not_phones", "patterns")
    email = [Pattern(one.name, one.regex, _SCORE) for one in EmailRecognizer.PATTERNS]
    ready = (
        PatternRecognizer("email", patterns=email),
        PhoneRecognizer(supported_regions=root.at("phone_regions").texts()),
        CreditCardRecognizer(supported_entity="card"),
        CreditCardRecognizer([Pattern("any grouping", _CARD, _UNCHECKED)], supported_entity="card"),
        IbanRecognizer(supported_entity="iban", regex_flags=regex.MULTILINE | regex.IGNORECASE),
    )
    own = (_recogniser(node) for node in root.at("patterns").each())
    return Shapes((*ready, *own), expression(root.at("not_phones")))


def _recogniser(node: Node) -> PatternRecognizer:
    node.only("kind", "note", "pattern")
    shape = Pattern(node.at("note").text(), expression(node.at("pattern")).pattern, _SCORE)
    kind = node.at("kind").one_of(SHAPED)
    return PatternRecognizer(kind, patterns=[shape], global_regex_flags=regex.MULTILINE)
