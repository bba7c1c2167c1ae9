"""The sites whose pages may ask this application for drafts: an allow-list of exact origins, without wildcards."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from coaching.errors import CoachError

_DEFAULT_PORTS = {"http": 80, "https": 443}
_NAME = re.compile(r"[a-z0-9_-]+(\.[a-z0-9_-]+)*|[0-9a-f:.]+")
_EXPECTED = "https://HOST or https://HOST:PORT, exactly as a browser writes it, several separated by commas"


def allowed_origins(listed: str) -> frozenset[str]:
    """The value of ``HEARD_ALLOWED_ORIGINS`` as browsers send it in ``Origin``.

    Args:
        listed: Origins separated by commas; may be empty.

    Raises:
        CoachError: One is no origin: a wildcard, a path, a name in other letters than ASCII; says what was expected.
    """
    return frozenset(_origin(one.strip()) for one in listed.split(",") if one.strip())


def _origin(given: str) -> str:
    wrong = CoachError(f"HEARD_ALLOWED_ORIGINS has {given!r}; expected {_EXPECTED}")
    try:
        parts = urlsplit(given.lower())
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise wrong from error
    # `http://host?` and the like would otherwise pass for the origin alone.
    bare = given.lower() == f"{parts.scheme}://{parts.netloc}" and "@" not in parts.netloc
    if not bare or parts.scheme not in _DEFAULT_PORTS or port == 0 or not _NAME.fullmatch(host):
        raise wrong
    host = f"[{host}]" if ":" in host else host
    # Browsers leave a scheme's own port out.
    place = "" if port in (None, _DEFAULT_PORTS[parts.scheme]) else f":{port}"
    return f"{parts.scheme}://{host}{place}"
