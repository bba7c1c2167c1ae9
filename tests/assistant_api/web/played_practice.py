"""Plays practice for a page: sessions with their levels, hints, pauses, rewinds and debriefs, all in memory."""

import json
from copy import deepcopy
from datetime import datetime, timedelta, timezone
from urllib.parse import urlsplit

from played_debrief import debrief

METERS = ("figures", "figures", "band", "face", "hidden")
LEVELS = [
    {"number": number, "title": title, "description": f"{title} enough for a start.", "patience": 1.3 - 0.15 * number}
    | {"forgiveness": 1.2 - 0.1 * number, "credit": 1.1 - 0.1 * number, "sting": 0.7 + 0.15 * number}
    | {"facts": 5 - number or 1, "withheld": 0.1 * number, "interrupts": 140 - 20 * number if number > 2 else None}
    | {"provokes": 0.1 * (number - 1), "typos": 0.05 * (number - 1), "meter": meter}
    for number, (title, meter) in enumerate(
        zip(("Mild", "Easy", "Fair", "Hard", "Very hard"), METERS, strict=True), start=1
    )
]
PERSONAS = [
    {"id": "furious", "name": "Furious", "description": "Loud, and quick to flare up."},
    {"id": "formal", "name": "Coldly formal", "description": "Correct, exact and cold."},
]
BRIEF = {
    "customer": "Maya Kapoor",
    "company": "Brightstar, telescopes",
    "order": ["Telescope, £89"],
    "history": ["Promised for Tuesday"],
    "may_offer": ["A courier today", "Up to £20 back; more needs a supervisor"],
}
SERVICE = {"hours": "Every day, 8 to 20", "promised": "An answer within five minutes", "today": "Ten minutes"}
HINT = {"step": "empathize", "title": "Say what it does to them", "rule": "hint.empathize"}
SENTENCE = "I can see that the birthday on Saturday is what matters to you."


def scenarios():
    """Twelve to choose from, over three touchpoints, two channels and five levels."""
    names = ("A late parcel", "A broken heater", "A wrong advert")
    return [
        {
            "id": f"case_{number}",
            "title": f"{names[number % 3]}, number {number}",
            "channel": ("chat", "email")[number % 2],
        }
        | {"summary": "It was promised for Tuesday, and it is Thursday.", "difficulty": number % 5 + 1}
        | {
            "touchpoint": ("during", "after", "before")[number % 3],
            "inquiry": ("shipping", "warranty", "advert")[number % 3],
        }
        | {"persona": ("furious", "formal")[number % 2], "goal": "Find the cause first.", "service": SERVICE}
        | {"own": number == 11, "draft": number == 11}
        for number in range(12)
    ]


def now(**later):
    return (datetime.now(timezone.utc) + timedelta(**later)).isoformat()


def mood(anger, satisfaction=0.2):
    return {"anger": anger, "satisfaction": satisfaction, "band": "angry" if anger > 0.5 else "annoyed"}


