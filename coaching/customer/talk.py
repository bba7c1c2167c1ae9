"""What the customer talks about in a reply: the reaction, the answers, then what is still missing."""

from __future__ import annotations

from collections.abc import Mapping

from coaching.customer.questions import AGREES, MORE, WISH
from coaching.customer.reacting import GLAD, praise, rebuke
from coaching.customer.scenario import CAUSE, CONTENT, GRUDGING
from coaching.customer.scene import FACT, SCENARIO, SOFTENS, Chain, Scene
from coaching.moves import HEAR

_MOST_LINES = 3
SETTLED = "settled"
NAMING = {SCENARIO + "demand", "ask_remedy", "ask_cause"}
"""Topics by which they name what they came for and do not have."""


def plan(scene: Scene) -> list[Chain]:
    """The reply's topics, one a line, at most three."""
    wrong = rebuke(scene)
    reaction = wrong or praise(scene)
    if scene.decision.ending is not None:
        return _parting(scene, reaction)
    glad = reaction is not None and reaction[0] in GLAD
    chains: list[Chain] = [("interrupt",)] if scene.message.cut_off else []
    chains.extend([reaction] if reaction else [])
    answers = _answers(scene)
    if scene.decision.threat is not None:
        return [*[*chains, *answers][: _MOST_LINES - 1], (f"threat_{scene.decision.threat}", "unheard")]
    wish = _missing(scene, glad)
    softening = None if wrong or answers or wish == (SETTLED,) else _softening(scene)
    chains.extend([softening] if softening else [])
    chains.extend(answers)
    if _provokes(scene, glad or bool(answers) or scene.softened):
        chains.append(("provoke",))
    elif wish and (len(chains) < 2 or (not answers and len(chains) < _MOST_LINES)):
        chains.append(wish)
    if scene.whims.strays and not wrong:
        chains.append(("aside",))
    return chains[:_MOST_LINES] or [(SETTLED,) if scene.decision.settled else ("waiting", "unheard")]


def _parting(scene: Scene, reaction: Chain | None) -> list[Chain]:
    """The last words.

    Who leaves in peace answers whether there was anything else, takes up that it was not their doing, or says what
    helped; who leaves in anger says at what.
    """
    ending = scene.decision.ending
    if ending not in (CONTENT, GRUDGING):
        return [*([reaction] if reaction else []), (f"ending_{ending}",)]
    helped = scene.felt.experience.helped
    chains: list[Chain] = [(MORE,)] if MORE in scene.message.direct and ending == CONTENT else []
    if not chains and not scene.message.hurts:
        if reaction and reaction[0] in (SCENARIO + "cause", "cleared"):
            chains.append(reaction)
        elif helped:
            chains.append((f"helped_{_most(helped)}",))
    return [*chains, (f"ending_{ending}",)]


def _softening(scene: Scene) -> Chain | None:
    """That they have calmed down, or by what; praise while still angry, or while something hurts, would be too much."""
    if not scene.softened or scene.message.hurts:
        return None
    calm = scene.felt.feelings.anger < scene.constants.bands.angry
    before = scene.state.experience.helped
    now = {move: by - before.get(move, 0.0) for move, by in scene.felt.experience.helped.items()}
    if now and calm and scene.whims.names_help:
        return (f"helped_{_most(now)}",)
    return (SOFTENS,) if scene.repents and (scene.loud or scene.fits) else None


def _most(helped: Mapping[str, float]) -> str:
    return max(helped, key=lambda move: helped[move])


def _answers(scene: Scene) -> list[Chain]:
    """What was asked, and only that."""
    told: list[Chain] = [_direct(topic, scene) for topic in scene.message.direct]
    told.extend((FACT + fact.id,) for fact in scene.facts[: 1 if told else None])
    if scene.message.offers and scene.message.hurts and AGREES not in scene.message.direct:
        told.append((AGREES,) if scene.fits else ("doubt_offer",))
    if scene.message.puzzles and not told:
        return [("cannot_say",)]
    return [*told, ("hold_back",)] if scene.holds_back else told


def _direct(topic: str, scene: Scene) -> Chain:
    """The answer to a question that asks for no fact; whoever is asked what is still open names what is."""
    if topic != WISH and (topic != MORE or scene.decision.settled):
        return (topic, "cannot_say")
    return _open(scene)


def _open(scene: Scene) -> Chain:
    """What they came for and do not have: why it happened where it is only that, else what is to be done."""
    if scene.left and all(CAUSE in want.by or CAUSE in want.every for want in scene.left):
        return ("ask_cause", SCENARIO + "demand")
    return (SCENARIO + "demand", "ask_remedy", "unheard")


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
    if unheard:
        return ("unheard",)
    return _open(scene) if scene.left and not glad else None
