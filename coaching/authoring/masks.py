"""What stands in a text where personal data was taken out."""

from __future__ import annotations

import re

KINDS = (
    *("name", "email", "phone", "card", "iban", "ip", "address", "link", "handle", "bank", "birth", "id"),
    *("passport", "plate"),
)
"""As ``coaching.privacy`` calls them, whose own module is slow to import; a test holds the two together."""
MASK = re.compile(rf"\[({'|'.join(KINDS)})\]")
