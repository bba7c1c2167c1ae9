"""Practice turns through the web application, Rasa and its action server."""

import time
import uuid

import requests

from benchmarks.timing import Timing, summary

LINES = (
    "Hello, you are through to Sam. Please tell me what happened, from the start.",
    "So the parcel should have come on Thursday and nobody rang. Have I got that right?",
    "I can hear how worried you are about Saturday. What is the order number?",
    "I am sorry that we left you waiting. The van broke down and the parcel went back to the depot.",
)


def time_turns(web: requests.Session, address: str, calls: int) -> Timing:
    """Time ``calls`` turns; a session is closed and a new one begun after each four turns or when it has ended."""
    times: list[float] = []
    seed = 0
    while len(times) < calls + 3:
        seed += 1
        began = web.post(f"{address}/api/v1/sessions", json={"scenario": "late_parcel", "seed": seed}, timeout=60)
        began.raise_for_status()
        session = began.json()["id"]
        for line in LINES:
            body = {"turn_id": str(uuid.uuid4()), "text": line}
            start = time.perf_counter()
            answer = web.post(f"{address}/api/v1/sessions/{session}/turns", json=body, timeout=60)
            times.append((time.perf_counter() - start) * 1000)
            answer.raise_for_status()
            if answer.json()["session"]["status"] == "ended":
                break
    # The first turns warm caches.
    return summary("practice turn, through Rasa", times[3 : calls + 3])
