"""What is asked for the examples of reviews: an ended session is commented on, corrected, disputed; chats come in."""

CHAT = (
    "Customer: Where is my lamp? I am Maya Trevithick, maya@example.com.\n"
    "Agent: I am so sorry that it is late. I have refunded the £24.50.\n"
    "Customer: Thank you.\n"
)


def ask_review(ask, session):
    """Ask everything of reviews.

    Args:
        ask: Asks an operation and writes what is asked and answered.
        session: Id of a session that has ended, whose first turn has a sentence.
    """
    one = f"/review/sessions/{session}"
    ask("get_review_choices", "GET", "/review/choices")
    body = {"turn": 1, "sentence": 0, "text": "A good start: you name the telescope."}
    comment = ask("add_comment", "POST", f"{one}/comments", body)["id"]
    text = {"text": "A good start: you name the telescope, and ask."}
    ask("edit_comment", "PUT", f"/review/comments/{comment}", text)
    points = {"rule": "step.hear", "points": 8, "reason": "The invitation comes before anything was understood."}
    ask("overrule_points", "POST", f"{one}/points", points)
    labels = {"turn": 1, "sentence": 0, "labels": ["apologize", "hear"], "reason": "It takes up what happened, too."}
    overruled = ask("overrule_labels", "POST", f"{one}/labels", labels)["overrules"][-1]["id"]
    dispute = {"turn": 1, "reason": "The customer had told me everything already."}
    opened = ask("open_dispute", "POST", f"{one}/dispute", dispute)["dispute"]["id"]
    ask("get_review_desk", "GET", "/review/desk")
    answer = {"upheld": "changed", "text": "You are right, and I have changed the points."}
    ask("answer_dispute", "POST", f"/review/disputes/{opened}/answer", answer)
    ask("withdraw_overrule", "DELETE", f"/review/overrules/{overruled}")
    ask("get_review_session", "GET", one)
    ask("get_review_sessions", "GET", "/review/sessions?q=telescope")
    ask("preview_import", "POST", "/review/imports/preview", {"format": "text", "content": CHAT})
    chat = {"format": "text", "content": CHAT, "person": None, "title": "The late lamp"}
    ask("import_chats", "POST", "/review/imports", chat)
