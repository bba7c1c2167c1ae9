"""Requests that are wrong in one way each, a thousand of them from one seed."""

import json
import random

from malformed_request import Malformed, as_json, raw_body
from malformed_sessions import SESSION_KINDS

SEED = 4
TEXT_ROUTES = {
    "/drafts/check": {"draft": "I am sorry.", "customer": "Where is my lamp?", "channel": "chat", "most": 3},
    "/drafts/rewrite": {"draft": "I am sorry.", "customer": "Where is my lamp?", "channel": "email"},
    "/drafts/keep": {"draft": "I am sorry.", "customer": "Where is my lamp?", "channel": "social"},
    "/moves/explain": {"text": "I am sorry.", "customer": "Where is my lamp?", "label": "apologize"},
    "/drafts/check/batch": {"drafts": [{"draft": f"I am sorry, number {number}."} for number in range(3)]},
}
LIMITS = {"/drafts/check/batch": 4096 * 1024}
REQUIRED = {"/moves/explain": ("text", "label"), "/drafts/check/batch": ("drafts",)}
TEXTS = ("draft", "customer", "text")
NO_TEXT = (None, 3, 1.5, True, [], ["text"], {}, {"text": "x"})
NO_NUMBER = (0, -1, 21, 10**12, 1.5, True, "3", "", [], {}, float("nan"), float("inf"))
NO_CHANNEL = ("fax", "Chat", "EMAIL", "chat ", "", "e-mail", "телефон", "chat\0", None, 3, [], {})
NO_LABEL = ("kindness", "Hear", "", "hear,thank", None, 0, ["hear"], {})
BLANK = ("", " ", "\t\n", "\x01\x1b", "\u200b", "\ufeff", "\x85\xa0")
BROKEN = ("{", "}", "", "nul", "{'draft': 'x'}", '{"draft": "x",}', '{"draft" "x"}', "[1,", '"', "<draft/>", "draft=x")
NO_UTF8 = (b"\xff", b"\xc3", b"\xe2\x82", b"\xed\xa0\x80", b"\xf5\x80\x80\x80", b"\xfe\xff\x00")


def malformed(count):
    """So many requests, the kinds in turn."""
    chance = random.Random(SEED)
    return [KINDS[number % len(KINDS)](chance) for number in range(count)]


def _route(chance, *without):
    path = chance.choice([path for path in TEXT_ROUTES if path not in without])
    return path, json.loads(json.dumps(TEXT_ROUTES[path]))


def _place(chance, path, body):
    """An object of the body that holds texts, and how an error calls its fields."""
    if path != "/drafts/check/batch":
        return body, ""
    number = chance.randrange(len(body["drafts"]))
    return body["drafts"][number], f"drafts[{number}]."


def _wrong_value(values, names):
    def make(chance):
        path, body = _route(chance)
        inner, prefix = _place(chance, path, body)
        fitting = [name for name in names if name in inner or (prefix and name in TEXT_ROUTES["/drafts/check"])]
        if not fitting:
            return make(chance)
        name, value = chance.choice(fitting), chance.choice(values)
        inner[name] = value
        return Malformed(f"{name} = {value!r}", path, 422, "validation", prefix + name, options=as_json(body))

    return make


def _bad_text(chance):
    path, body = _route(chance)
    inner, prefix = _place(chance, path, body)
    name = chance.choice([name for name in TEXTS if name in inner])
    words = "I am sorry. " * chance.randrange(1, 9)
    at = chance.randrange(len(words))
    half = chr(chance.randrange(0xD800, 0xE000))
    inner[name] = chance.choice(
        [words[:at] + "\0" + words[at:], words[:at] + half + words[at:], "x" * chance.randrange(20_001, 30_000)]
    )
    return Malformed("NUL, half a character or too long", path, 422, "validation", prefix + name, options=as_json(body))


def _blank(chance):
    path, body = _route(chance)
    inner, prefix = _place(chance, path, body)
    name = "text" if "text" in inner else "draft"
    inner[name] = chance.choice(BLANK) * chance.randrange(1, 5)
    return Malformed("nothing to read", path, 422, "validation", prefix + name, options=as_json(body))


def _missing(chance):
    path, body = _route(chance)
    name = chance.choice(REQUIRED.get(path, ("draft",)))
    del body[name]
    return Malformed("missing", path, 422, "validation", name, options=as_json(body))


def _unknown(chance):
    path, body = _route(chance)
    inner, prefix = _place(chance, path, body)
    name = chance.choice(
        [
            "draughts",
            "Draft",
            "customer ",
            "",
            "🙂",
            "__proto__",
            "__pydantic_self__",
            "self",
            "cls",
            "x" * 90,
            "0",
            "draft.text",
        ]
    )
    inner[name] = chance.choice(["x", 3, None, [], {}])
    return Malformed(f"unknown {name!r}", path, 422, "validation", prefix + name, options=as_json(body))


def _no_object(chance):
    path, _ = _route(chance)
    body = chance.choice([[], [{"draft": "x"}], "draft", 3, 1.5, True, None])
    return Malformed(f"body {body!r}", path, 422, "validation", "body", options=as_json(body))


