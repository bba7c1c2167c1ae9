"""Scenario files over the API: listed, read, checked, saved, deleted, restored, made of a transcript."""

from __future__ import annotations

from typing import Any

from assistant_api.api import scenario_answers as answers
from assistant_api.api import scenario_bodies as bodies
from assistant_api.api.operation import Routes
from assistant_api.api.problems import FieldError, InvalidRequest
from assistant_api.services import services
from coaching.authoring import Checked, check_text
from coaching.authoring.folder import Folder, ScenarioFile
from coaching.authoring.transcript import UnclearTranscript
from coaching.customer import Scenario

_SAVING = ("scenario-taken", "scenario-read-only", "scenarios-unavailable")


def get_scenario_files() -> answers.ScenarioFiles:
    """One's own files and the project's."""
    folder = _folder()
    return answers.ScenarioFiles(files=[_summary(file) for file in folder.files()], deleted=list(folder.deleted()))


def get_scenario_file(scenario_id: str) -> answers.ScenarioFileAnswer:
    """One file."""
    return _file(_folder().read(scenario_id))


def check_scenario(body: bodies.CheckedText) -> answers.ScenarioCheck:
    """What a check says."""
    return _check(body.id, body.text)


def save_scenario_file(scenario_id: str, body: bodies.SavedText) -> answers.ScenarioFileAnswer:
    """The file as it is saved."""
    return _file(_folder().save(scenario_id, body.text, body.opened))


def delete_scenario_file(scenario_id: str) -> None:
    """It is put aside."""
    _folder().delete(scenario_id)


def restore_scenario_file(scenario_id: str) -> answers.ScenarioFileAnswer:
    """The file is back."""
    return _file(_folder().restore(scenario_id))


def draft_scenario(body: bodies.PastedTranscript) -> answers.ScenarioDraft:
    """The draft."""
    # Here, not above: slow to import, and only a transcript needs it.
    from coaching.authoring.drafting import draft_from

    try:
        draft = draft_from(body.transcript, services().drafts.reader(), _personas(), body.title)
    except UnclearTranscript as error:
        where = f"line {error.line}: {error.expected}; found {error.found}"
        raise InvalidRequest(FieldError("transcript", where)) from None
    return answers.ScenarioDraft(
        text=draft.text,
        taken_out=[answers.TakenOut(kind=kind, count=count) for kind, count in draft.taken_out.items()],
        customer=draft.customer,
        agent=draft.agent,
        check=_check("draft", draft.text),
    )


def add_to(routes: Routes) -> None:
    """Add these routes."""
    # What is not stored has an address of its own, for a file may be called "check".
    root, one, unstored = "/scenario-files", "/scenario-files/<scenario_id>", "/scenario-drafts"
    routes.route("GET", root, "List the scenario files, one's own first", answer=answers.ScenarioFiles)(
        get_scenario_files
    )
    routes.route(
        "GET",
        one,
        "Read a scenario file",
        answer=answers.ScenarioFileAnswer,
        problems=("scenarios-unavailable",),
    )(get_scenario_file)
    routes.route(
        "POST",
        f"{unstored}/check",
        "Check the text of a scenario file; nothing of it is stored",
        body=bodies.CheckedText,
        answer=answers.ScenarioCheck,
        limit=bodies.FILE_BYTES,
    )(check_scenario)
    routes.route(
        "POST",
        f"{unstored}/from-transcript",
        "Make a draft scenario of a transcript, its personal data taken out; nothing of it is stored",
        body=bodies.PastedTranscript,
        answer=answers.ScenarioDraft,
        problems=("recogniser-missing",),
        limit=bodies.TRANSCRIPT_BYTES,
    )(draft_scenario)
    routes.route(
        "PUT",
        one,
        "Save a scenario file of one's own, with errors or without; a file changed meanwhile is not overwritten",
        body=bodies.SavedText,
        answer=answers.ScenarioFileAnswer,
        problems=("scenario-changed", *_SAVING),
        limit=bodies.FILE_BYTES,
    )(save_scenario_file)
    routes.route(
        "DELETE",
        one,
        "Put a scenario file of one's own aside; it can be restored",
        answer=None,
        status=204,
        problems=_SAVING,
    )(delete_scenario_file)
    routes.route(
        "POST",
        f"{one}/restore",
        "Restore the file that was deleted last under this name",
        answer=answers.ScenarioFileAnswer,
        problems=_SAVING,
    )(restore_scenario_file)


def _folder() -> Folder:
    library = services().catalogue.library
    return Folder(library.own, library.project)


def _personas() -> tuple[str, ...]:
    return tuple(persona.id for persona in services().catalogue.personas)


def _check(scenario_id: str, text: str) -> answers.ScenarioCheck:
    checked = check_text(text, scenario_id, _personas())
    return answers.ScenarioCheck.parse_obj(
        {
            "errors": len(checked.errors),
            "remarks": [remark.to_json() for remark in checked.remarks],
            "preview": None if checked.scenario is None else _preview(checked.scenario),
        }
    )


def _file(file: ScenarioFile) -> answers.ScenarioFileAnswer:
    return answers.ScenarioFileAnswer(
        id=file.id, text=file.text, version=file.version, own=file.own, check=_check(file.id, file.text)
    )


def _summary(file: ScenarioFile) -> answers.ScenarioFileSummary:
    known = services().catalogue.library.now().get(file.id)
    # Those of the project are checked when they are opened, and by the project's own tests.
    checked = check_text(file.text, file.id, _personas()) if file.own else Checked((), known)
    story = checked.scenario or known
    return answers.ScenarioFileSummary(
        id=file.id,
        title=file.id if story is None else story.title,
        summary="" if story is None else story.summary,
        own=file.own,
        draft=story is None or story.draft,
        errors=len(checked.errors),
        warnings=len(checked.remarks) - len(checked.errors),
    )


def _preview(story: Scenario) -> dict[str, Any]:
    def lines(several: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - lines of a scenario
        return [{"text": one.text, "mood": one.mood, "persona": one.persona} for one in several]

    kept = ("title", "summary", "channel", "touchpoint", "inquiry", "goal", "difficulty", "persona", "draft")
    return {
        **{name: getattr(story, name) for name in kept},
        "service": story.service.to_json(),
        "brief": story.brief.to_json(),
        "openings": [{"lines": one.lines, "persona": one.persona} for one in story.openings],
        "facts": [{**vars(one), "lines": lines(one.lines)} for one in story.facts],
        "wants": [one.text for one in story.wants],
        "remedies": [vars(one) for one in story.remedies],
        "root_cause": story.root_cause.text,
        "lines": [{"topic": topic, "lines": lines(several)} for topic, several in story.lines.items()],
    }
