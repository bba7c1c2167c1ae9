"""A small HTTP server that speaks the practice channel's contract, remembers what it was asked, and fails on demand."""

import contextlib
import json
import re
import socket
import threading
from dataclasses import dataclass, field
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from coaching.customer import Customer
from coaching.moves import LABELS

TOKEN = "between-the-two"
FAREWELL = "Goodbye then."
"""A message that ends the conversation."""
RECOGNISER = "0123456789ab"
DOUBTS = {"busy": {"dismiss": 0.342, "blame": 0.25, "rush": 0.21}}
"""Words that leave their sentence unsure, with how likely each move is."""
KEYWORDS = {"sorry": "apologize", "refund": "resolve", "understand": "empathize", "policy": "policy"}


@lru_cache(maxsize=1)
def blank_state():
    """A customer's state as the real one has it, for what reads one."""
    return Customer.load().begin("late_parcel").state.to_json()


@dataclass
class Script:
    """What the next requests to the channel meet, one after the other; then everything works again."""

    answers: list = field(default_factory=list)
    """``down`` (the connection is cut), ``late`` (no answer in time), ``actions`` (502), ``lost`` (played, but its
    answer is), ``nonsense``, ``refused``, ``out_of_step``, or a status."""
    refusal: str = "No such scenario here."
    hold: threading.Event | None = None
    """Set by the test to let a held request go on."""
    held: threading.Event = field(default_factory=threading.Event)
    """Set by the server when it holds a request."""
    late: threading.Event = field(default_factory=threading.Event)
    """Set when the test is over, so that a late answer waits no longer."""


class FakeRasa:
    def __init__(self):
        self.script = Script()
        self.trackers = {}
        self.cast = {}
        self.asked = []
        self.rebuilt = []
        self.played = []
        self.paths = []
        self.model = "heard-test.tar.gz"
        self._server = None
        self.connections = set()
        self._port = 0
        # Reads the customer's files: before the first request, which is not to wait for it.
        blank_state()
        self.start()

    def start(self):
        rasa = self

        class Handler(_Handler):
            fake = rasa

        self._server = ThreadingHTTPServer(("127.0.0.1", self._port), Handler)
        self._server.daemon_threads = True
        self._port = self._server.server_address[1]
        self.url = f"http://127.0.0.1:{self._port}"
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()

    def stop(self):
        """Go away, with every tracker: Rasa keeps them in memory."""
        if self._server is None:
            return
        self._server.shutdown()
        self._server.server_close()
        self._server = None
        for connection in list(self.connections):
            # The other side may have closed it already.
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        self.trackers.clear()

    def play(self, body):
        """Answer one event as the channel does."""
        if body["event"] == "start":
            self.trackers[body["session"]] = {"turn": 0, "ended": False}
            self.cast[body["session"]] = {name: body[name] for name in ("scenario", "persona", "seed", "level")}
            self.played.append(("start", body["session"]))
            return {"reply": self.reply(body, ["It never came!", "Where is it?"], 0)}
        tracker = self.trackers.get(body["session"])
        after = body["turn"] - (body["event"] == "turn")
        if tracker is None or tracker["turn"] != after:
            return {"out_of_step": {"have": tracker["turn"] if tracker else 0}}
        if tracker["ended"]:
            return {"refused": "This conversation has ended already."}
        if body["event"] == "end":
            tracker["ended"] = True
            self.played.append(("end", body["session"]))
            ending = {"kind": "agent_closes", "title": "You closed it", "text": "They were not done."}
            return {"reply": self.reply(body, ["So that is it."], after, ending)}
        tracker["turn"] = body["turn"]
        tracker["ended"] = body["text"] == FAREWELL
        self.played.append((body["turn"], body["text"]))
        ending = {"kind": "content", "title": "Content", "text": "All is well."} if tracker["ended"] else None
        said = self.reply(body, [f"Answer {body['turn']}."], body["turn"], ending)
        return {"reply": {**said, "sentences": sentences(body["text"]), "recogniser": RECOGNISER}}

    def reply(self, body, lines, turn, ending=None):
        state = {**blank_state(), **self.cast.get(body["session"], {}), "turn": turn, "ending": ending}
        anger = round(0.8 - 0.1 * turn, 3)
        mood = {"anger": anger, "satisfaction": 0.1, "band": "angry" if anger > 0.5 else "annoyed"}
        changes = [{"words": "sorry", "rule": "apology", "on": "anger", "by": -0.1}] if turn else []
        topics = ["opening" if turn == 0 else "apologize"] * len(lines)
        return {"state": state, "lines": lines, "topics": topics, "mood": mood, "changes": changes, "ending": ending}


