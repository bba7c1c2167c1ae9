"""``python -m benchmarks.five_scripts``: five agents against each customer at each level: do the better do better?"""

import argparse
import json
import statistics
import sys
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.played import play
from coaching.customer import Customer
from coaching.rubric import Rubric
from coaching.scoring.session import score_session
from coaching.suggestions.reading import Reader
from coaching.yamlfile import read

EXCELLENT, SOLUTIONS, FEELINGS, MAGIC, RUDE = AGENTS = ("excellent", "solutions", "feelings", "magic", "rude")
FOLDER = Path(__file__).with_name("scripts")
ANYBODY = "any"
"""The file of the scripts that are said to every customer alike."""
LEVELS = (1, 2, 3, 4, 5)


@dataclass(frozen=True)
class Outcome:
    """How one session ended: anger and satisfaction from 0 to 1, the kind of ending, the score from 0 to 100."""

    scenario: str
    level: int
    agent: str
    anger: float
    satisfaction: float
    ending: str
    score: int


def scripts(scenario: str) -> dict[str, list[str]]:
    """The five scripts for a scenario, by agent.

    Raises:
        DataError: A file lacks one; names the line.
    """
    found: dict[str, list[str]] = {}
    for name in (scenario, ANYBODY):
        for agent, node in read(FOLDER / f"{name}.yml").at("scripts").items():
            found[agent] = list(node.texts())
    return {agent: found[agent] for agent in AGENTS}


def outcomes(customer: Customer, reader: Reader, scenarios: list[str], levels: tuple[int, ...]) -> Iterator[Outcome]:
    """Play all five against each scenario at each level, with the scenario's own persona and the same seed."""
    rubric = Rubric.load()
    for scenario in scenarios:
        for agent, script in scripts(scenario).items():
            for level in levels:
                played = play(customer, reader, script, scenario, None, level, seed=1)
                score = score_session(played, customer.scenarios[scenario], rubric).score
                mood, ending = played.mood, played.ending.kind
                yield Outcome(scenario, level, agent, mood.anger, mood.satisfaction, ending, score)


def in_order(five: Mapping[str, Outcome]) -> list[str]:
    """What is not as it should be in one scenario at one level, in words; nothing where all is.

    The excellent agent leaves the calmest and happiest customer and scores best, the rude one the angriest and scores
    worst. One half of the craft is worth more than magic words, and less than both halves.
    """
    wrong = []
    best, halves, magic, rude = five[EXCELLENT], (five[SOLUTIONS], five[FEELINGS]), five[MAGIC], five[RUDE]
    if not best.score > max(half.score for half in halves):
        wrong.append("half the craft scores as well as all of it")
    if not min(half.score for half in halves) > magic.score > rude.score:
        wrong.append("magic words or rudeness score too well")
    if not best.satisfaction > max(other.satisfaction for other in (*halves, magic, rude)):
        wrong.append("somebody else leaves a happier customer than the excellent agent")
    if not best.anger < min(other.anger for other in (*halves, magic, rude)):
        wrong.append("somebody else leaves a calmer customer than the excellent agent")
    if not rude.anger >= max(other.anger for other in (best, *halves, magic)):
        wrong.append("somebody else leaves an angrier customer than the rude agent")
    return wrong


def harder(easier: Outcome, harder: Outcome) -> bool:
    """Whether the same script ends no better one level up: angrier, or less content, or as before at the very end."""
    return harder.anger >= easier.anger and harder.satisfaction <= easier.satisfaction


def main() -> int:
    """Play, print a table for each level, and exit 1 where fewer than 95 % are in order."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.five_scripts", description=__doc__)
    parser.add_argument("--scenario", action="append", help="only this one; may be given again (default: all)")
    parser.add_argument("--json", action="store_true", help="print every outcome as JSON")
    asked = parser.parse_args()
    customer = Customer.load()
    names = asked.scenario or [name for name in customer.scenarios if (FOLDER / f"{name}.yml").exists()]
    found = list(outcomes(customer, Reader.load(), names, LEVELS))
    if asked.json:
        print(json.dumps([asdict(one) for one in found], indent=1))
    return _report(found)


def _report(found: list[Outcome]) -> int:
    by_case: dict[tuple[str, int], dict[str, Outcome]] = {}
    for one in found:
        by_case.setdefault((one.scenario, one.level), {})[one.agent] = one
    _table(found)
    wrong = {case: in_order(five) for case, five in by_case.items()}
    for (scenario, level), faults in wrong.items():
        if faults:
            print(f"{scenario}, level {level}: {'; '.join(faults)}")
    good = sum(not faults for faults in wrong.values())
    print(f"\nin the expected order: {good} of {len(wrong)} = {good / len(wrong):.3f}")
    steps = [
        harder(by_case[scenario, level][agent], by_case[scenario, level + 1][agent])
        for (scenario, level) in by_case
        for agent in AGENTS
        if (scenario, level + 1) in by_case
    ]
    print(f"no better one level up: {sum(steps)} of {len(steps)} = {sum(steps) / max(1, len(steps)):.3f}")
    return 0 if good >= 0.95 * len(wrong) else 1


def _table(found: list[Outcome]) -> None:
    print(
        f"{'level':>5s} {'agent':10s} {'anger':>6s} {'satisf.':>8s} {'score':>6s} {'least':>6s} {'most':>5s}  endings"
    )
    for level in sorted({one.level for one in found}):
        for agent in AGENTS:
            some = [one for one in found if (one.level, one.agent) == (level, agent)]
            scores, kinds = [one.score for one in some], [one.ending for one in some]
            ended = ", ".join(f"{kind} {kinds.count(kind)}" for kind in sorted(set(kinds), key=kinds.count)[::-1])
            print(
                f"{level:5d} {agent:10s} {statistics.mean(one.anger for one in some):6.2f} "
                f"{statistics.mean(one.satisfaction for one in some):8.2f} {statistics.mean(scores):6.1f} "
                f"{min(scores):6d} {max(scores):5d}  {ended}"
            )


if __name__ == "__main__":
    sys.exit(main())
