"""Requests on sessions that are wrong in one way each."""

from malformed_request import Malformed, as_json

SESSION = "/sessions/11111111-1111-4111-8111-111111111111"
GOOD_START = {"scenario": "late_parcel", "level": 3, "blind": False, "hints": "live", "seed": 1}
START_WRONG = {
    "level": (0, 6, -1, 10**18, 2.5, "3", "hard", True, [], {}, float("nan"), float("inf")),
    "blind": ("true", "no", 0, 1, None, [], {}, 0.5),
    "hints": ("", "never", "Off", "on request", 0, True, None, [], {}, ["off"]),
    "persona": (3, True, [], {}, "x" * 101),
    "seed": (-1, 2**31, 1.5, "7", True, [], {}),
    "scenario": (None, 3, True, [], {}, "x" * 101),
}
BODIES = {
    "/rewind": ("turn", (0, -1, 1.5, 10**18, "1", "", None, True, [], {}, [1], float("nan"))),
    "/hint": ("stuck", ("true", "", 0, 1, None, [], {}, 1.5)),
}


def _bad_start(chance):
    name = chance.choice(list(START_WRONG))
    body = {**GOOD_START, name: chance.choice(START_WRONG[name])}
    return Malformed(f"{name} = {body[name]!r}", "/sessions", 422, "validation", name, options=as_json(body))


def _bad_step(chance):
    ending = chance.choice(list(BODIES))
    name, values = BODIES[ending]
    body = {name: chance.choice(values)}
    return Malformed(f"{name} = {body[name]!r}", SESSION + ending, 422, "validation", name, options=as_json(body))


def _unknown_step(chance):
    ending = chance.choice(["/rewind", "/hint", "/pause", "/resume", "/end"])
    name = chance.choice(["Turn", "turns", "", "reason", "__proto__", "self", "🙂"])
    body = {name: chance.choice([1, None, "x", [], {}]), **({"turn": 1} if ending == "/rewind" else {})}
    return Malformed(f"unknown {name!r}", SESSION + ending, 422, "validation", name, options=as_json(body))


def _no_such_session(chance):
    one = chance.choice([SESSION, *(f"/sessions/{name}" for name in ("1", "%27%20OR%201=1", "%F0%9F%99%82", "x%00"))])
    method, ending, body = chance.choice(
        [
            ("GET", "", None),
            ("GET", "/brief", None),
            ("GET", "/debrief", None),
            ("POST", "/pause", {}),
            ("POST", "/resume", {}),
            ("POST", "/hint", {"stuck": True}),
            ("POST", "/rewind", {"turn": chance.randrange(1, 99)}),
            ("DELETE", "", None),
        ]
    )
    options = {} if body is None else as_json(body)
    return Malformed(f"no session {one}", one + ending, 404, "not-found", method=method, options=options)


REVIEW = SESSION.replace("/sessions/", "/review/sessions/")
REVIEWS = {
    f"{REVIEW}/comments": {"turn": 1, "sentence": 0, "text": "Well said."},
    f"{REVIEW}/labels": {"turn": 1, "sentence": 0, "labels": ["hear"], "reason": "It does."},
    f"{REVIEW}/points": {"rule": "step.hear", "points": 3, "reason": "It does."},
    f"{REVIEW}/dispute": {"turn": 1, "reason": "It does."},
    "/review/disputes/1/answer": {"upheld": "stands", "text": "It does not."},
    "/review/imports/preview": {"format": "text", "content": "Customer: Hello.\nAgent: Hello."},
    "/review/imports": {"format": "text", "content": "Customer: Hello.\nAgent: Hello.", "person": None, "title": "x"},
}
REVIEW_WRONG = {
    "turn": (0, -1, 1.5, 10**18, "1", "", True, [], {}, float("inf")),
    "sentence": (-1, 1.5, 1001, "0", True, [], {}),
    "points": (None, 1.5, 101, -101, "3", True, [], {}),
    "labels": (None, "hear", ["kindness"], {}, ["hear"] * 99),
    "text": (None, 3, "", " \n", "\0x", "x" * 2001, [], {}, True),
    "reason": (None, 3, "", "\u200b", "x" * 2001, [], {}),
    "rule": (None, 3, "", "x" * 101, []),
    "upheld": (None, "", "maybe", "Stands", 1, []),
    "format": (None, "", "xml", "CSV", 1, []),
    "content": (None, 3, "", " ", "\0", [], {}),
    "title": (None, 3, "x" * 121, []),
    "person": (3, "x" * 37, [], {}),
}


def _bad_review(chance):
    path = chance.choice(list(REVIEWS))
    body = dict(REVIEWS[path])
    name = chance.choice(list(body))
    body[name] = chance.choice(REVIEW_WRONG[name])
    return Malformed(f"{name} = {body[name]!r:.80}", path, 422, "validation", name, options=as_json(body))


SESSION_KINDS = (_bad_review, _bad_start, _bad_step, _unknown_step, _no_such_session)
