"""Calibration over the API: what to rate, rating it, and how far everybody agrees."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from pydantic import ConstrainedInt, Field, validator

from assistant_api.api import calibration_answers as answers
from assistant_api.api.bodies import TurnNumber
from assistant_api.api.operation import Routes
from assistant_api.api.problems import FieldError, InvalidRequest
from assistant_api.api.reading import Taken
from assistant_api.api.review_bodies import Place
from assistant_api.people import current_person
from assistant_api.seeing.agreement import confusion
from assistant_api.seeing.calibration import Sample, beside_machine, label_agreement, ratable, sample, score_agreement
from assistant_api.seeing.rules import seeing_rules
from assistant_api.services import services
from assistant_api.store import Json, NoSuchSession, now
from assistant_api.store.ratings import Rated, Rating, Ratings
from coaching.moves import LABELS, NO_MOVE, in_codebook_order

SEEDS = 1_000_000
_DAY = "a day as 2026-11-30"
_LABELS = "a list of labels of the codebook, empty for none of them, or null"


class Score(ConstrainedInt):
    """A session's score: a number, not a text that looks like one."""

    strict = True
    ge = 0
    le = 100


class SampleQuery(Taken):
    """Which sample."""

    seed: int = Field(1, ge=0, le=SEEDS, description=f"a whole number from 0 to {SEEDS}")
    until: date | None = Field(None, description=_DAY)

    @validator("until", pre=True)
    def _day(cls, value: Any) -> Any:  # noqa: ANN401 - whatever the query holds
        # pydantic takes numbers for days as well; and a day later there has to be one, too.
        try:
            day = None if value is None else date.fromisoformat(value)
        except ValueError:
            raise ValueError(_DAY) from None
        if day == date.max:
            raise ValueError(_DAY)
        return day


