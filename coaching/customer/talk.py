"""What the customer talks about in a reply: the reaction, the answers, then what is still missing."""

from __future__ import annotations

from collections.abc import Mapping

from coaching.customer.reacting import GLAD, praise, rebuke
from coaching.customer.scenario import CONTENT, GRUDGING
from coaching.customer.scene import FACT, SCENARIO, Chain, Scene
from coaching.moves import HEAR

_MOST_LINES = 3
SETTLED = "settled"


def plan(scene: Scene) -> list[Chain]:
    """The reply's topics, one a line, at most three."""
    wrong = rebuke(scene)
    if scene.decision.ending is not None:
        return _parting(scene, wrong)
    reaction = wrong or praise(scene)
    glad = reaction is not None and reaction[0] in GLAD
    chains: list[Chain] = [("interrupt",)] if scene.message.cut_off else []
    chains.extend([reaction] if reaction else [])
    answers = _answers(scene)
    if scene.decision.threat is not None:
        return [*[*chains, *answers][: _MOST_LINES - 1], (f"threat_{scene.decision.threat}", "unheard")]
    wish = _missing(scene, glad)
    if scene.softened and not wrong and not answers and wish != (SETTLED,):
        chains.append(_softening(scene))
    chains.extend(answers)
    if _provokes(scene, glad or bool(answers) or scene.softened):
        chains.append(("provoke",))
    elif wish and (len(chains) < 2 or (not answers and len(chains) < _MOST_LINES)):
        chains.append(wish)
    if scene.whims.strays and not wrong:
        chains.append(("aside",))
    return chains[:_MOST_LINES] or [(SETTLED,) if scene.decision.settled else ("waiting", "unheard")]


def _parting(scene: Scene, wrong: Chain | None) -> list[Chain]:
    """The last words; who leaves in peace says what helped."""
    ending = scene.decision.ending
    chains = [wrong] if wrong else []
    helped = scene.felt.experience.helped
    if ending in (CONTENT, GRUDGING) and helped and not wrong:
        chains.append((f"helped_{_most(helped)}",))
    return [*chains, (f"ending_{ending}",)]


def _softening(scene: Scene) -> Chain:
    """That they have calmed down by a step, and sometimes by what; praise while still angry would be too much."""
    calm = scene.felt.feelings.anger < scene.constants.bands.angry
    before = scene.state.experience.helped
    now = {move: by - before.get(move, 0.0) for move, by in scene.felt.experience.helped.items()}
    helped = (f"helped_{_most(now)}",) if now and calm and scene.whims.names_help else ()
    return (*helped, "softens")


def _most(helped: Mapping[str, float]) -> str:
    return max(helped, key=lambda move: helped[move])


def _answers(scene: Scene) -> list[Chain]:
    """What was asked, and only that."""
    if scene.message.puzzles:
        return [("cannot_say",)]
    told: list[Chain] = [(FACT + fact.id,) for fact in scene.facts]
    return [*told, ("hold_back",)] if scene.holds_back else told


def _provokes(scene: Scene, busy: bool) -> bool:
    """Whether they needle the agent: while angry, and with nothing better to say."""
    return scene.whims.provokes and not busy and scene.felt.feelings.anger >= scene.constants.bands.angry


def _missing(scene: Scene, glad: bool) -> Chain | None:
    """The first thing still missing: being heard, then a remedy, then one that is enough, then the cause."""
    feelings, experience, spoken = scene.felt.feelings, scene.felt.experience, scene.state.spoken
    wonders = not experience.cause_told and "ask_cause" not in spoken
    if scene.decision.settled:
        return ("ask_cause",) if wonders else None if SETTLED in spoken else (SETTLED,)
    if glad:
        return ("ask_cause",) if wonders else None
    unheard = feelings.interactional < scene.constants.words.heard_at / 2
    if unheard and not any(HEAR in act.moves for act in scene.message.acts):
        return (SCENARIO + "restate", "unheard")
    if experience.waiting and not unheard:
        return None
    if not experience.offers:
        return (SCENARIO + "demand", "ask_remedy") if scene.state.turn % 2 else ("ask_remedy", SCENARIO + "demand")
    if not scene.fits:
        return (SCENARIO + "demand", "ask_remedy")
    if wonders:
        return ("ask_cause",)
    return ("unheard",) if unheard else None
