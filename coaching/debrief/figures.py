"""The numbers of a session: times, words, promises, limits, what the customer was after."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from coaching.debrief.report import BeyondLimit, Figures, Promise, RootCause
from coaching.debrief.wants import wants
from coaching.played import PlayedSession
from coaching.scoring.promises import commitment, is_promise
from coaching.scoring.safety import forbidden
from coaching.scoring.story import Story

NOBODY = "nobody may promise that"
_WORD = re.compile(r"[\w'’]+")


def figures(played: PlayedSession, story: Story) -> Figures:
    """The session's numbers; what its times do not tell is None."""
    first = played.turns[0].asked_at if played.turns else None
    whole = _seconds(played.started_at, played.ended_at)
    return Figures(
        first_response_seconds=_seconds(played.started_at, first),
        seconds=None if whole is None else max(0.0, whole - played.paused_seconds),
        replies=len(played.turns),
        words=sum(len(_WORD.findall(turn.text)) for turn in played.turns),
        hints=len(played.hints_taken),
        root_cause=_root_cause(played, story),
        promises=tuple(_promises(played)),
        beyond_limits=tuple(_beyond(played, story)),
        wants=wants(played, story),
    )


def _seconds(start: datetime | None, end: datetime | None) -> float | None:
    return None if start is None or end is None else round(max(0.0, (end - start).total_seconds()), 1)


def _root_cause(played: PlayedSession, story: Story) -> RootCause:
    text = story.scenario.root_cause.text
    for turn in played.turns:
        for sentence in turn.sentences:
            act = story.acts[turn.number, sentence.start]
            if act.names_cause and not act.mistakes:
                return RootCause(True, text, turn.number, sentence.text)
    return RootCause(False, text)


def _promises(played: PlayedSession) -> Iterator[Promise]:
    for turn in played.turns:
        for sentence in turn.sentences:
            if is_promise(sentence):
                told = commitment(sentence.text)
                yield Promise(turn.number, sentence.text, told.who, told.when)


def _beyond(played: PlayedSession, story: Story) -> Iterator[BeyondLimit]:
    for turn in played.turns:
        for sentence in turn.sentences:
            safety = story.scenario.safety
            if safety is not None and forbidden(sentence.text, safety):
                yield BeyondLimit(turn.number, sentence.text, f"A promise {safety.never}", NOBODY)
                continue
            for offer in story.offered(turn.number, sentence):
                if offer.beyond is not None:
                    yield BeyondLimit(turn.number, sentence.text, offer.title, offer.beyond)
