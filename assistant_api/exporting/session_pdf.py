"""A session on paper: what was said with its moves, how the customer felt, the score with reasons, the debrief."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from reportlab.graphics.charts.lineplots import LinePlot
from reportlab.graphics.shapes import Drawing, String
from reportlab.lib import colors

from assistant_api.exporting.held import why_held
from assistant_api.exporting.paper import SOFT, WIDTH, Paper
from assistant_api.printing.fonts import TEXT
from assistant_api.store import Json, StoredSession
from coaching.moves import MOVES

_TITLES = {move.label: move.title for move in MOVES}
_ANGER, _SATISFACTION = colors.HexColor("#b3372f"), colors.HexColor("#1f6f5c")


def session_pdf(
    session: StoredSession,
    person: str,
    card: Json | None,
    debrief: Json | None,
    corrected: Mapping[tuple[int, int], Sequence[str]],
    held_until: datetime | None,
) -> bytes:
    """The session as PDF.

    Args:
        session: The session.
        person: What its agent is called.
        card: Its scorecard, corrections counted; None where there is none.
        debrief: Its debrief; None where there is none.
        corrected: The labels that trainers gave in place of the machine's, by turn and place of the sentence.
        held_until: Until when at the latest it is held back how it went (UTC); None where it is not.
    """
    paper = Paper(session.scenario_title)
    about = [person, session.persona_name, f"level {session.level}" if session.kind == "practice" else ""]
    about.append(f"{session.started_at:%d %B %Y, %H:%M} UTC".lstrip("0"))
    paper.text(" · ".join(part for part in about if part), soft=True)
    if session.ending is not None:
        paper.text(f"{session.ending['title']}. {session.ending['text']}")
    if held_until is not None:
        paper.text(f"{why_held(person, held_until)}.", bold=True)
    _curve(paper, session)
    _transcript(paper, session, corrected)
    if card is not None:
        _scorecard(paper, card)
    if debrief is not None:
        _debrief(paper, debrief)
    return paper.pdf()


def _curve(paper: Paper, session: StoredSession) -> None:
    told = [(0, session.opening.get("mood"))]
    told += [(turn.number, (turn.reply or {}).get("mood")) for turn in session.answered]
    moods = [(turn, mood) for turn, mood in told if mood]
    if len(moods) < 2:
        return
    paper.heading("How the customer felt")
    drawing = Drawing(WIDTH, 120)
    plot = LinePlot()
    plot.x, plot.y, plot.width, plot.height = 24, 18, WIDTH - 40, 84
    plot.data = [[(turn, mood[name] * 100) for turn, mood in moods] for name in ("anger", "satisfaction")]
    for line, colour in enumerate((_ANGER, _SATISFACTION)):
        plot.lines[line].strokeColor, plot.lines[line].strokeWidth = colour, 1.8
    # Told apart without colours, too.
    plot.lines[1].strokeDashArray = [4, 2]
    plot.yValueAxis.valueMin, plot.yValueAxis.valueMax, plot.yValueAxis.valueStep = 0, 100, 50
    plot.xValueAxis.valueMin, plot.xValueAxis.valueMax = 0, moods[-1][0]
    plot.xValueAxis.valueStep = max(1, moods[-1][0] // 10)
    for axis in (plot.xValueAxis, plot.yValueAxis):
        axis.labels.fontName, axis.labels.fontSize, axis.labelTextFormat = TEXT, 7, "%d"
    drawing.add(plot)
    drawing.add(
        String(
            24, 109, "Anger (solid), satisfaction (dashed), of 100, by turn", fontName=TEXT, fontSize=7, fillColor=SOFT
        )
    )
    paper.add(drawing)


def _transcript(paper: Paper, session: StoredSession, corrected: Mapping[tuple[int, int], Sequence[str]]) -> None:
    paper.heading("What was said")
    rows = [["Who", "Words", "Moves"], *_parts("Customer", session.opening["lines"])]
    for turn in session.answered:
        sentences = turn.sentences or []
        if not sentences:
            rows.append([f"{turn.number} · Agent", turn.text, ""])
        for place, sentence in enumerate(sentences):
            said = _labels(sentence["labels"])
            ours = corrected.get((turn.number, place))
            if ours is not None:
                said = f"{_labels(ours)} (trainer; the machine: {said})"
            rows.append([f"{turn.number} · Agent" if place == 0 else "", sentence["text"], said])
        rows += _parts("Customer", (turn.reply or {"lines": []})["lines"])
    if session.closing is not None:
        rows += _parts("Customer", session.closing["lines"])
    paper.table(rows, (14, 62, 24))


def _parts(who: str, lines: Iterable[str]) -> list[list[str]]:
    return [[who if number == 0 else "", line, ""] for number, line in enumerate(lines)]


def _labels(labels: Iterable[str]) -> str:
    return ", ".join(_TITLES.get(label, label) for label in labels) or "none"


def _scorecard(paper: Paper, card: Json) -> None:
    paper.heading(f"Score: {card['score']} of 100")
    paper.table([["Points", "Why"], *([f"{one['points']:g}", one["reason"]] for one in card["points"])], (10, 90))
    paper.text(f"Scored by the rubric for sessions, version {card['rubric']['version']}.", size=8, soft=True)


def _debrief(paper: Paper, debrief: Json) -> None:
    rating = debrief["rating"]
    paper.heading("Debrief")
    paper.text(f"“{rating['line']}” Would recommend: {rating['recommend']} of 10.")
    for title, parts in (("Went well", debrief["went_well"]), ("To do differently", debrief["differently"])):
        if parts:
            paper.text(title, bold=True, after=1, leads=True)
        for part in parts:
            where = f"Turn {part['turn']}: " if part.get("turn") else ""
            what = f"{part['what'].rstrip('.')}." if part.get("what") else f"“{part.get('words', '')}”"
            instead = part.get("instead")
            paper.text(f"{where}{what} {part['why']}", after=1 if instead else 4, leads=bool(instead))
            if instead:
                paper.text(f"For instance: “{instead}”", soft=True, after=4)
    if debrief.get("goal"):
        paper.text(f"The goal was: {debrief['goal']}")
