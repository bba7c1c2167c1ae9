"""Reviews over the API: one session with all that was said about it, comments, and disputes."""

from __future__ import annotations

from uuid import uuid4

from assistant_api.api import review_answers as answers
from assistant_api.api import review_bodies as bodies
from assistant_api.api.operation import Routes
from assistant_api.api.problems import FieldError, InvalidRequest
from assistant_api.api.review_views import comment_answer, mentionable, session_answer
from assistant_api.people import current_person
from assistant_api.people.owning import require_session
from assistant_api.practice.errors import SessionOpen
from assistant_api.review.wording import to_store, without_personal_data
from assistant_api.services import services
from assistant_api.store import NoSuchSession, SessionStore, StoredSession
from assistant_api.store.review_comments import NewComment, NoSuchComment
from assistant_api.store.review_people import visible
from assistant_api.store.review_results import PRACTICE


def reviewed(session_id: str) -> StoredSession:
    """A session of either kind, scored where it has ended.

    Raises:
        NoSuchSession: There is none.
    """
    try:
        return services().practice.records.read(session_id)
    except NoSuchSession:
        session = SessionStore(services().database).get(session_id)
        if session.kind == PRACTICE:
            raise
        return session


def require_turn(session: StoredSession, turn: int, sentence: int | None) -> None:
    """Do nothing where the session has this turn, and the turn this sentence.

    Raises:
        InvalidRequest: It has not; says what there is.
    """
    known = {one.number: one for one in session.answered}
    if turn not in known:
        raise InvalidRequest(FieldError("turn", f"a turn from 1 to {len(known)}"))
    count = len(known[turn].sentences or [])
    if sentence is not None and sentence >= count:
        raise InvalidRequest(FieldError("sentence", f"a sentence of the turn, from 0 to {count - 1}"))


def get_review_session(session_id: str) -> answers.ReviewSession:
    """One session with all that was said about it."""
    return whole(reviewed(session_id))


def whole(session: StoredSession) -> answers.ReviewSession:
    """The answer that tells all of a session."""
    viewer = current_person()
    name = viewer.name if session.person_id == viewer.id else None
    if name is None:
        name = visible(services().database, None).get(session.person_id)
    return session_answer(session, name)


def add_comment(session_id: str, body: bodies.NewCommentBody) -> answers.Comment:
    """A comment on a turn or a sentence."""
    session = reviewed(session_id)
    require_turn(session, body.turn, body.sentence)
    people = mentionable(session)
    text, mentions = to_store(body.text, people, session)
    new = NewComment(str(uuid4()), session_id, body.turn, body.sentence, current_person().id, text, mentions)
    comments = services().review.comments
    comments.add(new)
    kept = comments.get(new.id)
    services().outward.commented(kept.id, kept.author_id, session, kept.created_at)
    return comment_answer(kept, people)


def edit_comment(comment_id: str, body: bodies.CommentText) -> answers.Comment:
    """One's own comment with another text."""
    comments = services().review.comments
    session_id = comments.get(comment_id).session_id
    require_session(session_id, own=False, missing=NoSuchComment)
    session = reviewed(session_id)
    people = mentionable(session)
    comments.edit(comment_id, current_person().id, *to_store(body.text, people, session))
    return comment_answer(comments.get(comment_id), people)


def delete_comment(comment_id: str) -> None:
    """One's own comment is erased."""
    services().review.comments.delete(comment_id, current_person().id)


def open_dispute(session_id: str, body: bodies.NewDispute) -> answers.ReviewSession:
    """The session's agent sees it differently."""
    session = reviewed(session_id)
    if not session.has_ended:
        raise SessionOpen
    if body.turn is not None:
        require_turn(session, body.turn, None)
    reason = without_personal_data(body.reason, session, mentionable(session).get(session.person_id, ""))
    dispute_id = str(uuid4())
    services().review.disputes.open(dispute_id, session_id, session.person_id, body.turn, reason)
    # Whoever sees their score differently has seen it, and wants a trainer to look at it.
    services().practice.lookback.open(session)
    services().outward.dispute_opened(session, dispute_id)
    return whole(session)


def add_to(routes: Routes) -> None:
    """Add these routes."""
    one, comment = "/review/sessions/<session_id>", "/review/comments/<comment_id>"
    routes.route("GET", one, "Read a session with all that was said about it", answer=answers.ReviewSession)(
        get_review_session
    )
    routes.route(
        "POST",
        f"{one}/comments",
        "Comment on a turn or a sentence; @ and a name mention somebody who may read the session",
        body=bodies.NewCommentBody,
        answer=answers.Comment,
        status=201,
        own=False,
    )(add_comment)
    routes.route("PUT", comment, "Edit a comment of one's own", body=bodies.CommentText, answer=answers.Comment)(
        edit_comment
    )
    routes.route("DELETE", comment, "Delete a comment of one's own", answer=None, status=204)(delete_comment)
    routes.route(
        "POST",
        f"{one}/dispute",
        "Dispute a session of one's own, once, with a reason",
        body=bodies.NewDispute,
        answer=answers.ReviewSession,
        status=201,
        problems=("session-open", "already-disputed"),
    )(open_dispute)
