"""The columns of the tables that sessions are exported as, and the rows that fill them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from assistant_api.exporting.cells import Cell, plain
from assistant_api.exporting.held import why_held
from assistant_api.store import Json, StoredSession
from coaching.moves import STEPS

MOVED = ("anger", "satisfaction", "trust", "interactional", "procedural", "distributive")
"""What the ledger's entries are summed up by."""
OF_SESSIONS = (
    "id", "kind", "person_id", "person", "scenario", "title", "customer", "level", "blind", "rewind", "assignment",
    "started_at", "ended_at", "ending", "score", "face", "recommend", "anger", "satisfaction",
    "first_response_seconds", "seconds", "replies", *STEPS, "mistakes",
    "held_back",
)  # fmt: skip
"""One row a session; the names are the API's, but for `held_back`, which says in words why figures are missing."""
OF_SENTENCES = (
    "session", "turn", "by", "sentence", "text", "labels", "corrected_labels", "unsure", "anger", "satisfaction",
    "band", *(f"{name}_by" for name in MOVED), "at", "held_back",
)  # fmt: skip
"""One row a sentence of the agent, and one for each of the customer's messages with the mood after it."""


@dataclass(frozen=True)
class Sheet:
    """A table: its name, its columns, and its rows in their order."""

    name: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]


def sheet_of_sessions(sessions: Iterable[Json]) -> Sheet:
    """A row for each session."""
    rows = ({**one, "held_back": _why(str(one["person"]), one["held_until"])} for one in sessions)
    return Sheet("sessions", OF_SESSIONS, [[plain(row.get(name)) for name in OF_SESSIONS] for row in rows])


def sheet_of_sentences(
    session: StoredSession,
    person: str,
    corrected: Mapping[tuple[int, int], Sequence[str]],
    held_until: datetime | None,
) -> Sheet:
    """A row for each sentence of a session.

    Args:
        session: The session as it may be seen.
        person: What its agent is called.
        corrected: By turn and place of the sentence, the labels that trainers gave it in place of the machine's.
        held_until: Until when at the latest it is held back how it went (UTC); None where it is not.
    """
    why = {"held_back": _why(person, held_until)}
    rows = [[plain({**row, **why}.get(name)) for name in OF_SENTENCES] for row in _sentences(session, corrected)]
    return Sheet("sentences", OF_SENTENCES, rows)


def _why(person: str, held_until: datetime | None) -> str | None:
    return None if held_until is None else why_held(person, held_until)


def _sentences(session: StoredSession, corrected: Mapping[tuple[int, int], Sequence[str]]) -> Iterator[Json]:
    yield _customer(session, 0, session.opening, [])
    for turn in session.answered:
        left = list((turn.reply or {}).get("changes", []))
        for place, sentence in enumerate(turn.sentences or []):
            # A sentence that is said twice in a turn has its entries with the first.
            own = [change for change in left if change["words"] == sentence["text"]]
            left = [change for change in left if change["words"] != sentence["text"]]
            yield {
                **_place(session, turn.number, "agent"),
                "sentence": place,
                "text": sentence["text"],
                "labels": sentence["labels"],
                "corrected_labels": corrected.get((turn.number, place)),
                "unsure": sentence.get("unsure", []),
                "at": turn.asked_at,
                **_sums(own),
            }
        yield {**_customer(session, turn.number, turn.reply or {"lines": []}, left), "at": turn.answered_at}
    if session.closing is not None:
        last = session.answered[-1].number if session.answered else 0
        yield _customer(session, last, session.closing, session.closing.get("changes", []))


def _customer(session: StoredSession, turn: int, reply: Json, changes: Sequence[Json]) -> Json:
    mood = reply.get("mood") or {}
    told = {name: mood.get(name) for name in ("anger", "satisfaction", "band")}
    return {**_place(session, turn, "customer"), "text": "\n".join(reply["lines"]), **told, **_sums(changes)}


def _place(session: StoredSession, turn: int, by: str) -> Json:
    return {"session": session.id, "turn": turn, "by": by}


def _sums(changes: Iterable[Json]) -> Json:
    sums: dict[str, float] = {}
    for change in changes:
        if change["on"] in MOVED:
            sums[change["on"]] = sums.get(change["on"], 0.0) + change["by"]
    return {f"{name}_by": round(by, 4) for name, by in sums.items()}
