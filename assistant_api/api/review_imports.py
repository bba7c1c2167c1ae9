"""Reviews over the API: real chats looked at without what is personal in them, and brought in."""

from __future__ import annotations

from assistant_api.api import review_answers as answers
from assistant_api.api import review_bodies as bodies
from assistant_api.api.operation import Routes
from assistant_api.api.problems import FieldError, InvalidRequest
from assistant_api.people import audit, current_person, may_see
from assistant_api.services import services
from assistant_api.store.review_people import visible


def preview_import(body: bodies.ImportPreview) -> answers.ImportPreviewAnswer:
    """What would be stored."""
    chats = services().review.importing.preview(body.format, body.content)
    return answers.ImportPreviewAnswer(
        chats=[
            answers.PreviewedChat(
                title=chat.title,
                messages=[answers.ChatMessage(side=one.side, text=one.text) for one in chat.messages],
                taken_out=[answers.TakenOutCount(kind=kind, count=count) for kind, count in chat.taken_out.items()],
            )
            for chat in chats
        ]
    )


def import_chats(body: bodies.ImportBody) -> answers.Imported:
    """The new sessions."""
    viewer = current_person()
    person = body.person or viewer.id
    if person != viewer.id and not (may_see(viewer, person) and person in visible(services().database, None)):
        raise InvalidRequest(FieldError("person", "the id of somebody whose sessions you review, or null"))
    made = services().review.importing.store(body.format, body.content, person, body.title)
    for session_id in made:
        audit("import", "session", session_id, {"of": person})
    return answers.Imported(sessions=made)


def add_to(routes: Routes) -> None:
    """Add these routes."""
    routes.route(
        "POST",
        "/review/imports/preview",
        "Look at real chats as they would be stored, their personal data taken out; nothing is stored",
        body=bodies.ImportPreview,
        answer=answers.ImportPreviewAnswer,
        problems=("unclear-import",),
        limit=bodies.IMPORT_BYTES,
    )(preview_import)
    routes.route(
        "POST",
        "/review/imports",
        "Bring real chats in for review, without their personal data",
        body=bodies.ImportBody,
        answer=answers.Imported,
        status=201,
        problems=("unclear-import", "recogniser-missing"),
        limit=bodies.IMPORT_BYTES,
    )(import_chats)
