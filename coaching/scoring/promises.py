"""Who does something and when, as a sentence says it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from coaching.moves import COURTESY, DIAGNOSE, EMPTY_PROMISE, HEAR, INQUIRE, MISTAKES, RESOLVE
from coaching.recognition.sentence import RecognisedSentence
from coaching.scoring.sayings import plainly, sayings

_NEAR = 14
"""Characters around a time in which a word makes it one that has gone by."""
_I = re.compile(r"i", re.IGNORECASE)


@dataclass(frozen=True)
class Commitment:
    """What a sentence says of a next step: who takes it and when, each None where it does not say."""

    who: str | None
    when: str | None


def commitment(text: str) -> Commitment:
    """Who and when in a sentence; times that have gone by are none."""
    plain = plainly(text)
    who = sayings().who.search(plain)
    times = [found.span() for found in sayings().when.finditer(plain) if not _gone_by(plain, found)]
    return Commitment(_named(who.group()) if who else None, _first_time(text, times))


def binds(text: str) -> bool:
    """Whether a sentence tells what somebody does, will do or has just done, and not what happened once."""
    plain = plainly(text)
    if text.rstrip().endswith("?"):
        return False
    if sayings().commits.search(plain) or sayings().just_done.search(plain):
        return True
    return not sayings().told.search(plain)


def is_deed(sentence: RecognisedSentence) -> bool:
    """Whether a sentence does, offers or finds something, and is no mistake."""
    return bool({RESOLVE, DIAGNOSE} & set(sentence.labels)) and not set(sentence.labels) & set(MISTAKES)


def is_hollow(text: str) -> bool:
    """Whether a sentence binds nobody: it passes on, tells what is usual, or waits for others."""
    return bool(sayings().hollow.search(plainly(text)))


def is_promise(sentence: RecognisedSentence) -> bool:
    """Whether somebody binds themselves by a sentence to what is still to come, an empty promise among it."""
    labels, text = set(sentence.labels), plainly(sentence.text)
    if text.rstrip().endswith("?") or is_hollow(text):
        return False
    binding = bool(sayings().commits.search(text))
    when = commitment(sentence.text).when
    # "A courier brings it tomorrow" and "it is booked for Tuesday" bind as much as "I will".
    if RESOLVE in labels and when is not None and not labels & set(MISTAKES):
        return binding or binds(sentence.text)
    if not binding:
        return False
    if labels & {RESOLVE, EMPTY_PROMISE}:
        return True
    return when is not None and not labels & {HEAR, INQUIRE, COURTESY} and not labels & set(MISTAKES)


def _first_time(text: str, times: Sequence[tuple[int, int]]) -> str | None:
    """The first time, with those that follow it at once ("on Friday" with "by 6 pm")."""
    if not times:
        return None
    start, end = times[0]
    for begins, ends in times[1:]:
        if text[end:begins].strip(" ,"):
            break
        end = ends
    return text[start:end]


def _gone_by(text: str, found: re.Match[str]) -> bool:
    around = text[max(0, found.start() - _NEAR) : found.end() + _NEAR]
    return bool(sayings().past.search(around))


def _named(who: str) -> str:
    return "I" if _I.fullmatch(who) else who.lower()
