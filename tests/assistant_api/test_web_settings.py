"""The web application's settings."""

import pytest

from assistant_api.settings import LOOPBACK_NAMES, Settings
from coaching.errors import CoachError


def test_the_defaults_need_nothing():
    settings = Settings.from_environment({})
    assert settings == Settings()
    assert settings.database_url.endswith("/var/heard.sqlite3")


def test_every_setting():
    settings = Settings.from_environment(
        {
            "HEARD_DATABASE_URL": "postgresql://me:pass@db/heard",
            "HEARD_DATABASE_TIMEOUT": "1",
            "HEARD_RASA_URL": "http://localhost:5105/",
            "HEARD_RASA_TOKEN": "secret",
            "HEARD_ACTIONS_URL": "http://localhost:5155",
            "HEARD_CUSTOMER_TIMEOUT": "2.5",
            "HEARD_HOST": "192.0.2.7",
            "HEARD_ALLOWED_HOSTS": "Coach.Example, [2001:db8::1]",
            "HEARD_ALLOWED_ORIGINS": "https://Desk.Example, http://localhost:3000",
            "HEARD_REQUIRE_TOKEN": "1",
            "HEARD_KEEP_DRAFTS": "1",
            "HEARD_KEEP_DRAFTS_DAYS": "7",
            "HEARD_SESSION_HOURS": "72",
        }
    )
    assert settings.database_url == "postgresql://me:pass@db/heard"
    assert settings.database_timeout == 1.0
    assert (settings.rasa_url, settings.rasa_token) == ("http://localhost:5105", "secret")
    assert (settings.actions_url, settings.customer_timeout) == ("http://localhost:5155", 2.5)
    assert settings.hosts == LOOPBACK_NAMES | {"192.0.2.7", "coach.example", "2001:db8::1"}
    assert settings.origins == {"https://desk.example", "http://localhost:3000"}
    assert (settings.require_token, settings.keep_drafts, settings.keep_drafts_days) == (True, True, 7)
    assert settings.session_hours == 72


def test_nothing_is_kept_and_no_site_is_allowed_by_default():
    settings = Settings.from_environment(
        {"HEARD_KEEP_DRAFTS": "0", "HEARD_REQUIRE_TOKEN": "", "HEARD_ALLOWED_ORIGINS": ""}
    )
    assert settings == Settings()
    assert (settings.origins, settings.require_token, settings.keep_drafts) == (frozenset(), False, False)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", ""])
def test_listening_everywhere_allows_no_further_name(host):
    assert Settings.from_environment({"HEARD_HOST": host}).hosts == LOOPBACK_NAMES


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("HEARD_DATABASE_URL", "heard.sqlite3", "sqlite:///PATH"),
        ("HEARD_DATABASE_URL", "oracle9://me:s3cret@db/heard", "postgresql://"),
        ("HEARD_RASA_URL", "127.0.0.1:5005", "http://HOST:PORT"),
        ("HEARD_RASA_URL", "http://127.0.0.1:port", "http://HOST:PORT"),
        ("HEARD_ACTIONS_URL", "http://127.0.0.1:5055/webhook", "http://HOST:PORT"),
        ("HEARD_CUSTOMER_TIMEOUT", "soon", "seconds from 0.1 to 300"),
        ("HEARD_CUSTOMER_TIMEOUT", "nan", "seconds from 0.1 to 300"),
        ("HEARD_CUSTOMER_TIMEOUT", "0", "seconds from 0.1 to 300"),
        ("HEARD_ALLOWED_HOSTS", "http://coach.example", "without a port"),
        ("HEARD_ALLOWED_HOSTS", "coach.example:8000", "without a port"),
        ("HEARD_ALLOWED_HOSTS", "*", "without a port"),
        ("HEARD_ALLOWED_ORIGINS", "*", "https://HOST"),
        ("HEARD_REQUIRE_TOKEN", "yes", "1 for on or 0 for off"),
        ("HEARD_KEEP_DRAFTS", "true", "1 for on or 0 for off"),
        ("HEARD_KEEP_DRAFTS_DAYS", "0", "whole days from 1 to 3650"),
        ("HEARD_KEEP_DRAFTS_DAYS", "3651", "whole days from 1 to 3650"),
        ("HEARD_KEEP_DRAFTS_DAYS", "1.5", "whole days from 1 to 3650"),
        ("HEARD_KEEP_DRAFTS_DAYS", "9" * 5000, "whole days from 1 to 3650"),
        ("HEARD_SESSION_HOURS", "0", "whole hours from 1 to 720"),
        ("HEARD_SESSION_HOURS", "721", "whole hours from 1 to 720"),
        ("HEARD_SESSION_HOURS", "a day", "whole hours from 1 to 720"),
        ("HEARD_SESSION_HOURS", "-24", "whole hours from 1 to 720"),
    ],
)
def test_a_value_that_its_variable_does_not_take(name, value, expected):
    with pytest.raises(CoachError) as raised:
        Settings.from_environment({name: value})
    assert name in str(raised.value) and expected in str(raised.value)
    assert "s3cret" not in str(raised.value)
