"""How the customer reacts to what the agent just did: a mistake first, then the best of what was good."""

from __future__ import annotations

from collections.abc import Sequence

from coaching.customer.acts import CONTRADICTION, PASSED_ON_AGAIN, Act
from coaching.customer.scene import SCENARIO, Chain, Scene
from coaching.moves import (
    APOLOGIZE,
    COURTESY,
    DEFLECT,
    DIAGNOSE,
    EMPATHIZE,
    HEAR,
    INQUIRE,
    RESOLVE,
    THANK,
    weightiest,
)

RELIEF, ACCEPTED = SCENARIO + "relief", "accept_offer"
GLAD = (RELIEF, ACCEPTED)
"""First topics of reactions after which nobody complains in the same breath."""


def rebuke(scene: Scene) -> Chain | None:
    """The reaction to what went wrong in the message; None where nothing did."""
    acts = scene.message.acts
    breaches = {breach for act in acts for breach in act.breaches}
    mistakes = [mistake for act in acts for mistake in act.mistakes]
    if mistakes:
        worst = weightiest(mistakes)
        again = (PASSED_ON_AGAIN,) if worst == DEFLECT and PASSED_ON_AGAIN in breaches else ()
        return (*again, worst, "mistake")
    if CONTRADICTION in breaches:
        return ("contradiction", "mistake")
    return ("still_checking", "waiting") if scene.felt.kept_waiting else None


def praise(scene: Scene) -> Chain | None:
    """The reaction to the weightiest of the good moves; stock and repeated ones are called so."""
    acts = scene.message.acts
    remedy = _remedy(scene)
    if remedy:
        return remedy
    if any(act.names_cause for act in acts):
        return (SCENARIO + "cause", "diagnose")
    if scene.message.asks_again:
        return ("asked_twice",)
    annoys_from = scene.constants.gains[APOLOGIZE].annoys_from or 0
    if scene.felt.experience.dose(APOLOGIZE) >= annoys_from - 1 and _best(acts, APOLOGIZE):
        return ("sorry_again", "repeated")
    words = _words(scene)
    if words:
        return words
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
        return (ACCEPTED,) if scene.fits else ("doubt_offer", SCENARIO + "not_enough")
    return (RELIEF, "resolve") if scene.fits else (SCENARIO + "not_enough", "resolve_poor")


def _words(scene: Scene) -> Chain | None:
    """The reaction to words: to those tied to the case where there are some, whatever set phrase stands beside."""
    acts, enough = scene.message.acts, scene.constants.words.heard_at
    made = [(move, _best(acts, move)) for move in (EMPATHIZE, APOLOGIZE, HEAR, DIAGNOSE)]
    said = [(move, act) for move, act in made if act is not None and not act.again]
    specific = [move for move, act in said if act.specificity >= enough]
    if HEAR in specific and scene.message.confirms:
        return ("confirm",)
    if specific:
        # Whoever restated the case is answered for that, unless there is something to tell besides.
        return None if specific == [HEAR] and scene.facts else (specific[0],)
    if any(act.again and act.moves for act in acts):
        return ("repeated", "stock")
    for move, _ in said:
        if move == HEAR:
            return ("confirm",) if scene.message.confirms else None if scene.facts else (HEAR,)
        return ("stock", "unheard") if move in (EMPATHIZE, APOLOGIZE) else (move,)
    return None


def _best(acts: Sequence[Act], move: str) -> Act | None:
    """The act with this move that is tied to the case most."""
    made = [act for act in acts if move in act.moves]
    return max(made, key=lambda act: (not act.again, act.specificity)) if made else None