def sentences(text):
    found = []
    for part in re.finditer(r"[^.!?\s][^.!?]*[.!?]?", text):
        labels = [label for word, label in KEYWORDS.items() if word in part.group().lower()]
        doubts = {
            label: value for word, said in DOUBTS.items() if word in part.group() for label, value in said.items()
        }
        sentence = {"text": part.group(), "start": part.start(), "end": part.end(), "labels": labels}
        confidence = {label: float(label in labels) for label in LABELS} | doubts
        found.append({**sentence, "unsure": sorted(doubts, key=LABELS.index), "confidence": confidence})
    return found


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    fake: FakeRasa

    def setup(self):
        super().setup()
        self.fake.connections.add(self.connection)

    def finish(self):
        self.fake.connections.discard(self.connection)
        with contextlib.suppress(OSError):
            super().finish()

    def do_GET(self):
        self.fake.paths.append(self.path)
        where = urlsplit(self.path)
        if where.path == "/status":
            if parse_qs(where.query).get("token") != [TOKEN]:
                return self._answer(401, {})
            return self._answer(200, {"model_file": f"/somewhere/{self.fake.model}" if self.fake.model else ""})
        return self._answer(200, {"status": "ok"})

    def do_PUT(self):
        self.fake.paths.append(self.path)
        events = self._body()
        where = urlsplit(self.path)
        if parse_qs(where.query).get("token") != [TOKEN]:
            return self._answer(401, {})
        session = where.path.split("/")[2]
        slots = {event["name"]: event["value"] for event in events if event["event"] == "slot"}
        self.fake.rebuilt.append((session, events))
        if "customer_state" in slots:
            self.fake.cast[session] = {name: slots[name] for name in ("scenario", "persona", "seed", "level")}
            self.fake.trackers[session] = {"turn": slots["customer_state"]["turn"], "ended": False}
        else:
            self.fake.trackers.pop(session, None)
        return self._answer(200, {"events": None})

    def do_POST(self):
        fake, script = self.fake, self.fake.script
        body = self._body()
        if self.headers.get("Authorization") != f"Bearer {TOKEN}":
            return self._answer(401, {"error": "token"})
        fake.asked.append(body)
        how = script.answers.pop(0) if script.answers else None
        if script.hold is not None:
            script.held.set()
            script.hold.wait(10)
        if how == "down":
            return self._cut()
        if how == "lost":
            fake.play(body)
            return self._cut()
        if how == "late":
            fake.script.late.wait(10)
            return self._cut()
        if how == "actions":
            return self._answer(502, {"error": "action_server"})
        if how == "refused":
            return self._answer(200, {"refused": script.refusal})
        if how == "out_of_step":
            return self._answer(200, {"out_of_step": {"have": 99}})
        if how == "nonsense":
            return self._answer(200, {"reply": {"lines": "none"}})
        if isinstance(how, int):
            return self._answer(how, {"error": "so the test wants it"})
        return self._answer(200, fake.play(body))

    def _body(self):
        return json.loads(self.rfile.read(int(self.headers["Content-Length"])))

    def _answer(self, status, value):
        raw = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(raw)))
        self.end_headers()
        self.wfile.write(raw)

    def _cut(self):
        self.close_connection = True
        self.connection.shutdown(socket.SHUT_RDWR)

    def log_message(self, *arguments):
        pass
