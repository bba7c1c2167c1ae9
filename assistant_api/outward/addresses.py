"""Where may be sent to: https anywhere in the open, http to this very machine where an admin wrote so, nowhere else.

Without that a webhook could be made to ask machines inside the network, which trust whoever reaches them (server-side
request forgery, OWASP). The address is looked up once and the connection made to what was found, so that a name cannot
lead elsewhere in between.
"""

from __future__ import annotations

import socket
from dataclasses import dataclass, replace
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import urlsplit

LOOPBACK = ("localhost", "127.0.0.1", "::1")
LONGEST = 500
_NAT64 = IPv6Network("64:ff9b::/96")
EXPECTED = f"an address https://… of at most {LONGEST} characters, or http://… on this machine (localhost)"


class AddressRefused(Exception):
    """Nothing is sent to this address; the message says why."""


@dataclass(frozen=True)
class Address:
    """An address in its parts.

    Attributes:
        secure: Whether it is https.
        host: The name or number, lower case.
        port: The port.
        target: Path and query.
        trusted: Whether it may lead into the installation's own network.
    """

    secure: bool
    host: str
    port: int
    target: str
    trusted: bool = False

    @property
    def is_loopback(self) -> bool:
        """Whether it leads to this machine, in so many words."""
        return self.host in LOOPBACK

    @property
    def place(self) -> str:
        """Host and port as a header has them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == (443 if self.secure else 80) else f"{host}:{self.port}"


def read_address(url: str) -> Address:
    """The parts of an address.

    Raises:
        ValueError: It is none to which anything is sent; says what was expected.
    """
    found = _parts(url)
    if not found.is_loopback and not _may_be_open(found.host):
        raise ValueError(f"{EXPECTED}; this one is inside a network")
    return found


def _parts(url: str) -> Address:
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        raise ValueError(EXPECTED) from None
    strange = len(url) > LONGEST or not url.isascii() or any(one <= " " or one in '"<>\\' for one in url)
    if strange or not host or parts.username is not None or parts.fragment or port == 0:
        raise ValueError(EXPECTED)
    if parts.scheme != "https" and not (parts.scheme == "http" and host in LOOPBACK):
        raise ValueError(EXPECTED)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Address(parts.scheme == "https", host, port or (443 if parts.scheme == "https" else 80), target)


def read_record_store(url: str) -> Address:
    """The address that statements are posted to: the record store's, with ``/statements`` where it lacks that.

    Whoever sets an environment variable runs the installation, so it may stand in their own network; over http only on
    this machine.

    Raises:
        ValueError: It is no such address; says what was expected.
    """
    found = _parts(url)
    path = found.target.rstrip("/")
    return replace(found, trusted=True, target=path if path.endswith("/statements") else f"{path}/statements")


def look_up(address: Address) -> str:
    """The number that a connection goes to.

    Raises:
        AddressRefused: The name is unknown, or leads into a private network.
    """
    try:
        found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise AddressRefused(f"The name {address.host} is not known.") from None
    numbers = [str(one[4][0]).split("%", 1)[0] for one in found]
    for number in numbers if not address.trusted else ():
        if not (ip_address(number).is_loopback if address.is_loopback else is_open(ip_address(number))):
            raise AddressRefused(f"{address.host} leads into a private network; nothing is sent there.")
    return numbers[0]


def is_open(number: IPv4Address | IPv6Address) -> bool:
    """Whether an address is one of the open internet, also where it is written into another."""
    if isinstance(number, IPv6Address):
        inner = number.ipv4_mapped or number.sixtofour or (number.teredo or (None, None))[1]
        if inner is not None:
            return is_open(inner)
        if number in _NAT64:
            return is_open(IPv4Address(int(number) & 0xFFFFFFFF))
    return number.is_global and not number.is_multicast


def _may_be_open(host: str) -> bool:
    try:
        return is_open(ip_address(host))
    except ValueError:
        return "." in host and not host.endswith((".localhost", ".local", ".internal", ".lan"))
