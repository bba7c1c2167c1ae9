import pytest

from coaching.errors import CoachError
from launcher.settings import LaunchSettings
from launcher.stack import rasa_server


def test_defaults_need_no_environment():
    settings = LaunchSettings.from_environment({})
    assert settings.address() == "http://127.0.0.1:8000"
    assert (settings.rasa.port, settings.actions.port) == (5005, 5055)


def test_token_is_fresh_unless_set():
    first, second = LaunchSettings.from_environment({}), LaunchSettings.from_environment({})
    assert first.token != second.token
    assert LaunchSettings.from_environment({"HEARD_RASA_TOKEN": "abc"}).environment()["HEARD_RASA_TOKEN"] == "abc"


@pytest.mark.parametrize("port", ["0", "65536", "eighty", "-1"])
def test_bad_port_names_the_setting(port):
    with pytest.raises(CoachError, match="HEARD_PORT"):
        LaunchSettings.from_environment({"HEARD_PORT": port})


@pytest.mark.parametrize(
    "url", ["http://10.0.0.1:5005", "https://127.0.0.1:5005", "127.0.0.1:5005", "http://127.0.0.1:x"]
)
def test_rasa_stays_on_loopback(url):
    with pytest.raises(CoachError, match="HEARD_RASA_URL"):
        LaunchSettings.from_environment({"HEARD_RASA_URL": url})


def test_every_process_hears_on_loopback_and_tells_nobody():
    environment = LaunchSettings.from_environment({"HEARD_PORT": "8080"}).environment()
    assert environment["SANIC_HOST"] == "127.0.0.1"
    assert environment["RASA_TELEMETRY_ENABLED"] == "false"
    assert environment["HEARD_PORT"] == "8080"


def test_ipv6_address_is_bracketed():
    assert LaunchSettings.from_environment({"HEARD_HOST": "::1"}).address() == "http://[::1]:8000"


def test_an_empty_variable_is_the_default():
    names = ("HEARD_HOST", "HEARD_PORT", "HEARD_RASA_URL", "HEARD_ACTIONS_URL", "HEARD_RASA_TOKEN", "HEARD_LOGS")
    empty = LaunchSettings.from_environment(dict.fromkeys(names, ""))
    default = LaunchSettings.from_environment({})
    assert (empty.web, empty.rasa, empty.actions, empty.logs) == (
        default.web,
        default.rasa,
        default.actions,
        default.logs,
    )
    assert empty.token


def test_any_token_reaches_rasa_as_one_word():
    settings = LaunchSettings.from_environment({"HEARD_RASA_TOKEN": "-a&b"})
    server = rasa_server(settings)
    assert "--auth-token=-a&b" in server.command
    assert server.ready_url.endswith("?token=-a%26b")
