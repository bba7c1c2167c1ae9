"""What the customer talks about in a reply: the reaction, the answers, then what is still missing."""

from __future__ import annotations

from dataclasses import dataclass

from coaching.customer.acts import Act
from coaching.customer.constants import Constants
from coaching.customer.endings import Decision
from coaching.customer.fairness import UNKNOWN
from coaching.customer.reading import Message
from coaching.customer.state import CustomerState
from coaching.customer.step import Felt
from coaching.moves import (
    APOLOGIZE,
    COURTESY,
    DIAGNOSE,
    EMPATHIZE,
    HEAR,
    INQUIRE,
    RESOLVE,
    THANK,
    weightiest,
)

FACT, SCENARIO = "fact:", "scenario:"
"""Prefixes of topics whose lines stand in the scenario; the others are in the phrasebook."""
Chain = tuple[str, ...]
"""Topics in the order of preference: the first that has a line left is taken."""
_MOST_LINES = 3
_GOOD_FIT = 0.5


@dataclass(frozen=True)
class Scene:
    """One turn as the customer sees it: the state before, the message, what it did and what was decided."""

    state: CustomerState
    message: Message
    felt: Felt
    decision: Decision
    constants: Constants


def plan(scene: Scene) -> list[Chain]:
    """The reply's topics, one a line, at most three."""
    if scene.decision.ending is not None:
        mistake = _mistake(scene)
        return ([mistake] if mistake else []) + [(f"ending_{scene.decision.ending}",)]
    chains: list[Chain] = []
    mistake = _mistake(scene)
    reaction = mistake or _praise(scene)
    if reaction:
        chains.append(reaction)
    chains.extend(_answers(scene))
    if scene.decision.threat is not None:
        return [*chains[: _MOST_LINES - 1], (f"threat_{scene.decision.threat}", "unheard")]
    wish = _missing(scene)
    if wish and (len(chains) < 2 or (not scene.message.facts and len(chains) < _MOST_LINES)):
        chains.append(wish)
    return chains[:_MOST_LINES] or [("waiting", "unheard")]


def _mistake(scene: Scene) -> Chain | None:
    """A mistake comes before all else."""
    mistakes = [mistake for act in scene.message.acts for mistake in act.mistakes]
    return (weightiest(mistakes), "mistake") if mistakes else None


def _praise(scene: Scene) -> Chain | None:
    """The reaction to the weightiest of the good moves; stock and repeated ones are called so."""
    acts = scene.message.acts
    remedy = _remedy(scene)
    if remedy:
        return remedy
    if any(act.names_cause for act in acts):
        return (SCENARIO + "cause", "diagnose")
    if scene.message.asks_again:
        return ("asked_twice",)
    if any(act.again and act.moves for act in acts):
        return ("repeated", "stock")
    annoys_from = scene.constants.gains[APOLOGIZE].annoys_from or 0
    if scene.felt.experience.dose(APOLOGIZE) >= annoys_from - 1 and _best(acts, APOLOGIZE):
        return ("sorry_again", "repeated")
    for move in (EMPATHIZE, APOLOGIZE, HEAR, DIAGNOSE):
        act = _best(acts, move)
        if act is not None:
            if move == HEAR and scene.message.confirms:
                return ("confirm",)
            if move == HEAR and scene.message.facts:
                return None
            stock = move in (EMPATHIZE, APOLOGIZE) and act.specificity < scene.constants.words.heard_at
            return ("stock", "unheard") if stock else (move,)
    if scene.message.asks_card:
        return ("on_card", "asked_twice")
    if scene.state.turn == 0 and _best(acts, COURTESY) and not _best(acts, INQUIRE):
        return ("greeting",)
    return ("thank",) if _best(acts, THANK) else None


def _remedy(scene: Scene) -> Chain | None:
    """The reaction to a remedy that is new; None where there is none, or it was taken already."""
    acts = [act for act in scene.message.acts if RESOLVE in act.moves and not act.again]
    before = scene.state.experience.offers
    fresh = [act for act in acts if any(remedy not in before for remedy, _ in act.remedies)]
    if not fresh and (not acts or before):
        return None
    if scene.message.offers:
        return ("accept_offer",) if _fits(scene) else ("doubt_offer", SCENARIO + "not_enough")
    return (SCENARIO + "relief", "resolve") if _fits(scene) else (SCENARIO + "not_enough", "resolve_poor")


def _answers(scene: Scene) -> list[Chain]:
    """What was asked, and only that."""
    if scene.message.puzzles:
        return [("cannot_say",)]
    return [(FACT + fact.id,) for fact in scene.message.facts]


def _missing(scene: Scene) -> Chain | None:
    """The first thing still missing: being heard, then a remedy, then one that is enough, then the cause."""
    feelings, experience = scene.felt.feelings, scene.felt.experience
    if scene.decision.settled:
        if not experience.cause_told and not scene.state.asked_cause:
            return ("ask_cause",)
        return ("settled",)
    unheard = feelings.interactional < scene.constants.words.heard_at / 2
    if unheard and not any(HEAR in act.moves for act in scene.message.acts):
        return (SCENARIO + "restate", "unheard")
    if not experience.offers:
        return (SCENARIO + "demand", "ask_remedy") if scene.state.turn % 2 else ("ask_remedy", SCENARIO + "demand")
    if not _fits(scene):
        return (SCENARIO + "demand", "ask_remedy")
    if not experience.cause_told and not scene.state.asked_cause:
        return ("ask_cause",)
    return ("unheard",) if unheard else None


def _best(acts: tuple[Act, ...], move: str) -> Act | None:
    """The act with this move that is tied to the case most."""
    made = [act for act in acts if move in act.moves]
    return max(made, key=lambda act: (not act.again, act.specificity)) if made else None


def _fits(scene: Scene) -> bool:
    """Whether what is on the table makes up for at least half of the loss, whatever it is believed."""
    left = 1.0
    fits = {remedy: fit for act in scene.message.acts for remedy, fit in act.remedies}
    for fit in fits.values():
        left *= 1.0 - fit
    known = any(offer != UNKNOWN for offer in scene.felt.experience.offers)
    return 1.0 - left >= _GOOD_FIT or (known and scene.felt.feelings.distributive >= _GOOD_FIT)
