"""``python -m benchmarks.random_scripts``: random conversations in which the customer has to keep every promise."""

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from random import Random

from coaching.customer import Customer, CustomerState, Reply, Scenario
from coaching.customer.feelings import Feelings
from coaching.moves import LABELS, MISTAKES
from coaching.paths import training_data
from coaching.recognition.examples import read_examples
from coaching.recognition.sentence import RecognisedSentence

_POOL = 240
"""Sentences of the training data that scripts are made of; so few that each is parsed once."""
_KIND = 0.5
"""Share of the agents who make no mistakes: with others hardly a session lasts."""
_OFFERS = 0.2
_AGAIN = 0.1
_ROUNDING = 1e-9


@dataclass
class Tally:
    """What was seen: sessions, agent turns, endings by kind, and every broken promise with the way to play it again."""

    sessions: int
    turns: int
    endings: Counter[str]
    broken: list[str]


def check(customer: Customer, sessions: int, seed: int = 0) -> Tally:
    """Play so many random sessions to their end and look after every turn.

    In each the state stays within its bounds, the ledger adds up to it, it survives being stored as JSON, no reply is
    empty, no line comes twice, and the session ends by itself.
    """
    rng = Random(seed)
    pool = _pool(rng)
    tally = Tally(0, 0, Counter(), [])
    stories = list(customer.scenarios.values())
    # One scenario after the other: its lines are then parsed once.
    for number in range(sessions):
        story = stories[number * len(stories) // sessions]
        persona, level, play = rng.choice(list(customer.personas)), rng.randint(1, 5), rng.randrange(2**31)
        name = f"{story.id}, {persona}, level {level}, seed {play}"
        try:
            _session(customer, story, persona, level, play, pool, tally, name)
        except Exception as error:  # noqa: BLE001 - an exception of any kind is what is looked for
            tally.broken.append(f"{name}: {error!r}")
        tally.sessions += 1
    return tally


def _session(
    customer: Customer,
    story: Scenario,
    persona: str,
    level: int,
    seed: int,
    pool: Sequence[RecognisedSentence],
    tally: Tally,
    name: str,
) -> None:
    rng = Random(f"{seed} script")
    if rng.random() < _KIND:
        pool = [sentence for sentence in pool if not set(sentence.labels) & set(MISTAKES)]
    reply = customer.begin(story.id, persona, seed, level)
    most = int(customer.constants.endings.most_turns)
    while reply.ending is None:
        if reply.state.turn > most:
            tally.broken.append(f"{name}: still going after {most} turns")
            return
        before = reply
        reply = customer.respond(before.state, _message(rng, story, pool))
        tally.turns += 1
        tally.broken.extend(f"{name}, turn {reply.state.turn}: {what}" for what in faults(before, reply))
    tally.endings[reply.ending.kind] += 1


def faults(before: Reply, after: Reply) -> Iterator[str]:
    """What is wrong with one turn, in words; nothing where all is well."""
    for each in fields(Feelings):
        was, now = getattr(before.state.feelings, each.name), getattr(after.state.feelings, each.name)
        if not 0.0 <= now <= 1.0:
            yield f"{each.name} is {now}"
        moved = sum(change.by for change in after.changes if change.on == each.name)
        if abs(was + moved - now) > _ROUNDING:
            yield f"{each.name} went from {was} to {now}, and the ledger says {moved}"
    if not after.lines or not all(line.strip() for line in after.lines):
        yield "nothing is said"
    said = after.state.said
    if len(set(said)) != len(said):
        yield f"said twice: {[line for line, times in Counter(said).items() if times > 1]}"
    if CustomerState.from_json(json.loads(json.dumps(after.state.to_json()))) != after.state:
        yield "the state does not survive JSON"


def _message(rng: Random, story: Scenario, pool: Sequence[RecognisedSentence]) -> list[RecognisedSentence]:
    sentences = [rng.choice(pool) for _ in range(rng.randint(0, 4))]
    if rng.random() < _OFFERS:
        remedy = rng.choice(story.remedies)
        sentences.append(
            _sentence(f"I will see to it: {remedy.title.lower()}, {rng.choice(remedy.cues)}.", ("resolve",))
        )
    if rng.random() < _AGAIN:
        text = f"It happened because of {rng.choice(story.root_cause.cues)}."
        sentences.append(_sentence(text, (rng.choice(("diagnose", "inquire", "hear")),)))
    return sentences


def _pool(rng: Random) -> list[RecognisedSentence]:
    """Sentences of the training data: half with their own labels, half with labels that do not belong to them."""
    rows = rng.sample(read_examples(training_data() / "nlu"), _POOL)
    own = [_sentence(row.text, row.labels) for row in rows[: _POOL // 2]]
    strange = [_sentence(row.text, tuple(rng.sample(LABELS, rng.choice((0, 1, 2, 3))))) for row in rows[_POOL // 2 :]]
    return own + strange


def _sentence(text: str, labels: tuple[str, ...]) -> RecognisedSentence:
    ordered = tuple(label for label in LABELS if label in labels)
    return RecognisedSentence(text, 0, len(text), ordered, {})


def main() -> int:
    """Play, print what was seen, and exit 1 where a promise was broken."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.random_scripts", description=__doc__)
    parser.add_argument("--sessions", type=int, default=10_000, help="how many (default 10000)")
    parser.add_argument("--seed", type=int, default=0, help="of every choice (default 0)")
    asked = parser.parse_args()
    began = time.perf_counter()
    tally = check(Customer.load(), asked.sessions, asked.seed)
    seconds = time.perf_counter() - began
    print(f"{tally.sessions} sessions, {tally.turns} turns in {seconds:.0f} s")
    for kind, count in tally.endings.most_common():
        print(f"  {kind:14s} {count:6d}")
    for line in tally.broken[:20]:
        print(line, file=sys.stderr)
    print(f"promises broken: {len(tally.broken)}")
    return 1 if tally.broken else 0


if __name__ == "__main__":
    sys.exit(main())