class Practice:
    """Answers everything that the pages of practice ask for.

    Attributes:
        sessions: By their id; what a test changes in them is what the page sees.
        asked: Method, path and body of each request that changes something.
        faded: Whether hints are for somebody who needs none.
        fails: Path endings that are answered with a problem, by its status or status and name.
    """

    def __init__(self, page):
        self.sessions, self.asked, self.fails, self.faded = {}, [], {}, False
        self.progress = {"sessions": [], "weakest": None, "hints": "on_request", "reason": "You have not played yet."}
        self.said = "Well, that is something."
        page.route("**/api/v1/**", self.answer)

    def session(self, name="one", **changes):
        """Another session, open, with nothing said by the agent."""
        made = {
            "id": name,
            "scenario": {"id": "case_0", "title": "A late parcel"},
            "seed": 7,
            "status": "open",
            "ending": None,
            "persona": {"id": "furious", "name": "Furious"},
            "started_at": now(minutes=-9),
            "ended_at": None,
            "opening": ["It never came!"],
            "closing": [],
            "opening_mood": mood(0.8, 0.1),
            "mood": mood(0.8, 0.1),
            "steps": dict.fromkeys(("hear", "empathize", "apologize", "resolve", "diagnose"), False),
            "turns": [],
            "scorecard": None,
            "level": _level(1),
            "blind": False,
            "hints": "on_request",
            "hints_taken": [],
            "paused": False,
            "forked_from": None,
            "rewinds": [],
            "idle_at": now(hours=20),
            "version": "customer-2.0-test",
        }
        self.sessions[name] = made | changes
        return self.sessions[name]

    def ended(self, name="one", texts=("I am sorry. It is our policy.", "I will send it today."), **changes):
        """A session that was played to its end."""
        session = self.session(name)
        for text in texts:
            self.say(session, text)
        ending = {"kind": "grudging", "title": "A grudging yes", "text": "Maya took what there was."}
        card = debrief(session)["scorecard"]
        session.update({"status": "ended", "ended_at": now(), "ending": ending, "scorecard": card, "idle_at": None})
        session.update(changes)
        return session

    def say(self, session, text, turn_id=None):
        number = len(session["turns"]) + 1
        spans = [(text.find(part), part) for part in text.replace(". ", ".\n").split("\n")]
        sentences = [
            {"text": part, "start": at, "end": at + len(part), "unsure": [], "raised": {}, "confidence": {}}
            | {"labels": ["policy"] if "policy" in part else ["apologize"] if "sorry" in part else []}
            for at, part in spans
        ]
        felt = mood(round(0.8 - 0.1 * number + 0.15 * ("policy" in text), 2), round(0.1 + 0.1 * number, 2))
        change = {"words": spans[0][1], "rule": "apologize_specific", "on": "anger", "by": -0.1}
        session["turns"].append(
            {"number": number, "turn_id": turn_id or f"{session['id']}-{number}", "status": "answered"}
            | {"agent": {"text": text, "sentences": sentences}, "customer": [f"{self.said} ({number})"], "mood": felt}
            | {"changes": [change], "at": now()}
        )
        session["mood"] = felt
        return session["turns"][-1]

    def answer(self, route):
        method, path = route.request.method, urlsplit(route.request.url).path.removeprefix("/api/v1")
        body = json.loads(route.request.post_data or "null")
        if method != "GET":
            self.asked.append((method, path, body))
        fault = next((fault for ending, fault in self.fails.items() if path.endswith(ending)), None)
        if fault is not None:
            return refuse(route, *fault) if isinstance(fault, tuple) else refuse(route, fault)
        _, *parts = path.split("/")
        answers = {
            "levels": {"levels": LEVELS},
            "personas": {"personas": PERSONAS},
            "progress": self.progress,
            "scenarios": {"scenarios": scenarios()},
        }
        if parts[0] == "scenarios" and len(parts) == 2:
            found = next(one for one in scenarios() if one["id"] == parts[1])
            return route.fulfill(json=found | {"brief": BRIEF})
        if parts[0] in answers:
            return route.fulfill(json=answers[parts[0]])
        if parts == ["sessions"]:
            if method == "POST":
                return route.fulfill(status=201, json=self.start(body))
            return route.fulfill(json={"sessions": [_summary(one) for one in self.sessions.values()], "next": None})
        if parts[0] == "sessions" and parts[1] in self.sessions:
            return self.one(route, method, self.sessions[parts[1]], *parts[2:], body=body)
        return refuse(route, 404)

    def start(self, body):
        return self.session("new", level=_level(body.get("level") or 1), blind=body["blind"], hints=body["hints"])

    def one(self, route, method, session, what="", body=None):
        if what == "":
            return route.fulfill(status=200 if method == "GET" else 204, json=session)
        if what == "turns":
            turn = self.say(session, body["text"], body["turn_id"])
            return route.fulfill(json={"turn": turn, "session": session, "taken_out": []})
        if what in ("pause", "resume"):
            session["paused"] = what == "pause"
            return route.fulfill(json=session)
        if what == "end":
            ending = {"kind": "agent_closes", "title": "You closed it", "text": "They were not done."}
            session.update({"status": "ended", "ending": ending, "scorecard": debrief(session)["scorecard"]})
            return route.fulfill(json=session)
        if what == "brief":
            told = {"channel": "chat", "brief": BRIEF, "service": SERVICE}
            hidden = session["blind"] and session["status"] == "open"
            return route.fulfill(
                json=told | {"title": None if hidden else "A late parcel", "goal": None if hidden else "Find out."}
            )
        if what == "hint":
            taken = {"turn": len(session["turns"]), "kind": "stuck" if body["stuck"] else "hint", "step": "empathize"}
            session["hints_taken"].append(taken)
            stuck = (
                {"sentence": SENTENCE, "strength": "sentence"}
                if body["stuck"]
                else {"sentence": None, "strength": "nudge"}
            )
            told = {"why": "They told you what is at stake.", "next_in_words": "Name what the delay does to Maya."}
            return route.fulfill(json=HINT | stuck | told | {"faded": self.faded})
        if what == "rewind":
            return route.fulfill(status=201, json=self.fork(session, body["turn"]))
        if what == "debrief" and session["status"] == "ended":
            return route.fulfill(json=debrief(session))
        return refuse(route, 409)

    def fork(self, session, turn, name="again"):
        """The rewind of a session, open, as far as the turn."""
        kept = deepcopy(session["turns"][: turn - 1])
        felt = kept[-1]["mood"] if kept else session["opening_mood"]
        session["rewinds"] = [{"session": name, "turn": turn}]
        return self.session(name, turns=kept, mood=felt, forked_from={"session": session["id"], "turn": turn})


def refuse(route, status, name="test"):
    body = {
        "type": f"/problems/{name}",
        "title": "That did not work",
        "status": status,
        "detail": "So the test wants it.",
    }
    route.fulfill(status=status, content_type="application/problem+json", body=json.dumps(body))


def _level(number):
    return {key: LEVELS[number - 1][key] for key in ("number", "title", "meter")}


def _summary(session):
    kept = (
        "id",
        "scenario",
        "persona",
        "status",
        "ending",
        "mood",
        "started_at",
        "ended_at",
        "level",
        "blind",
        "paused",
    )
    score = session["scorecard"] and session["scorecard"]["score"]
    more = {"turns": len(session["turns"]), "score": score, "idle_at": session["idle_at"]}
    return {key: session[key] for key in kept} | more
