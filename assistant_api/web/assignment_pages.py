"""Pages of assignments, certificates and goals; they stand on the pages' own blueprint."""

from __future__ import annotations

from flask import render_template

from assistant_api.api.assignment_bodies import MOST_TRIES, NOTE_LIMIT, TITLE_LIMIT
from assistant_api.assigning.rules import told_after_hours
from assistant_api.web.blueprint import blueprint

_LIMITS = {"title_limit": TITLE_LIMIT, "note_limit": NOTE_LIMIT, "most_tries": MOST_TRIES}


@blueprint.get("/assignments")
def assignments() -> str:
    """What one has to practise, what one's people have to, and the goals of one's teams."""
    return render_template("assignments.html", told_after=told_after_hours(), **_LIMITS)


@blueprint.get("/assignments/<assignment_id>")
def assignment(assignment_id: str) -> str:
    """One of them; the page itself finds out whether it exists."""
    return render_template(
        "assignments_one.html", assignment_id=assignment_id, told_after=told_after_hours(), **_LIMITS
    )


@blueprint.get("/certificates/<code>")
def certificate(code: str) -> str:
    """What a certificate says, to compare with its paper."""
    return render_template("assignments_certificate.html", code=code)
