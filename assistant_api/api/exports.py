"""Exports over the API: a session, a person, a team, or whatever the list's filters find, as CSV, XLSX, JSON, PDF."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from flask import after_this_request
from flask.wrappers import Response
from pydantic import BaseModel

from assistant_api.api import export_answers as answers
from assistant_api.api.operation import Download, Routes
from assistant_api.api.review_bodies import ReviewQuery
from assistant_api.api.review_session import reviewed, whole
from assistant_api.exporting.cohort_pdf import cohort_pdf
from assistant_api.exporting.names import file_name
from assistant_api.exporting.sessions import SessionFile
from assistant_api.exporting.sheets import as_csv, as_xlsx
from assistant_api.exporting.tables import sheet_of_sessions
from assistant_api.people import audit, current_person, may_see, visible_people
from assistant_api.practice.errors import SessionOpen
from assistant_api.seeing.held import as_seen, onlooker
from assistant_api.services import services
from assistant_api.store import Json
from assistant_api.store.exporting import exported_sessions, name_of_person, name_of_team
from assistant_api.store.people_errors import NoSuchPerson, NoSuchTeam
from assistant_api.store.review_list import Wanted

_EXPORT = "export"
MEDIA = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
}


class _Cohort(NamedTuple):
    what: str
    title: str
    rows: Sequence[Json]


def _session(session_id: str, form: str) -> Download | BaseModel:
    session = reviewed(session_id)
    if not session.has_ended:
        raise SessionOpen
    told, seen = whole(session), as_seen(session)
    file = SessionFile.of(seen.session, told.person.name, seen.held_until)
    audit(_EXPORT, "session", session_id, {"format": form})
    name = file_name("session", f"{session.scenario_title} {session_id[:8]}", form)
    if form == "json":
        _attach(name)
        return answers.ExportedSession.parse_obj(
            {"schema_version": answers.VERSION, "session": told.dict(), "debrief": file.debrief()}
        )
    make: dict[str, Callable[[], bytes]] = {"csv": file.csv, "xlsx": file.xlsx, "pdf": file.pdf}
    return Download(make[form](), name)


def _person(person_id: str, query: ReviewQuery, form: str) -> Download | BaseModel:
    if not may_see(current_person(), person_id):
        raise NoSuchPerson
    name = name_of_person(services().database, person_id)
    rows = _rows(query, person=person_id)
    audit(_EXPORT, "person", person_id, {"format": form, "sessions": len(rows)})
    return _file(_Cohort("person", name, rows), form)


def _team(team_id: str, query: ReviewQuery, form: str) -> Download | BaseModel:
    viewer = current_person()
    if not viewer.is_admin and team_id not in viewer.teams:
        raise NoSuchTeam
    name = name_of_team(services().database, team_id)
    rows = _rows(query, team=team_id)
    audit(_EXPORT, "team", team_id, {"format": form, "sessions": len(rows)})
    return _file(_Cohort("team", name, rows), form)


def _sessions(query: ReviewQuery, form: str) -> Download | BaseModel:
    rows = _rows(query)
    audit(_EXPORT, "sessions", "", {"format": form, "sessions": len(rows)})
    return _file(_Cohort("sessions", "Sessions", rows), form)


def _rows(query: ReviewQuery, **only: str) -> list[Json]:
    viewer, parts = current_person(), services()
    parts.practice.records.end_lapsed()
    parts.review.outcomes.catch_up()
    asked = {**query.dict(exclude={"q", "limit", "before", "commented", "sort"}), **only}
    commented = None if query.commented is None else query.commented == "yes"
    wanted = Wanted(**asked, words=query.q, commented=commented)
    return exported_sessions(parts.database, onlooker(), visible_people(viewer), wanted)


def _file(cohort: _Cohort, form: str) -> Download | BaseModel:
    name = file_name(cohort.what, "" if cohort.what == "sessions" else cohort.title, form)
    if form == "json":
        _attach(name)
        return answers.ExportedSessions.parse_obj(
            {"schema_version": answers.VERSION, "title": cohort.title, "sessions": cohort.rows}
        )
    if form == "pdf":
        return Download(cohort_pdf(cohort.title, cohort.rows, alone=cohort.what == "person"), name)
    sheet = sheet_of_sessions(cohort.rows)
    return Download(as_csv(sheet) if form == "csv" else as_xlsx(sheet), name)


def _attach(name: str) -> None:
    """Have the JSON that is answered kept as a file, too."""

    @after_this_request
    def attach(response: Response) -> Response:
        response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
        return response


def add_to(everybody: Routes, trainers: Routes) -> None:
    """Add these routes, each once for each kind of file."""
    for form in ("csv", "xlsx", "json", "pdf"):
        kind = form.upper()
        _add(everybody, form, "session/<session_id>", f"An ended session as {kind}", _session, query=None)
        _add(everybody, form, "person/<person_id>", f"Somebody's ended sessions as {kind}", _person, query=ReviewQuery)
        _add(trainers, form, "team/<team_id>", f"A team's ended sessions as {kind}", _team, query=ReviewQuery)
        _add(everybody, form, "sessions", f"Ended sessions that one may see as {kind}", _sessions, query=ReviewQuery)


def _add(
    routes: Routes,
    form: str,
    rule: str,
    summary: str,
    view: Callable[..., Download | BaseModel],
    *,
    query: type[ReviewQuery] | None,
) -> None:
    def respond(**arguments: object) -> Download | BaseModel:
        return view(form=form, **arguments)

    respond.__name__ = f"export{view.__name__}_{form}"
    many = answers.ExportedSession if query is None else answers.ExportedSessions
    routes.route(
        "GET",
        f"/exports/{rule}.{form}",
        summary,
        answer=many if form == "json" else None,
        media=MEDIA.get(form),
        query=query,
        problems=("session-open",) if query is None else ("too-many-sessions",),
        own=False,
    )(respond)
