"""From what is stored of reviews to what the API answers."""

from __future__ import annotations

from collections.abc import Mapping

from assistant_api.api import review_answers as answers
from assistant_api.api.session_views import UNKNOWN, turn_answer
from assistant_api.people import OWNER_PERSON, Person, current_person
from assistant_api.review.wording import to_show
from assistant_api.seeing.held import as_seen
from assistant_api.services import services
from assistant_api.store import Json, StoredSession, StoredTurn
from assistant_api.store.review_comments import StoredComment
from assistant_api.store.review_disputes import StoredDispute
from assistant_api.store.review_list import ReviewLine
from assistant_api.store.review_overrules import StoredOverrule
from assistant_api.store.review_people import Named, readers
from assistant_api.store.review_results import PRACTICE

_ERASED = "Somebody who was erased"


def person_name(person_id: str, name: str | None) -> answers.PersonName:
    """Somebody as others call them; the one person of single-user mode is not among those who sign in."""
    if person_id == OWNER_PERSON.id:
        name = OWNER_PERSON.name if person_id == current_person().id else "The owner"
    return answers.PersonName(id=person_id, name=name or _ERASED)


_OF_LINE = ("id", "kind", "ending", "score", "turns", "mood", "held_back", "held_until", "comments")


def line_answer(line: ReviewLine) -> answers.ReviewSummary:
    """A line of the list."""
    title = UNKNOWN["scenario"]["title"] if line.hidden else line.scenario_title
    return answers.ReviewSummary.parse_obj(
        {
            **{name: getattr(line, name) for name in _OF_LINE},
            "person": person_name(line.person_id, line.person_name),
            "own": line.person_id == current_person().id,
            "title": title,
            "customer": UNKNOWN["persona"]["name"] if line.hidden else line.persona_name,
            "level": line.level if line.kind == PRACTICE else None,
            "status": "ended" if line.ended_at else "open",
            "dispute": line.dispute,
            "started_at": line.started_at,
            "ended_at": line.ended_at,
            "found": None
            if line.found is None
            else {**vars(line.found), "pieces": [vars(piece) for piece in line.found.pieces]},
        }
    )


def comment_answer(comment: StoredComment, people: Mapping[str, str]) -> answers.Comment:
    """A comment, its mentions with the names that people have now."""
    parts = to_show(comment.text, people, "somebody")
    return answers.Comment(
        id=comment.id,
        turn=comment.turn,
        sentence=comment.sentence,
        author=person_name(comment.author_id, comment.author_name),
        own=comment.author_id == current_person().id,
        text="".join(part.text for part in parts),
        parts=[answers.CommentPart(text=part.text, person=part.person) for part in parts],
        created_at=comment.created_at,
        edited_at=comment.edited_at,
    )


def overrule_answer(one: StoredOverrule) -> answers.Overrule:
    """Something overruled."""
    told = {name: getattr(one, name) for name in ("id", "kind", "turn", "sentence", "labels", "rule", "points")}
    by = person_name(one.made_by, one.made_by_name)
    return answers.Overrule.parse_obj({**told, "reason": one.reason, "by": by, "at": one.created_at})


def dispute_answer(one: StoredDispute) -> answers.Dispute:
    """A dispute with its answer."""
    told = {name: getattr(one, name) for name in ("id", "turn", "reason", "opened_at", "upheld", "answer")}
    return answers.Dispute.parse_obj(
        {
            **told,
            "session": one.session_id,
            "title": one.session_title,
            "person": person_name(one.person_id, one.person_name),
            "answered_by": None if one.answered_by is None else person_name(one.answered_by, one.answered_by_name),
            "answered_at": one.answered_at,
        }
    )


def mentionable(session: StoredSession) -> Named:
    """Names of those who may read a session."""
    return readers(services().database, session.person_id)


def session_answer(session: StoredSession, owner_name: str | None) -> answers.ReviewSession:
    """A session with all that was said about it, and how it went as far as whoever asks may see that."""
    seen = as_seen(session)
    session = seen.session
    review, viewer, people = services().review, current_person(), mentionable(session)
    dispute = review.disputes.of_session(session.id)
    overrules = [] if seen.held_back else review.overrules.of_session(session.id)
    practised, hidden = session.kind == PRACTICE, session.is_hidden
    return answers.ReviewSession.parse_obj(
        {
            "id": session.id,
            "kind": session.kind,
            "person": person_name(session.person_id, owner_name),
            "own": session.person_id == viewer.id,
            "title": UNKNOWN["scenario"]["title"] if hidden else session.scenario_title,
            "customer": UNKNOWN["persona"]["name"] if hidden else session.persona_name,
            "level": session.level if practised else None,
            "status": "ended" if session.has_ended else "open",
            **{name: getattr(session, name) for name in ("ending", "started_at", "ended_at", "scorecard")},
            "opening": session.opening["lines"],
            "closing": session.closing["lines"] if session.closing else [],
            "opening_mood": session.opening.get("mood"),
            "mood": session.reply.get("mood"),
            "turns": [_turn(turn, practised) for turn in session.turns],
            "corrected": None if seen.held_back else review.outcomes.corrected(session),
            "held_back": seen.held_back,
            "held_until": seen.held_until,
            "comments": [comment_answer(one, people) for one in review.comments.of_session(session.id)],
            "overrules": [overrule_answer(one) for one in overrules],
            "dispute": None if dispute is None else dispute_answer(dispute),
            "people": [answers.PersonName(id=one, name=name) for one, name in people.items()],
            "may": {
                "overrule": may_correct(viewer, session),
                "dispute": session.person_id == viewer.id and session.has_ended and dispute is None,
                "answer": may_correct(viewer, session) and dispute is not None and dispute.upheld is None,
                "erase": session.person_id == viewer.id,
                "rewind": session.person_id == viewer.id and practised and not hidden,
            },
        }
    )


def may_correct(viewer: Person, session: StoredSession) -> bool:
    """Whether somebody who sees it may correct its score: admins, and trainers where it is not their own."""
    trains = viewer.is_trainer and session.person_id != viewer.id
    return (trains or viewer.is_admin) and session.scorecard is not None


def _turn(turn: StoredTurn, practised: bool) -> Json:
    if practised:
        return turn_answer(turn).dict()
    return {
        "number": turn.number,
        "status": turn.status,
        "agent": {"text": turn.text, "sentences": turn.sentences or []},
        "customer": (turn.reply or {"lines": []})["lines"],
        "mood": None,
        "changes": [],
    }
