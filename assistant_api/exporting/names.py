"""Names of the files that are handed out."""

from __future__ import annotations

import re
import unicodedata

_LONGEST = 60


def file_name(what: str, title: str, form: str) -> str:
    """A file name of plain letters, digits and hyphens, the same for the same title, safe in a header.

    Args:
        what: What it holds: session, person, team …
        title: What it is called, whatever somebody wrote.
        form: The ending.
    """
    letters = unicodedata.normalize("NFKD", title.casefold()).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:_LONGEST].strip("-")
    return "-".join(part for part in ("heard", what, words) if part) + f".{form}"
