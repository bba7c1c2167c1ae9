"""Routes of the pages on which a trainer writes scenarios; they stand on the pages' own blueprint."""

from __future__ import annotations

from flask import abort, render_template

from assistant_api.access import Access, open_to
from assistant_api.services import services
from assistant_api.web.blueprint import blueprint
from coaching.authoring import new_text
from coaching.authoring.folder import Folder, FolderUnavailable, NoSuchFile
from coaching.authoring.transcript import LIMIT


@blueprint.get("/scenarios")
@open_to(Access.TRAINER)
def scenarios() -> str:
    """One's own scenarios and the project's."""
    return render_template("scenarios_list.html")


@blueprint.get("/scenarios/new")
@open_to(Access.TRAINER)
def scenarios_new() -> str:
    """Begin one: with a commented file, a copy, or a transcript."""
    return render_template("scenarios_new.html", starting_text=new_text(), transcript_limit=LIMIT)


@blueprint.get("/scenarios/<scenario_id>")
@open_to(Access.TRAINER)
def scenarios_edit(scenario_id: str) -> str:
    """The editor of one scenario file."""
    library = services().catalogue.library
    try:
        Folder(library.own, library.project).read(scenario_id)
    except NoSuchFile:
        abort(404)
    except FolderUnavailable:
        # The page tells it, and tries again by itself.
        pass
    return render_template("scenarios_edit.html", scenario_id=scenario_id)
