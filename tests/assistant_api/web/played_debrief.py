"""What a debrief says, made from a played session without judging it."""


def debrief(session):
    """What is said of a session afterwards; of the first and the last turn, whatever was said in them."""
    turns = session["turns"]
    first, last = (turns[0], turns[-1]) if turns else (None, None)
    words = first["agent"]["sentences"][-1] if first else None
    evidence = (
        [{"row": 1, "turn": 1, "text": words["text"], "start": words["start"], "end": words["end"], "rule": "step"}]
        if first
        else []
    )
    done = {"done": bool(first), "points": 12.0 if first else 0.0, "of": 14.0, "evidence": evidence}
    return {
        "rating": {"face": "neutral", "recommend": 6, "line": "You got there, but I had to ask twice."}
        | {"reasons": [{"rule": "rating.anger", "reason": "They left a little annoyed."}]},
        "curve": [{"turn": 0, **session["opening_mood"]}] + [{"turn": one["number"], **one["mood"]} for one in turns],
        "moments": [
            {"turn": one["number"], "words": one["agent"]["sentences"][0]["text"], "anger": -0.1, "satisfaction": 0.1}
            | {"trust": 0.05, "why": "It names what the delay does to them.", "changes": one["changes"]}
            for one in (first, last)
            if one
        ],
        "differently": [
            {
                "turn": 1,
                "said": words["text"],
                "start": words["start"],
                "end": words["end"],
                "what": "A policy is no reason",
            }
            | {
                "why": "To the customer it sounds like a closed door.",
                "instead": "Here is what I can do today: a courier.",
            }
            | {"rule": "policy.ours"}
        ]
        if first
        else [],
        "went_well": [
            {
                "turn": last["number"],
                "words": last["agent"]["sentences"][0]["text"],
                "why": "It says when.",
                "rule": "resolve",
            }
        ]
        if first
        else [],
        "figures": {
            "first_response_seconds": 41,
            "seconds": 312,
            "replies": len(turns),
            "words": 23,
            "hints": len(session["hints_taken"]),
            "root_cause": {
                "found": False,
                "text": "The flat number was cut off the label.",
                "turn": None,
                "words": None,
            },
            "promises": [{"turn": last["number"], "words": "I will send it today.", "who": "I", "when": "today"}]
            if first
            else [],
            "beyond_limits": [{"turn": 1, "words": "£50 back", "remedy": "Money back", "limit": "up to £20"}]
            if first
            else [],
            "wants": [
                {"text": "The telescope before Saturday", "met": True},
                {"text": "An honest answer", "met": False},
            ],
        },
        "goal": "Find out why the parcel came back before you send another one.",
        "ending": session["ending"],
        "scorecard": {
            "score": 58,
            "steps": {step: done for step in session["steps"]},
            "qualities": {
                "order": {"id": "order", "title": "Order and timing", "points": 4.0, "of": 6.0, "evidence": evidence}
            },
            "mistakes": [{**evidence[0], "label": "policy", "title": "Policy as reason", "points": -8.0}]
            if first
            else [],
            "points": [{"rule": "start", "points": 10.0, "reason": "An answer starts with 10 points."}],
            "rubric": {"id": "session", "version": "2.0-test", "formula": "The score is the sum of the points below."},
        },
        "versions": {"rubric": "2.0-test", "customer": "customer-2.0-test", "rules": "abc", "debrief": "1.0-test"},
    }
