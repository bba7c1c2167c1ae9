"""The draft check over HTTP: how long one takes, and how many there are in a second with eight clients at once."""

import statistics
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from itertools import count

import requests

from benchmarks.drafts import LENGTHS, customer, of_length, parts
from benchmarks.served import FLOOR, PRODUCT, served
from benchmarks.timing import Timing, time_calls

CLIENTS = 8
NEW, EDITED = "new draft", "one sentence edited"


@dataclass(frozen=True)
class Throughput:
    """Checks by several clients at once.

    Attributes:
        name: What was asked.
        clients: How many.
        a_second: Answers in a second.
        p50: Median of what one client waited, in milliseconds.
    """

    name: str
    clients: int
    a_second: float
    p50: float


def measure(calls: int) -> dict:
    """Times in milliseconds, and throughput, of the product and of the floor, each server started anew."""
    found: dict = {"timings": {}, "throughput": []}
    for name, application in (("floor", FLOOR), ("check", PRODUCT)):
        with served(application) as address:
            found["timings"][name] = [asdict(timing) for timing in _timings(address, calls)]
        with served(application) as address:
            found["throughput"].append(asdict(_throughput(name, address, calls)))
    return found


def _timings(address: str, calls: int) -> Iterator[Timing]:
    check, numbers = _checker(address), count()

    def take(words: int) -> int:
        return [next(numbers) for _ in range(parts(words))][0]

    for words in LENGTHS:

        def new(_: int, words: int = words) -> str:
            return of_length(words, take(words))

        def edited(_: int, words: int = words) -> str:
            number, edit = take(words), next(numbers)
            check(of_length(words, number))
            return of_length(words, number, edit)

        yield time_calls(f"{words} words, {NEW}", check, calls, new)
        yield time_calls(f"{words} words, {EDITED}", check, calls, edited)


def _throughput(name: str, address: str, calls: int) -> Throughput:
    """Every client asks for new drafts of 60 words, one after the other, as fast as it is answered."""
    numbers, taking, waited = count(), threading.Lock(), []
    _checker(address)(of_length(60, next(numbers)))
    together = threading.Barrier(CLIENTS + 1)

    def ask() -> None:
        check = _checker(address)
        together.wait()
        for _ in range(max(2, calls // 4)):
            with taking:
                number = next(numbers)
            began = time.perf_counter()
            check(of_length(60, number))
            waited.append((time.perf_counter() - began) * 1000)

    clients = [threading.Thread(target=ask) for _ in range(CLIENTS)]
    for client in clients:
        client.start()
    together.wait()
    began = time.perf_counter()
    for client in clients:
        client.join()
    return Throughput(name, CLIENTS, len(waited) / (time.perf_counter() - began), statistics.median(waited))


def _checker(address: str) -> Callable[[str], None]:
    web = requests.Session()
    web.trust_env = False

    def check(text: str) -> None:
        body = {"draft": text, "customer": customer(0), "channel": "email", "most": 3}
        web.post(f"{address}/api/v1/drafts/check", json=body, timeout=60).raise_for_status()

    return check
