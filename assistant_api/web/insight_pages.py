"""Pages on where people stand, and on how far the score can be trusted; they stand on the pages' own blueprint."""

from __future__ import annotations

from flask import render_template

from assistant_api.access import Access, open_to
from assistant_api.api.figures import MARK, WEEKS
from assistant_api.web.blueprint import blueprint

_SPANS = (4, 8, 12, 26)


@blueprint.get("/insight")
def insight() -> str:
    """Where somebody, a team or everybody stands; whose it is stands in the address."""
    return render_template("insight.html", spans=_SPANS, weeks=WEEKS, mark=MARK)


@blueprint.get("/calibration")
@open_to(Access.TRAINER)
def calibration() -> str:
    """Rate sentences and sessions blind, and see how far everybody agrees."""
    return render_template("insight_calibration.html")
