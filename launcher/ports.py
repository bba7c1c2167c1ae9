"""Is a port free? Asked before anything is started, so that the answer names the setting and not a traceback."""

from __future__ import annotations

import socket
from collections.abc import Iterable

from coaching.errors import CoachError
from launcher.settings import Place


def require_free(places: Iterable[Place]) -> None:
    """Check every place.

    Raises:
        CoachError: A port is asked for twice, taken, or may not be used; names it and the setting that changes it.
    """
    asked: dict[int, Place] = {}
    for place in places:
        other = asked.setdefault(place.port, place)
        if other is not place:
            raise CoachError(f"port {place.port} is given twice, by {other.setting} and {place.setting}; change one")
        with socket.socket(socket.AF_INET6 if ":" in place.host else socket.AF_INET) as probe:
            # As the servers do: a port in TIME_WAIT after a stop is free.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((place.host, place.port))
            except OSError as error:
                raise CoachError(
                    f"port {place.port} on {place.host} cannot be used ({error.strerror}); "
                    f"stop what uses it or set {place.setting} to another"
                ) from error
