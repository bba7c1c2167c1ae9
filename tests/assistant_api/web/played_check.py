"""Plays the check and the rewriting for the browser tests of Assist, so that answers can be late, wrong or strange."""

import json

from playwright.sync_api import expect

from coaching.moves import LABELS, STEPS

BAD, GOOD = "Sorry if", "I am sorry that"
COLD, WARM = "kindly note", "please know"
IDLE = "basically "
"""A word to take out."""
ALWAYS = "always"
"""A word with a finding that offers no wording."""

_RULES = (
    # words, rule, label, title, severity, message, replacement
    (
        BAD,
        "weak_apology.if",
        "weak_apology",
        "Weak apology",
        "high",
        "It leaves open whether anything went wrong.",
        GOOD,
    ),
    (COLD, "cold.kindly", None, "Cold wording", "low", "It sounds like a form.", WARM),
    (IDLE, "filler.basically", None, "Filler", "low", "It adds nothing.", ""),
    (ALWAYS, "absolutes.always", None, "Absolute", "medium", "Can you stand by that every time?", None),
)


def places(text, words):
    """Every place of the words, as the API counts: in code points."""
    at = text.lower().find(words.lower())
    while at >= 0:
        yield {"start": at, "end": at + len(words)}
        at = text.lower().find(words.lower(), at + 1)


def report(draft, customer="", channel="chat"):
    """What the check would say."""
    findings, suggestions = [], []
    for words, rule, label, title, severity, message, better in _RULES:
        for span in places(draft, words):
            number = len(findings)
            offered = better is not None
            findings.append(
                {**span, "id": f"f{number}", "rule": rule, "pack": rule.split(".")[0], "label": label, "title": title}
                | {"text": draft[span["start"] : span["end"]], "severity": severity, "message": message}
                | {"why": f"People read {words} as cold. (Handbook)", "suggestion": f"s{number}" if offered else None}
            )
            if offered:
                suggestions.append(
                    {**span, "id": f"s{number}", "kind": "replace", "text": better, "step": None}
                    | {"why": "Plainer.", "rule": rule}
                )
    weights = {"high": 30, "medium": 20, "low": 10}
    advice = [
        {"finding": one["id"], "suggestion": one["suggestion"], "weight": weights[one["severity"]]} for one in findings
    ]
    end = len(draft)
    suggestions.append(
        {"start": end, "end": end, "id": "r", "kind": "insert", "text": " I will [what you do] today."}
        | {"step": "resolve", "why": "Say what happens next.", "rule": "resolve"}
    )
    advice.append({"finding": None, "suggestion": "r", "weight": 5})
    mistakes = [one for one in findings if one["label"]]
    labels = ["apologize"] + [one["label"] for one in mistakes]
    return {
        "language": {"code": "en", "name": "English", "confidence": 0.99, "judged": True},
        "channel": channel,
        "score": 20 if mistakes else 60,
        "sentences": [
            {
                "text": draft,
                "start": 0,
                "end": end,
                "labels": labels,
                "raised": {},
                "unsure": ["blame", "dismiss", "rush"] * draft.startswith("Well"),
                "confidence": {**dict.fromkeys(LABELS, 0.4), "dismiss": 0.344, "blame": 0.3, "rush": 0.2},
            }
        ],
        "findings": sorted(findings, key=lambda one: one["start"]),
        "steps": {
            step: {"covered": step == "apologize", "spans": []}
            | {"waiting": [{"start": 0, "end": end}] if step == "resolve" and "[" in draft else []}
            for step in STEPS
        },
        "suggestions": suggestions,
        "advice": sorted(advice, key=lambda one: -one["weight"]),
        "sentiment": {"polarity": -0.5, "subjectivity": 1.0, "assessments": []},
        "understanding": understood(customer) if customer.strip() else None,
        "tone": [
            {"name": "empathy", "title": "Empathy", "value": 0.2, "meaning": "Hardly any.", "words": []},
            {"name": "clarity", "title": "Clarity", "value": 0.9, "meaning": "Easy to follow.", "words": [
                {**span, "text": "sorry", "by": 0.2, "rule": "clarity.plain"} for span in places(draft, "sorry")
            ]},
        ],
        "fit": [
            {"name": "length", "title": "Length", "value": end / 6, "low": 15, "high": 80}
            | {"verdict": "low", "message": f"A little short for {channel}."}
        ],
        "reaction": reaction(draft) if customer.strip() else None,
        "points": [{"rule": "start", "points": 10, "reason": "Where every draft starts."}],
        "rubric": {"id": "draft", "version": "1", "formula": "Points are added up."},
        "recogniser": "0123456789ab",
        "rules": "abcdef012345",
    }  # fmt: skip


