"""A year of sessions for the demo: scripts played against the customer, better ones as somebody learns."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from functools import lru_cache
from random import Random
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from assistant_api.store.search import searchable
from benchmarks.five_scripts import EXCELLENT, FEELINGS, MAGIC, RUDE, SOLUTIONS, scripts
from coaching.customer import Customer, Reply
from coaching.suggestions.reading import Reader

_LEVELS = (2, 3, 3, 4)
_TRIES = 2
"""How many of somebody's last sessions are tries at their team's assignment."""
_NOISE = 0.12
"""How much better or worse than their skill somebody does on a day, as a standard deviation."""

Row = dict[str, Any]


@dataclass(frozen=True)
class Agent:
    """Somebody who learns: their id and team, and how well they do at the beginning and at the end, 0 to 1."""

    id: str
    team: str
    first: float
    last: float


@dataclass(frozen=True)
class Task:
    """An assignment: its id, scenario and level."""

    id: str
    scenario: str
    level: int


class Player:
    """Plays scripts as the product does, without Rasa."""

    def __init__(self, customer: Customer, reader: Reader) -> None:
        """Play against this customer; what is said again and again is read once."""
        self._customer, self._version = customer, reader.version
        self._read = lru_cache(maxsize=None)(reader.recognise)

    @classmethod
    def load(cls) -> "Player":
        """With the project's customer and trained recogniser.

        Raises:
            MissingResourceError: It is not trained.
        """
        return cls(Customer.load(), Reader.load())

    def play(
        self, agents: list[Agent], scenarios: list[str], tasks: dict[str, Task], each: int, weeks: int, until: date
    ) -> Iterator[tuple[Row, list[Row]]]:
        """Rows of sessions with those of their turns, in the order in which they were played."""
        dates = [
            (until - timedelta(days=round(weeks * 7 * (1 - (number + 1) / each))), number, agent)
            for agent in agents
            for number in range(each)
        ]
        for day, number, agent in sorted(dates, key=lambda one: (one[0], one[2].id, one[1])):
            chance = Random(f"demo:{agent.id}:{number}")
            skill = agent.first + (agent.last - agent.first) * number / max(1, each - 1)
            task = tasks[agent.team] if number >= each - _TRIES else None
            scenario, level = (
                (task.scenario, task.level) if task else (chance.choice(scenarios), chance.choice(_LEVELS))
            )
            script = _script(scenario, skill + chance.gauss(0, _NOISE), chance)
            session, said = self._session(agent.id, number, scenario, level, script, chance, day)
            yield {**session, "assignment_id": task.id if task else None}, said

    def _session(
        self, person: str, number: int, scenario: str, level: int, script: list[str], chance: Random, day: date
    ) -> tuple[Row, list[Row]]:
        seed = chance.randrange(2**31)
        reply = opening = self._customer.begin(scenario, None, seed, level)
        session_id = f"demo-{person.removeprefix('demo-')}-{number:03d}"
        at = datetime.combine(day, time(9), timezone.utc) + timedelta(minutes=chance.randrange(420))
        began, texts, said = at, list(opening.lines), []
        for turn, text in enumerate(script, start=1):
            if reply.ending is not None:
                break
            at += timedelta(seconds=chance.randrange(35, 150))
            sentences = self._read(text, "\n".join(reply.lines))
            reply = self._customer.respond(reply.state, sentences)
            told = reply.to_json()
            row = {
                "session_id": session_id,
                "number": turn,
                "turn_id": str(uuid5(NAMESPACE_URL, f"{session_id}/{turn}")),
            }
            row |= {"status": "answered", "text": text, "sentences": [one.to_json() for one in sentences]}
            row |= {"recogniser": self._version, "state": told.pop("state"), "reply": told}
            row |= {"asked_at": at, "answered_at": at + timedelta(seconds=2), "paused_seconds": 0.0}
            said.append(row)
            texts += [text, *reply.lines]
        closing = None
        if reply.ending is None:
            reply = closing = self._customer.close(reply.state)
            texts += closing.lines
        ended = at + timedelta(seconds=20)
        return self._row(session_id, person, opening, closing, reply, seed, level, began, ended, texts), said

    def _row(
        self,
        session_id: str,
        person: str,
        opening: Reply,
        closing: Reply | None,
        last: Reply,
        seed: int,
        level: int,
        began: datetime,
        ended: datetime,
        texts: list[str],
    ) -> Row:
        story = self._customer.scenarios[opening.state.scenario]
        persona = self._customer.personas[opening.state.persona]
        return {
            "id": session_id,
            "person_id": person,
            "kind": "practice",
            "scenario_id": story.id,
            "scenario_title": story.title,
            "persona_id": persona.id,
            "persona_name": persona.name,
            "seed": seed,
            "level": level,
            "blind": False,
            "hints": "off",
            "hints_taken": [],
            "opening": opening.to_json(),
            "closing": None if closing is None else closing.to_json(),
            "ending": None if last.ending is None else last.ending.to_json(),
            "search_text": searchable(texts),
            "started_at": began,
            "touched_at": ended,
            "paused_seconds": 0.0,
            "ended_at": ended,
            # They have looked at how it went, so that their trainers may, too.
            "opened_at": ended,
        }


def _script(scenario: str, quality: float, chance: Random) -> list[str]:
    """What somebody of this quality says: the better, the more of the excellent script."""
    there = scripts(scenario)
    if quality < 0.2:
        return there[RUDE]
    if quality < 0.35:
        return there[MAGIC]
    half = there[chance.choice((SOLUTIONS, FEELINGS))]
    if quality < 0.55:
        return half
    # In between, the longer one does it right the more; the rest is half of the craft.
    share = min(1.0, (quality - 0.45) / 0.4)
    good = max(1, round(share * len(there[EXCELLENT])))
    return there[EXCELLENT] if share == 1.0 else [*there[EXCELLENT][:good], *half[good:]]
