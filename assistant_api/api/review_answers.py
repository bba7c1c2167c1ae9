"""The shapes of the API's answers on reviews."""

from __future__ import annotations

from datetime import datetime

from pydantic import Field

from assistant_api.api.reports import Scorecard
from assistant_api.api.session_answers import Said
from assistant_api.shapes import Change, Ending, Mood, Shape

HELD_UNTIL = (
    "Results reach the trainee first: until then at the latest, and no longer than until they open the debrief, others "
    "read no score, ending, mood or scorecard; null where nothing is held back"
)
_HELD_BACK = "Whether score, ending, mood and scorecard are left out, for they are the player's alone for now"


class PersonName(Shape):
    """Somebody."""

    id: str
    name: str


class Choice(Shape):
    """Something to choose in the list."""

    id: str
    title: str


class ReviewChoices(Shape):
    """What the list of sessions can be narrowed to."""

    people: list[PersonName]
    teams: list[PersonName]
    scenarios: list[Choice]
    endings: list[Choice]


class SnippetPiece(Shape):
    """A piece of what was said, and whether it is what was looked for."""

    text: str
    hit: bool


class Snippet(Shape):
    """Where what was looked for was said."""

    turn: int = Field(ge=0, description="The agent's turn, or the one that the customer answered; 0 for the opening")
    by: str = Field(description="agent or customer")
    pieces: list[SnippetPiece]


class ReviewSummary(Shape):
    """A line of the list."""

    id: str
    kind: str = Field(description="practice or imported")
    person: PersonName
    own: bool = Field(description="Whether it is one's own")
    title: str
    customer: str = Field(description="What the customer is called")
    level: int | None = Field(description="Null where the chat was imported")
    status: str = Field(description="open or ended")
    ending: Ending | None
    score: int | None = Field(ge=0, le=100, description="Trainers' corrections counted; null while there is none")
    turns: int = Field(ge=0)
    mood: Mood | None = Field(description="The newest; null where the chat was imported")
    held_back: bool = Field(description=_HELD_BACK)
    held_until: datetime | None = Field(description=HELD_UNTIL)
    comments: int = Field(ge=0)
    dispute: str | None = Field(description="open, changed or stands; null where there is none")
    started_at: datetime
    ended_at: datetime | None
    found: Snippet | None = Field(description="Null where nothing was looked for")


class ReviewList(Shape):
    """A page of the list."""

    sessions: list[ReviewSummary]
    total: int = Field(ge=0, description="How many sessions fit in all")
    next: str | None = Field(description="What to give as `before` for the next page; null on the last")


class CommentPart(Shape):
    """A piece of a comment."""

    text: str
    person: str | None = Field(description="The id of the person that it names; null for all other words")


class Comment(Shape):
    """A comment on a turn or a sentence."""

    id: str
    turn: int = Field(ge=1)
    sentence: int | None = Field(ge=0, description="Null where it is about the whole turn")
    author: PersonName
    own: bool = Field(description="Whether one may edit and delete it")
    text: str
    parts: list[CommentPart] = Field(description="The same text, cut where it names people")
    created_at: datetime
    edited_at: datetime | None


class Overrule(Shape):
    """What a trainer says in place of the machine."""

    id: str
    kind: str = Field(description="label or point")
    turn: int | None = Field(description="Of labels")
    sentence: int | None = Field(description="Of labels")
    labels: list[str] | None = Field(description="Those of the trainer")
    rule: str | None = Field(description="Of points")
    points: int | None = Field(description="Those of the trainer")
    reason: str
    by: PersonName
    at: datetime


class Dispute(Shape):
    """What an agent sees differently, and the answer."""

    id: str
    session: str
    title: str
    person: PersonName
    turn: int | None = Field(description="Null where it is about the whole session")
    reason: str
    opened_at: datetime
    upheld: str | None = Field(description="changed or stands; null while it is open")
    answer: str | None
    answered_by: PersonName | None
    answered_at: datetime | None


class Mention(Shape):
    """A comment that mentions one."""

    session: str
    title: str
    comment: Comment


class Desk(Shape):
    """What waits for one."""

    disputes: list[Dispute] = Field(description="Open ones of one's people, the oldest first; empty for agents")
    mentions: list[Mention] = Field(description="The newest twenty")


class May(Shape):
    """What one may do with a session."""

    overrule: bool
    dispute: bool
    answer: bool
    erase: bool
    rewind: bool = Field(description="Take a turn again: one's own practice, but no blind session that goes on")


class ReviewTurn(Shape):
    """One message of the agent and what came of it."""

    number: int = Field(ge=1)
    status: str
    agent: Said
    customer: list[str]
    mood: Mood | None
    changes: list[Change]


class ReviewSession(Shape):
    """A session with all that was said about it."""

    id: str
    kind: str = Field(description="practice or imported")
    person: PersonName
    own: bool
    title: str
    customer: str
    level: int | None = Field(description="Null where the chat was imported")
    status: str = Field(description="open or ended")
    ending: Ending | None
    started_at: datetime
    ended_at: datetime | None
    opening: list[str]
    closing: list[str]
    opening_mood: Mood | None
    mood: Mood | None
    turns: list[ReviewTurn]
    scorecard: Scorecard | None = Field(description="The machine's own")
    corrected: Scorecard | None = Field(description="With what trainers overruled; null where nothing is")
    held_back: bool = Field(description=_HELD_BACK)
    held_until: datetime | None = Field(description=HELD_UNTIL)
    comments: list[Comment]
    overrules: list[Overrule]
    dispute: Dispute | None
    people: list[PersonName] = Field(description="Those who may read it, and so may be mentioned")
    may: May


class TakenOutCount(Shape):
    """Personal data that was taken out."""

    kind: str
    count: int


class ChatMessage(Shape):
    """A message of a real chat."""

    side: str = Field(description="customer or agent")
    text: str


class PreviewedChat(Shape):
    """A real chat as it would be stored."""

    title: str = Field(description="Empty where it has none")
    messages: list[ChatMessage]
    taken_out: list[TakenOutCount]


class ImportPreviewAnswer(Shape):
    """Real chats as they would be stored; nothing is."""

    chats: list[PreviewedChat]


class Imported(Shape):
    """The sessions that were made of real chats."""

    sessions: list[str]
