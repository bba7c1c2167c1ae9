"""Routes of the pages; what moves on them is fetched by small ES modules from the JSON API."""

from __future__ import annotations

from flask import Response, render_template
from werkzeug.exceptions import HTTPException

from assistant_api.access import Access, open_to
from assistant_api.api.bodies import DRAFT_LIMIT, TURN_LIMIT
from assistant_api.assigning.rules import told_after_hours
from assistant_api.web.blueprint import blueprint
from coaching.channels import channel_norms


@blueprint.get("/")
def home() -> str:
    """The three doors."""
    return render_template("home.html")


@blueprint.get("/practice")
def practice() -> str:
    """Choose a scenario and a customer."""
    return render_template("practice_choose.html")


@blueprint.get("/practice/<session_id>")
def practice_session(session_id: str) -> str:
    """The chat of one session; the page itself finds out whether the session exists."""
    return render_template("practice_session.html", session_id=session_id, turn_limit=TURN_LIMIT)


@blueprint.get("/debrief/<session_id>")
def debrief(session_id: str) -> str:
    """What a session teaches, for reading and for printing."""
    return render_template("debrief.html", session_id=session_id)


@blueprint.get("/assist")
def assist() -> str:
    """Check a draft while it is written."""
    return render_template("assist.html", draft_limit=DRAFT_LIMIT, channels=channel_norms())


@blueprint.get("/review")
def review() -> str:
    """The list of sessions."""
    return render_template("review_list.html", told_after=told_after_hours())


@blueprint.get("/review/<session_id>")
def review_session(session_id: str) -> str:
    """The transcript of one session."""
    return render_template("review_session.html", session_id=session_id)


@blueprint.get("/api")
def api() -> str:
    """The API's document, for reading."""
    return render_template("api.html")


@blueprint.get("/widget.js")
@open_to(Access.ALL)
def widget() -> Response:
    """The assistant for text boxes of other pages, in one file, at an address that stays."""
    answer = blueprint.send_static_file("widget.js")
    # The one file that pages of other sites may load; what it asks the API for needs an allowed origin and a token.
    answer.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return answer


@blueprint.get("/demo/helpdesk")
def demo_helpdesk() -> str:
    """A made-up helpdesk with the widget in it."""
    return render_template("demo_helpdesk.html")


def error_page(error: HTTPException) -> tuple[str, int]:
    """The page for an address that is not there, or for a fault of ours.

    Args:
        error: What went wrong; only its status reaches the page, never its internals.

    Returns:
        The page and its status.
    """
    status = error.code or 500
    return render_template("error.html", status=status), status
