"""One POST to an address outside: to the number that was looked up, no redirect followed, bounded in time and size."""

from __future__ import annotations

from collections.abc import Mapping

import certifi
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, Timeout
from urllib3.exceptions import HTTPError

from assistant_api.outward.addresses import Address, AddressRefused, look_up

_TIMEOUT = Timeout(connect=5, read=10)
_AGENT = "HEARD-Coach"


class NotDelivered(Exception):
    """It did not arrive; the message says why, without what was sent."""


def post(address: Address, body: bytes, headers: Mapping[str, str], accepted: tuple[int, ...] = ()) -> None:
    """Send it once.

    Args:
        address: Where to.
        body: What.
        headers: Beside those of every request.
        accepted: Statuses that are as good as one from 200 to 299.

    Raises:
        NotDelivered: It was not taken.
    """
    try:
        number = look_up(address)
        with _pool(address, number) as pool:
            # Read at once and no further than a little: what they answer with is not needed.
            answer = pool.urlopen(
                "POST", address.target, body=body, headers={**headers, "Host": address.place, "User-Agent": _AGENT},
                redirect=False, retries=False, preload_content=False,
            )  # fmt: skip
            status = answer.status
            answer.close()
    except AddressRefused as error:
        raise NotDelivered(str(error)) from None
    except (HTTPError, OSError) as error:
        raise NotDelivered(f"No answer ({type(error).__name__}).") from None
    if 300 <= status < 400:
        raise NotDelivered(f"It answered {status}, a redirection; none is followed. Set the address it leads to.")
    if not 200 <= status < 300 and status not in accepted:
        raise NotDelivered(f"It answered {status}.")


def _pool(address: Address, number: str) -> HTTPConnectionPool:
    if not address.secure:
        return HTTPConnectionPool(number, address.port, timeout=_TIMEOUT)
    # The certificate has to be the name's, though the connection goes to the number.
    return HTTPSConnectionPool(
        number, address.port, timeout=_TIMEOUT, cert_reqs="CERT_REQUIRED", ca_certs=certifi.where(),
        server_hostname=address.host, assert_hostname=address.host,
    )  # fmt: skip
