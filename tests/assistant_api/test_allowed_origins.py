"""Which origins the setting takes, and how they are written."""

import pytest

from assistant_api.origins import allowed_origins
from coaching.errors import CoachError


@pytest.mark.parametrize(
    ("listed", "origins"),
    [
        ("", set()),
        (" , ", set()),
        ("https://desk.example", {"https://desk.example"}),
        ("HTTPS://Desk.Example:443, http://10.0.0.7:3000", {"https://desk.example", "http://10.0.0.7:3000"}),
        ("http://localhost:80,https://desk.example:8443", {"http://localhost", "https://desk.example:8443"}),
        ("http://[2001:db8::1]:3000", {"http://[2001:db8::1]:3000"}),
        ("https://xn--bcher-kva.example", {"https://xn--bcher-kva.example"}),
    ],
)
def test_as_browsers_write_them(listed, origins):
    assert allowed_origins(listed) == origins


@pytest.mark.parametrize(
    "wrong",
    [
        "*",
        "null",
        "https://*.example",
        "desk.example",
        "//desk.example",
        "https://desk.example/",
        "https://desk.example/reply",
        "https://desk.example?",
        "https://desk.example#",
        "https://me@desk.example",
        "https://desk.example:0",
        "https://desk.example:port",
        "https://desk.example:99999",
        "https://",
        "https://bücher.example",
        "https://[",
        "https://desk example",
        "ftp://desk.example",
        "file://",
        "https://desk.example https://other.example",
    ],
)
def test_what_is_no_origin(wrong):
    with pytest.raises(CoachError) as raised:
        allowed_origins(f"https://good.example,{wrong}")
    assert "HEARD_ALLOWED_ORIGINS" in str(raised.value) and "https://HOST" in str(raised.value)
