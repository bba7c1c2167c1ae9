"""The sample that trainers rate, and what they said beside what the machine said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from assistant_api.people import audit, current_person, visible_people
from assistant_api.seeing.agreement import Correlation, Kappa, Labels, correlation, kappa, mean_kappa
from assistant_api.seeing.held import onlooker
from assistant_api.seeing.rules import seeing_rules
from assistant_api.seeing.sampling import drawn, drawn_by_label, rare_labels
from assistant_api.services import services
from assistant_api.store import Json
from assistant_api.store.audit import READ, SAMPLE
from assistant_api.store.ratings import Ratable, Rated, Rating, Ratings
from coaching.moves import LABELS

Place = tuple[str, int, int]
_SESSIONS_PER_SENTENCE = 2
"""From the sessions of twice as many, so that few sentences come from the same one."""


@dataclass(frozen=True)
class Sample:
    """What is to be rated.

    Attributes:
        sentences: Session, turn, and place in the turn of each, in an order that tells nothing.
        rare: How many of them were drawn for a rare label.
        sessions: Ids of the whole sessions.
        turns: The turns that both need, as ``Ratings.material`` tells them.
        mine: What whoever asks has said of them so far.
    """

    sentences: list[Place]
    rare: int
    sessions: list[str]
    turns: dict[str, list[Json]]
    mine: dict[tuple[str, int | None, int | None], Rating]


@dataclass(frozen=True)
class Agreement:
    """On one label, or on the scores: of the trainers among themselves, and with the machine."""

    among: Kappa
    machine: Kappa


def ratable() -> Ratable:
    """The sessions that whoever asks may rate: their people's, not their own; admins rate all."""
    viewer = current_person()
    return Ratable(onlooker(), visible_people(viewer), own=viewer.is_admin)


def sample(seed: int, until: date) -> Sample:
    """Draw it.

    Args:
        seed: The same one draws the same for everybody who sees the same sessions.
        until: The last day (UTC) whose sessions are drawn from.
    """
    ratings, rules = Ratings(services().database), seeing_rules()
    ids = ratings.candidates(ratable(), until, rules.latest)
    carried = ratings.carried(ids)
    rare = drawn_by_label(
        carried, rare_labels(carried.values(), rules.rare_below), round(rules.sentences * rules.rare_share), seed
    )
    # By lot, out of few sessions: those that are rated whole are among them.
    near = drawn(ids, rules.sentences * _SESSIONS_PER_SENTENCE, seed)
    places = set(near)
    rest = [place for place in carried if place[0] in places and place not in rare]
    lot = drawn(rest, rules.sentences - len(rare), seed)
    answered = {place[0] for place in carried}
    whole = [one for one in near if one in answered][: rules.sessions]
    shown = sorted({*whole, *(place[0] for place in (*rare, *lot))})
    turns: dict[str, list[Json]] = {}
    for row in ratings.material(shown):
        turns.setdefault(row["id"], []).append(row)
    mine = {one.place: one for one in ratings.of_rater(current_person().id, shown)}
    _note(seed, until, turns)
    return Sample(drawn([*rare, *lot], rules.sentences, f"{seed} order"), len(rare), whole, turns, mine)


def _note(seed: int, until: date, turns: Mapping[str, Sequence[Json]]) -> None:
    """One line in the record for the whole sample; it names whose sessions were read."""
    others = {one: rows[0]["person_id"] for one, rows in turns.items() if rows[0]["person_id"] != current_person().id}
    if others:
        audit(READ, SAMPLE, f"{seed} of {until}", {"of": sorted(set(others.values())), "sessions": sorted(others)})


def label_agreement(rated: Sequence[Rated]) -> dict[str, Agreement]:
    """Cohen's kappa for each label: among trainers, the mean of each two of them; with the machine, all ratings."""
    sentences = [one for one in rated if one.rating.labels is not None]
    by_rater: dict[str, dict[Place, set[str]]] = {}
    for one in sentences:
        by_rater.setdefault(one.rating.rater_id, {})[_place(one)] = set(one.rating.labels or ())
    pairs = [
        [(mine[place], theirs[place]) for place in mine if place in theirs]
        for mine, theirs in combinations(by_rater.values(), 2)
    ]
    beside = beside_machine(sentences)
    return {
        label: Agreement(
            among=mean_kappa([kappa(_given(label, pair)) for pair in pairs if pair]),
            machine=kappa(_given(label, beside)),
        )
        for label in LABELS
    }


def score_agreement(rated: Sequence[Rated]) -> tuple[Correlation, Correlation]:
    """Correlation of whole sessions' scores: of each two trainers, and of trainers with the machine."""
    whole = [one for one in rated if one.rating.score is not None]
    by_session: dict[str, list[float]] = {}
    for one in whole:
        by_session.setdefault(one.rating.session_id, []).append(float(one.rating.score or 0))
    among = [pair for scores in by_session.values() for pair in combinations(scores, 2)]
    machine = [
        (float(one.rating.score or 0), float(one.machine_score)) for one in whole if one.machine_score is not None
    ]
    return correlation(among), correlation(machine)


def beside_machine(rated: Sequence[Rated]) -> list[Labels]:
    """The labels of each rated sentence: the trainer's, the machine's."""
    return [(one.rating.labels, one.machine) for one in rated if one.rating.labels is not None]


def _given(label: str, pairs: Sequence[Labels]) -> list[tuple[bool, bool]]:
    return [(label in one, label in other) for one, other in pairs]


def _place(one: Rated) -> Place:
    return one.rating.session_id, one.rating.turn or 0, one.rating.sentence or 0
