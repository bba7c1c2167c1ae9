"""How the customer would rate the service: a face, the likelihood to recommend, and a line in their voice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from random import Random

from coaching.customer.persona import Persona
from coaching.customer.scenario import ENDINGS, TIMED_OUT
from coaching.debrief.report import BAD, FACES, GOOD, NEUTRAL, Rating, Reason
from coaching.played import PlayedSession
from coaching.yamlfile import Node, read

RATING_FILE = Path(__file__).with_name("rating.yml")
LINES_FILE = Path(__file__).with_name("lines.yml")
ALL_ENDINGS = (*ENDINGS, TIMED_OUT)
_REASONS = ("satisfaction", "anger", "trust")
Lines = Mapping[str, Mapping[str, tuple[str, ...]]]


@dataclass(frozen=True)
class Bar:
    """What a face takes: satisfaction and anger (0-1), and the endings that say so by themselves."""

    satisfaction: float
    anger: float
    endings: tuple[str, ...]


@dataclass(frozen=True)
class RatingRules:
    """All of ``rating.yml``.

    Attributes:
        good, bad: What a smile and a frown take.
        shares: What satisfaction, trust and calm each add to the ten points.
        most: The most points that each ending leaves.
        reasons: By feeling, in words; and ``silent`` for a session without a word.
        endings: What each ending says.
    """

    good: Bar
    bad: Bar
    shares: Mapping[str, float]
    most: Mapping[str, int]
    reasons: Mapping[str, str]
    endings: Mapping[str, str]


def rate(played: PlayedSession, persona: Persona) -> Rating:
    """The rating; the same session gives the same one."""
    rules, mood = rating_rules(), played.mood
    face = _face(mood.satisfaction, mood.anger, played.ending.kind if played.ending else None, rules)
    lines = survey_lines()[face]
    # A persona of somebody's own speaks as no other would: the plainest of ours stands in.
    own = lines.get(persona.id) or lines["formal"]
    return Rating(
        face, _recommend(played, rules), Random(played.chance).choice(own), tuple(_reasons(played, face, rules))
    )


def _face(satisfaction: float, anger: float, ending: str | None, rules: RatingRules) -> str:
    if ending in rules.bad.endings or anger > rules.bad.anger or satisfaction < rules.bad.satisfaction:
        return BAD
    if ending in rules.good.endings or (satisfaction >= rules.good.satisfaction and anger <= rules.good.anger):
        return GOOD
    return NEUTRAL


def _recommend(played: PlayedSession, rules: RatingRules) -> int:
    mood = played.mood
    trust = played.turns[-1].state.feelings.trust if played.turns else 0.0
    points = (
        rules.shares["satisfaction"] * mood.satisfaction
        + rules.shares["trust"] * trust
        + rules.shares["calm"] * (1.0 - mood.anger)
    )
    return min(round(points), rules.most[played.ending.kind] if played.ending else 10)


def _reasons(played: PlayedSession, face: str, rules: RatingRules) -> Iterator[Reason]:
    if played.ending:
        yield Reason("rating.ending", rules.endings[played.ending.kind])
    told = {"satisfaction": played.mood.satisfaction, "anger": played.mood.anger}
    if played.turns:
        told["trust"] = played.turns[-1].state.feelings.trust
    else:
        yield Reason("rating.silent", rules.reasons["silent"])
    bars = {
        "satisfaction": {"good": rules.good.satisfaction, "bad": rules.bad.satisfaction},
        "anger": {"good": rules.good.anger, "bad": rules.bad.anger},
    }
    for name, value in told.items():
        numbers = {name: f"{100 * value:.0f}", **{bar: f"{100 * at:.0f}" for bar, at in bars.get(name, {}).items()}}
        yield Reason(f"rating.{name}", rules.reasons[name].format(**numbers))


@lru_cache(maxsize=1)
def rating_rules() -> RatingRules:
    """Read ``rating.yml``, once a process.

    Raises:
        DataError: The file is not as it should be; names the line.
    """
    root = _noted(RATING_FILE, "good", "bad", "recommend", "reasons")
    recommend, reasons = root.at("recommend"), root.at("reasons")
    recommend.only("satisfaction", "trust", "calm", "most")
    reasons.only(*_REASONS, "silent", "endings")
    most, endings = recommend.at("most"), reasons.at("endings")
    most.only(*ALL_ENDINGS)
    endings.only(*ALL_ENDINGS)
    return RatingRules(
        good=_bar(root.at("good")),
        bad=_bar(root.at("bad")),
        shares={name: recommend.at(name).number(0, 10) for name in ("satisfaction", "trust", "calm")},
        most={kind: int(most.at(kind).number(0, 10)) for kind in ALL_ENDINGS},
        reasons={name: reasons.at(name).text() for name in (*_REASONS, "silent")},
        endings={kind: endings.at(kind).text() for kind in ALL_ENDINGS},
    )


@lru_cache(maxsize=1)
def survey_lines() -> Lines:
    """What customers write after it, by face and persona; read once a process.

    Raises:
        DataError: The file is not as it should be; names the line.
    """
    root = _noted(LINES_FILE, *FACES)
    return {face: {persona: node.texts() for persona, node in root.at(face).items()} for face in FACES}


def _bar(node: Node) -> Bar:
    node.only("satisfaction", "anger", "endings")
    return Bar(
        node.at("satisfaction").number(0, 1),
        node.at("anger").number(0, 1),
        tuple(kind.one_of(ALL_ENDINGS) for kind in node.at("endings").each()),
    )


def _noted(path: Path, *keys: str) -> Node:
    root = read(path)
    root.only("note", "source", *keys)
    for told in ("note", "source"):
        root.at(told).text()
    return root