def _bad_batch(chance):
    drafts = [{"draft": "I am sorry."} for _ in range(chance.choice([0, 51, 60]))]
    value = chance.choice([drafts, "x", None, 3, {"draft": "x"}])
    return Malformed("no batch", "/drafts/check/batch", 422, "validation", "drafts", options=as_json({"drafts": value}))


def _bad_item(chance):
    drafts = [{"draft": "I am sorry."} for _ in range(chance.randrange(1, 51))]
    at = chance.randrange(len(drafts))
    drafts[at] = chance.choice([None, "x", 3, [], ["draft"], [[]]])
    name = f"drafts[{at}]"
    return Malformed("no object", "/drafts/check/batch", 422, "validation", name, options=as_json({"drafts": drafts}))


def _broken(chance):
    path, body = _route(chance)
    whole = json.dumps(body)
    raw = chance.choice([*BROKEN, whole[: chance.randrange(1, len(whole))], whole + chance.choice("]},x")])
    return Malformed(f"broken {raw[:40]!r}", path, 400, "not-json", options=raw_body(raw))


def _no_utf8(chance):
    path, body = _route(chance)
    whole = json.dumps(body).encode()
    at = chance.randrange(len(whole))
    return Malformed(
        "no UTF-8", path, 400, "not-json", options=raw_body(whole[:at] + chance.choice(NO_UTF8) + whole[at:])
    )


def _deep(chance):
    path, _ = _route(chance)
    depth = chance.randrange(3000, 20_000)
    opening = chance.choice(["[", '{"draft":', '{"customer":['])
    return Malformed("deep", path, 400, "not-json", options=raw_body(opening * depth))


def _long_number(chance):
    path, _ = _route(chance)
    return Malformed("long number", path, 400, "not-json", options=raw_body('{"most": ' + "9" * 5000 + "}"))


def _huge(chance):
    path, _ = _route(chance, "/drafts/check/batch")
    raw = json.dumps({"draft": "x" * (LIMITS.get(path, 512 * 1024) + chance.randrange(1000))})
    return Malformed("huge", path, 413, "too-large", options=raw_body(raw))


def _wrong_type(chance):
    path, body = _route(chance)
    kind = chance.choice(
        [
            "text/plain",
            "text/json",
            "application/xml",
            "multipart/form-data",
            "application/x-www-form-urlencoded",
            "json",
        ]
    )
    options = {"data": json.dumps(body), "content_type": kind}
    return Malformed(kind, path, 415, "not-json-type", options=options)


def _wrong_method(chance):
    path, body = _route(chance)
    method = chance.choice(["GET", "PUT", "PATCH", "DELETE"])
    options = {} if method == "GET" else as_json(body)
    return Malformed(method, path, 405, "method-not-allowed", method=method, options=options)


def _wrong_path(chance):
    path, body = _route(chance)
    path = chance.choice([path + "/", path + "s", path.upper(), f"/v2{path}", path + "/%00", path + "/../x"])
    return Malformed(path, path, 404, "not-found", options=as_json(body))


def _bad_host(chance):
    path, body = _route(chance)
    host = chance.choice(["evil.example", "localhost.evil.example", "", "[", "127.0.0.1.evil:80", "[::2]", "locаlhost"])
    options = {**as_json(body), "headers": {"Host": host.encode("utf-8").decode("latin-1")}}
    return Malformed(f"host {host!r}", path, 400, "untrusted-host", options=options)


def _bad_origin(chance):
    path, body = _route(chance)
    origin = chance.choice(["https://evil.example", "null", "http://localhost:1", "https://[", "*", "x" * 3000])
    options = {**as_json(body), "headers": {"Origin": origin}}
    return Malformed(f"origin {origin[:40]!r}", path, 403, "cross-origin", options=options)


def _bad_token(chance):
    path, body = _route(chance)
    token = chance.choice(["Bearer", "Bearer x", "Bearer \xff", "x", "Token x", "Bearer " + "x" * 3000, "Bearer a,b"])
    options = {**as_json(body), "headers": {"Authorization": token}}
    return Malformed(f"token {token[:40]!r}", path, 401, "bad-token", options=options)


def _bad_query(chance):
    name, values = chance.choice([("limit", ["0", "101", "-1", "x", "1.5", ""]), ("before", ["x", "-1", "1e3", " "])])
    options = {"query_string": {name: chance.choice(values)}}
    return Malformed(f"query {options}", "/drafts/kept", 422, "validation", name, method="GET", options=options)


KINDS = (
    *SESSION_KINDS,
    _wrong_value(NO_TEXT, TEXTS),
    _wrong_value(NO_NUMBER, ("most",)),
    _wrong_value(NO_CHANNEL, ("channel",)),
    _wrong_value(NO_LABEL, ("label",)),
    _bad_text,
    _blank,
    _missing,
    _unknown,
    _no_object,
    _bad_batch,
    _bad_item,
    _broken,
    _no_utf8,
    _deep,
    _long_number,
    _huge,
    _wrong_type,
    _wrong_method,
    _wrong_path,
    _bad_host,
    _bad_origin,
    _bad_token,
    _bad_query,
)
