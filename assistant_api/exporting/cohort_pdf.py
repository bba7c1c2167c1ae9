"""A person's sessions, or a cohort's, on paper: what they came to, and the steps of HEARD week by week."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from assistant_api.exporting.cells import plain
from assistant_api.exporting.paper import Paper
from assistant_api.store import Json
from coaching.moves import STEPS

_SHOWN = 500
_WEEKS = 26
_FACES = {"bad": "unhappy", "neutral": "neutral", "good": "happy"}
_HEAD = ["Ended", "Who", "Scenario", "Level", "Score", "Customer", "Recommends", "Mistakes"]
_WIDTHS = (12, 21, 24, 6.5, 7, 10.5, 15, 19)
_SHADES = ("#f3d9d3", "#f4e6cf", "#f2efd0", "#dfead3", "#c6e2cf")
"""From nothing of a step's points to all of them; the share stands in the cell as well."""


def cohort_pdf(title: str, sessions: Sequence[Json], *, alone: bool) -> bytes:
    """The sessions as PDF, the latest of them where they are many.

    Args:
        title: Whose they are.
        sessions: Rows of ``store.exporting.exported_sessions``, the oldest first.
        alone: Whether they are one person's, whom the title names.
    """
    paper = Paper(title)
    paper.text(_summary(sessions), soft=True)
    held = [one["held_until"] for one in sessions if one["held_until"]]
    if held:
        paper.text(_not_yet(held), soft=True)
    weeks = _weeks(sessions)
    if weeks:
        _heat(paper, weeks)
    if sessions:
        paper.heading("Sessions")
        shown = list(sessions)[-_SHOWN:]
        if len(shown) < len(sessions):
            paper.text(f"The latest {_SHOWN} are shown; the CSV and XLSX exports hold them all.", soft=True)
        rows, widths = [_HEAD, *map(_row, shown)], list(_WIDTHS)
        if alone:
            rows, widths = [[*row[:1], *row[2:]] for row in rows], [*widths[:1], *widths[2:]]
        paper.table(rows, widths)
    return paper.pdf()


def _summary(sessions: Sequence[Json]) -> str:
    if not sessions:
        return "There are no ended sessions here yet, or none that fit the filters."
    first, last = (min(one["ended_at"] for one in sessions), max(one["ended_at"] for one in sessions))
    days = [f"{day.day} {day:%B %Y}" for day in (first, last)]
    when = f"on {days[0]}" if days[0] == days[1] else f"from {days[0]} to {days[1]}"
    scores = [one["score"] for one in sessions if one["score"] is not None]
    average = f", average score {sum(scores) / len(scores):.0f}" if scores else ""
    return f"{len(sessions)} ended {'session' if len(sessions) == 1 else 'sessions'} {when}{average}"


def _not_yet(held: Sequence[datetime]) -> str:
    until = f"{max(held):%Y-%m-%d %H:%M} UTC"
    return f"“Not yet seen” stands for scores that are their players’ alone for now; from {until} all are shown."


def _row(one: Json) -> list[str]:
    return [
        f"{one['ended_at']:%Y-%m-%d}",
        one["person"],
        one["title"],
        _text(one["level"]),
        "Not yet seen" if one["held_until"] else _text(one["score"]),
        _FACES.get(one["face"], ""),
        _text(one["recommend"]),
        str(plain(one["mistakes"])).replace("_", " "),
    ]


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _weeks(sessions: Sequence[Json]) -> dict[date, list[Json]]:
    weeks: dict[date, list[Json]] = defaultdict(list)
    for one in sessions:
        if one["hear"] is not None and not one["rewind"]:
            day = one["ended_at"].date()
            weeks[day - timedelta(days=day.weekday())].append(one)
    return dict(sorted(weeks.items())[-_WEEKS:])


def _heat(paper: Paper, weeks: dict[date, list[Json]]) -> None:
    paper.heading("Steps by week")
    paper.text("The share of a step's points that was earned on average; rewinds left out.", soft=True)
    rows = [["Week of", "Sessions", *(step.capitalize() for step in STEPS)]]
    shades = []
    for number, (monday, held) in enumerate(weeks.items(), 1):
        shares = [sum(one[step] for one in held) / len(held) for step in STEPS]
        rows.append([f"{monday:%Y-%m-%d}", str(len(held)), *(f"{share:.0%}" for share in shares)])
        for column, share in enumerate(shares, 2):
            shades.append((column, number, _SHADES[min(len(_SHADES) - 1, int(share * len(_SHADES)))]))
    paper.table(rows, (16, 12, *(14 for _ in STEPS)), shades)
