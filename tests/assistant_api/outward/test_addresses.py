"""Where webhooks may lead: into the open, or to this very machine in so many words; never into a network."""

import socket
from ipaddress import ip_address

import pytest

from assistant_api.outward.addresses import AddressRefused, is_open, look_up, read_address, read_record_store
from assistant_api.outward.store_settings import record_store
from coaching.errors import CoachError

GOOD = ["https://desk.example/hook", "https://desk.example:8443/a?b=c", "http://localhost:9000/x", "http://127.0.0.1/",
        "http://[::1]:9000/", "https://93.184.216.34/"]  # fmt: skip
BAD = ["", "x", "ftp://desk.example/", "http://desk.example/", "https://", "https://me:pw@desk.example/",
       "https://desk.example/#x", "https://desk.example:0/", "https://desk.example:99999/", "https://a b.example/",
       "https://10.0.0.1/", "https://192.168.1.1/", "https://169.254.169.254/latest", "https://[fd00::1]/",
       "https://[::ffff:10.0.0.1]/", "https://intranet/", "https://printer.local/", "https://100.64.0.1/",
       "https://desk.example/\r\nX: y", "javascript:alert(1)", "https://0.0.0.0/", "https://[", "https://é.example/",
       "http://localhost.evil.example/", f"https://desk.example/{'x' * 500}"]  # fmt: skip


@pytest.mark.parametrize("url", GOOD)
def test_these_are_taken(url):
    assert read_address(url).host


@pytest.mark.parametrize("url", BAD)
def test_these_are_refused(url):
    with pytest.raises(ValueError, match="an address"):
        read_address(url)


@pytest.mark.parametrize("number", ["10.1.2.3", "127.0.0.1", "::1", "fe80::1", "169.254.169.254", "0.0.0.0",
                                    "::ffff:127.0.0.1", "64:ff9b::a00:1", "2002:a00:1::", "224.0.0.1"])  # fmt: skip
def test_a_name_that_leads_inside_is_not_followed(number, monkeypatch):
    assert not is_open(ip_address(number))
    # One open address beside it does not help.
    answers = [(0, 0, 0, "", (one, 443)) for one in ("93.184.216.34", number)]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *asked, **more: answers)
    with pytest.raises(AddressRefused, match="private network"):
        look_up(read_address("https://desk.example/hook"))


def test_localhost_has_to_be_this_machine(monkeypatch):
    monkeypatch.setattr(socket, "getaddrinfo", lambda *asked, **more: [(0, 0, 0, "", ("10.0.0.1", 80))])
    with pytest.raises(AddressRefused):
        look_up(read_address("http://localhost/"))


def test_an_unknown_name_is_told(monkeypatch):
    def fail(*asked, **more):
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    with pytest.raises(AddressRefused, match="not known"):
        look_up(read_address("https://desk.example/hook"))


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("https://lrs.example/xapi", "/xapi/statements"),
        ("https://lrs.example/xapi/statements/", "/xapi/statements"),
        ("https://10.0.0.1/", "/statements"),
    ],
)
def test_a_record_store_may_stand_in_ones_own_network(url, target):
    assert read_record_store(url).target == target


ALL = {"HEARD_XAPI_URL": "https://lrs.example", "HEARD_XAPI_KEY": "k", "HEARD_XAPI_SECRET": "s"}


@pytest.mark.parametrize("lacking", ALL)
def test_statements_need_all_three_settings(lacking):
    with pytest.raises(CoachError, match=lacking):
        record_store({**ALL, lacking: " "})


def test_no_setting_means_no_statements():
    assert record_store({}) is None
    with pytest.raises(CoachError, match="HEARD_XAPI_URL: expected an address"):
        record_store({**ALL, "HEARD_XAPI_URL": "http://lrs.example"})