def understood(customer):
    """What would be understood of a message: anger by its words, an order number by its sign."""
    cues = [{**span, "text": "ridiculous", "rule": "emotion.angry"} for span in places(customer, "ridiculous")]
    orders = [{**span, "text": "#4711"} for span in places(customer, "#4711")]
    emotion = ("angry", "Angry", 0.8) if cues else ("calm", "Calm", 0.1)
    return {
        "emotion": {**dict(zip(("name", "title", "strength"), emotion, strict=True)), "cues": cues},
        "urgency": {"strength": 0.0, "title": "No hurry", "cues": []},
        "wants": [
            {**span, "kind": "refund", "title": "Refund", "text": "money back", "rule": "want.refund"}
            for span in places(customer, "money back")
        ],
        "details": [{**one, "kind": "order", "title": "Order number", "rule": "detail.order"} for one in orders],
    }


def reaction(draft):
    """How it would be taken."""
    return {
        "before": {"anger": 0.6, "satisfaction": 0.1, "band": "angry"},
        "after": {"anger": 0.4, "satisfaction": 0.3, "band": "annoyed"},
        "changes": [{"words": draft, "rule": "apologize_specific", "on": "anger", "by": -0.2}],
        "summary": "They would calm down a little.",
    }


def unjudged(code, name, confidence):
    """The report on a draft in another language."""
    return {
        "language": {"code": code, "name": name, "confidence": confidence, "judged": False},
        "channel": "chat",
        **dict.fromkeys(("score", "steps", "sentiment", "rubric", "understanding", "tone", "fit", "reaction")),
        **{key: [] for key in ("sentences", "findings", "suggestions", "points", "advice")},
        "recogniser": "0123456789ab",
        "rules": "abcdef012345",
    }


def rewritten(draft):
    """The three rewrites of a draft."""
    styles = {"warmer": "Warmer", "more_apologetic": "More apologetic", "shorter": "Shorter"}
    texts = {"warmer": draft.replace(BAD, GOOD), "more_apologetic": f"{GOOD} this happened. {draft}", "shorter": draft}
    return {
        "language": {"code": "en", "name": "English", "confidence": 0.99, "judged": True},
        "score": 20,
        "rewrites": [
            {
                "style": style,
                "title": title,
                "text": texts[style],
                "changes": [{"what": "Said sorry plainly.", "why": "An if is none.", "rule": "weak_apology.if"}],
                "kept": [{"kind": "amount", "text": "£40"}] * ("£40" in draft),
                "score": 71 if texts[style] != draft else 20,
                "mistakes": [],
            }
            for style, title in styles.items()
        ],
        "recogniser": "0123456789ab",
        "rules": "abcdef012345",
        "rubric": {"id": "draft", "version": "1", "formula": "Points are added up."},
    }  # fmt: skip


class Check:
    """Answers the checks of one page.

    Attributes:
        asked: The bodies of the requests, in order.
        hold: Drafts that begin so are answered by ``release`` only.
        status: Another than 200 is answered with problem details.
        others: Reports to give for certain drafts.
        hold_rewrite: A rewrite that is asked for now waits as ``late_rewrite``.
    """

    def __init__(self, page):
        self.asked, self.held, self.hold, self.status, self.others = [], [], "", 200, {}
        self.hold_rewrite = False
        page.route("**/api/v1/drafts/check", self.answer)
        page.route("**/api/v1/drafts/rewrite", self.rewrite)

    @property
    def drafts(self):
        return [asked["draft"] for asked in self.asked]

    def answer(self, route):
        asked = json.loads(route.request.post_data)
        self.asked.append(asked)
        if self.hold and asked["draft"].startswith(self.hold):
            self.held.append((route, asked))
        elif self.status == 200:
            route.fulfill(json=self.others.get(asked["draft"]) or report(**asked))
        else:
            self.refuse(route)

    def rewrite(self, route):
        if self.hold_rewrite:
            self.late_rewrite = route
        elif self.status == 200:
            route.fulfill(json=rewritten(json.loads(route.request.post_data)["draft"]))
        else:
            self.refuse(route)

    def refuse(self, route):
        body = {"type": "/problems/recogniser-missing", "title": "The recogniser is not trained", "status": 503}
        problem = json.dumps(body | {"detail": "Run `make train`."})
        route.fulfill(status=503, content_type="application/problem+json", body=problem)

    def release(self):
        for route, asked in self.held:
            route.fulfill(json=report(**asked))


def message(page):
    return page.get_by_label("Customer’s message")


def draft(page):
    return page.get_by_label("Your reply")


def score(page):
    return page.locator("#score strong")


def checked(page, text, points):
    """Write a draft and wait for what the check says of it."""
    draft(page).fill(text)
    expect(score(page)).to_have_text(str(points))
    expect(page.locator("#check-state")).to_have_text("Checked.")