class NewRating(Taken):
    """What a trainer sees in a sentence, or what a whole session is worth to them."""

    turn: TurnNumber | None = Field(None, description="the number of an answered turn, from 1; null for the session")
    sentence: Place | None = Field(None, description="the place of a sentence in its turn, from 0; with a turn only")
    labels: list[str] | None = Field(None, description=_LABELS)
    score: Score | None = Field(None, description="a whole number from 0 to 100 for a session, or null")

    @validator("labels", pre=True)
    def _known(cls, value: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
        if value is None:
            return None
        if not isinstance(value, list) or not all(isinstance(one, str) and one in LABELS for one in value):
            raise ValueError(_LABELS)
        return in_codebook_order(value)


def get_calibration(query: SampleQuery) -> answers.CalibrationSample:
    """The sample, without what the machine sees."""
    until = query.until or now().date()
    services().review.outcomes.catch_up()
    found = sample(query.seed, until)
    return answers.CalibrationSample(
        seed=query.seed,
        until=until,
        rare=found.rare,
        sentences=[_sentence(found, *place) for place in found.sentences],
        sessions=[_session(found, one) for one in found.sessions],
    )


def rate(session_id: str, body: NewRating) -> answers.RatingAnswer:
    """Keep what a trainer says; neither labels nor score takes back what they said before."""
    _check_place(body)
    ratings = Ratings(services().database)
    if not ratings.may_rate(ratable(), session_id):
        raise NoSuchSession
    if body.turn is not None:
        rows = [row for row in ratings.material([session_id]) if row["number"] == body.turn]
        if body.sentence is None or not rows or body.sentence >= len(rows[0]["sentences"] or []):
            raise InvalidRequest(FieldError("sentence", "a sentence of an answered turn of this session"))
    ratings.keep(Rating(session_id, body.turn, body.sentence, current_person().id, body.labels, body.score))
    return answers.RatingAnswer(
        session=session_id, turn=body.turn, sentence=body.sentence, labels=body.labels, score=body.score
    )


def get_agreement() -> answers.CalibrationAgreement:
    """Kappas, correlations, confusions, and where one's own ratings differ from the machine's."""
    rated, rules = Ratings(services().database).beside_machine(ratable()), seeing_rules()
    sentences = [one for one in rated if one.rating.labels is not None]
    among, machine = score_agreement(rated)
    counted = confusion(beside_machine(sentences), NO_MOVE)
    return answers.CalibrationAgreement(
        raters=len({one.rating.rater_id for one in rated}),
        sentences=len({one.rating.place for one in sentences}),
        sessions=len({one.rating.session_id for one in rated if one.rating.score is not None}),
        labels=[
            answers.LabelAgreement(
                label=label,
                among=answers.KappaAnswer.parse_obj(vars(one.among)),
                machine=answers.KappaAnswer.parse_obj(vars(one.machine)),
                f1=rules.f1[label],
                weak=label in rules.weak,
            )
            for label, one in label_agreement(rated).items()
        ],
        scores_among=answers.CorrelationAnswer.parse_obj(vars(among)),
        scores_machine=answers.CorrelationAnswer.parse_obj(vars(machine)),
        confusion=[
            answers.Confused(trainer=one, machine=other, count=count)
            for (one, other), count in sorted(counted.items(), key=lambda each: (-each[1], each[0]))
        ],
        weak=list(rules.weak),
        differing=_differing(sentences, current_person().id),
    )


def add_to(routes: Routes) -> None:
    """Add these routes."""
    routes.route(
        "GET",
        "/calibration",
        "Sentences and sessions to rate, drawn by a seed, the machine's view hidden",
        query=SampleQuery,
        answer=answers.CalibrationSample,
    )(get_calibration)
    routes.route(
        "PUT",
        "/calibration/sessions/<session_id>",
        "Rate a sentence or a whole session, or take that back",
        body=NewRating,
        answer=answers.RatingAnswer,
        own=False,
        noted=False,
    )(rate)
    routes.route(
        "GET",
        "/calibration/agreement",
        "How far trainers agree among themselves and with the machine",
        answer=answers.CalibrationAgreement,
    )(get_agreement)


def _check_place(body: NewRating) -> None:
    if (body.turn is None) != (body.sentence is None):
        raise InvalidRequest(FieldError("sentence", "given with a turn, and left out without one"))
    if body.turn is None and body.labels is not None:
        raise InvalidRequest(FieldError("labels", "null for a whole session"))
    if body.turn is not None and body.score is not None:
        raise InvalidRequest(FieldError("score", "null for a sentence"))


def _sentence(found: Sample, session_id: str, turn: int, place: int) -> answers.SentenceToRate:
    rows = found.turns[session_id]
    number, row = next((index, row) for index, row in enumerate(rows) if row["number"] == turn)
    asked = rows[number - 1]["reply"] if number else row["opening"]
    sentence, mine = row["sentences"][place], found.mine.get((session_id, turn, place))
    return answers.SentenceToRate(
        session=session_id,
        turn=turn,
        sentence=place,
        text=sentence["text"],
        before=row["text"][: sentence["start"]].strip(),
        customer="\n".join(asked["lines"]),
        labels=None if mine is None else mine.labels,
    )


def _session(found: Sample, session_id: str) -> answers.SessionToRate:
    rows = found.turns[session_id]
    mine = found.mine.get((session_id, None, None))
    lines = _said("customer", rows[0]["opening"])
    for row in rows:
        lines += [answers.LineToRate(by="agent", text=row["text"]), *_said("customer", row["reply"])]
    return answers.SessionToRate(
        session=session_id,
        title=rows[0]["scenario_title"],
        customer=rows[0]["persona_name"],
        level=rows[0]["level"],
        lines=[*lines, *_said("customer", rows[0]["closing"])],
        score=None if mine is None else mine.score,
    )


def _said(by: str, reply: Json | None) -> list[answers.LineToRate]:
    return [answers.LineToRate(by=by, text=line) for line in (reply or {"lines": []})["lines"]]


def _differing(sentences: Sequence[Rated], rater_id: str) -> list[answers.Differing]:
    return [
        answers.Differing.parse_obj(
            {
                **dict(zip(("session", "turn", "sentence"), one.rating.place, strict=True)),
                "text": one.text,
                "title": one.title,
                "labels": one.rating.labels,
                "machine": one.machine,
                "corrected": one.corrected,
            }
        )
        for one in sentences
        if one.rating.rater_id == rater_id and set(one.rating.labels or ()) != set(one.machine)
    ]
