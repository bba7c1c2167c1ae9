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
    EMPTY_PROMISE,
    HEAR,
    INQUIRE,
    RESOLVE,
    THANK,
    WEAK_APOLOGY,
    weightiest,
)

RELIEF, ACCEPTED = SCENARIO + "relief", "accept_offer"
_SMALL_BESIDE_ALARM = (WEAK_APOLOGY, EMPTY_PROMISE)
_CONCEDING = {EMPATHIZE, APOLOGIZE, RESOLVE}
GLAD = (RELIEF, ACCEPTED)
"""First topics of reactions after which nobody complains in the same breath."""


def rebuke(scene: Scene) -> Chain | None:
    """The reaction to what went wrong in the message; None where nothing did."""
    acts = scene.message.acts
    breaches = {breach for act in acts for breach in act.breaches}
    mistakes = [mistake for act in acts for mistake in act.mistakes]
    if mistakes:
        worst = weightiest(mistakes)
        if scene.message.alarms and worst in _SMALL_BESIDE_ALARM:
            return ("alarmed", worst)
        again = (PASSED_ON_AGAIN,) if worst == DEFLECT and PASSED_ON_AGAIN in breaches else ()
        return (*again, worst, "mistake")
    if CONTRADICTION in breaches:
        return ("contradiction", "mistake")
    return ("still_checking", "waiting") if scene.felt.kept_waiting else None


def praise(scene: Scene) -> Chain | None:
    """The reaction to the weightiest of the good moves; stock and repeated ones are called so.

    Nobody is relieved by a message that is cold, or that took no anger away: they only take the deed that is in it.
    """
    acts = scene.message.acts
    remedy = _remedy(scene)
    if scene.message.hurts:
        return ("begrudged", "doubt_offer") if remedy or _deed(scene) else None
    if remedy:
        return remedy
    if scene.message.offers and scene.felt.experience.offers:
        return (ACCEPTED,) if scene.fits else ("doubt_offer", SCENARIO + "not_enough")
    if any(act.names_cause for act in acts):
        return (SCENARIO + "cause", "cleared" if scene.message.clears else "diagnose")
    if scene.message.alarms:
        return ("alarmed",)
    if scene.message.clears and scene.eased:
        return ("cleared",)
    if scene.message.asks_again:
        return ("asked_twice",)
    if not scene.eased:
        return _unmoved(scene)
    annoys_from = scene.constants.gains[APOLOGIZE].annoys_from or 0
    if scene.felt.experience.dose(APOLOGIZE) >= annoys_from - 1 and _best(acts, APOLOGIZE):
        return ("sorry_again", "repeated")
    for chain in (_specific_words(scene), _deed(scene), _other_words(scene)):
        if chain:
            return chain
    if scene.message.asks_card:
        return ("on_card", "asked_twice")
    if scene.state.turn == 0 and _best(acts, COURTESY) and not _best(acts, INQUIRE):
        return ("greeting",)
    return ("thank",) if _best(acts, THANK) else None


def _unmoved(scene: Scene) -> Chain | None:
    """The reaction to a message that took no anger away; None where it is no worse than that."""
    if any(act.again and act.moves for act in scene.message.acts):
        return ("repeated", "stock")
    return ("on_card", "asked_twice") if scene.message.asks_card else None


def _remedy(scene: Scene) -> Chain | None:
    """The reaction to a remedy that is new; None where there is none, or it was taken already."""
    before = scene.state.experience.offers
    made = [act for act in scene.message.acts if act.remedies and not act.again]
    settled_when = any(act.dated for act in made) and not scene.state.experience.dated
    if not settled_when and all(remedy in before for act in made for remedy, _ in act.remedies):
        return None
    return _verdict(scene)


def _deed(scene: Scene) -> Chain | None:
    """The reaction to a first action that is none of the case's remedies."""
    does = any(RESOLVE in act.moves and not act.again and not act.remedies for act in scene.message.acts)
    return _verdict(scene) if does and not scene.state.experience.offers else None


def _verdict(scene: Scene) -> Chain:
    if scene.message.offers:
        return (ACCEPTED,) if scene.fits else ("doubt_offer", SCENARIO + "not_enough")
    return (RELIEF, "resolve") if scene.fits else (SCENARIO + "not_enough", "resolve_poor")


def _specific_words(scene: Scene) -> Chain | None:
    """The reaction to words tied to the case, whatever set phrase stands beside them."""
    enough = scene.constants.words.heard_at
    specific = [move for move, act in _said(scene) if act.specificity >= enough]
    if HEAR in specific and scene.message.confirms:
        return ("confirm",)
    if specific:
        # Whoever restated the case is answered for that, unless there is something to tell besides.
        return None if specific == [HEAR] and scene.facts else (specific[0],)
    return None


def _other_words(scene: Scene) -> Chain | None:
    """The reaction to words that fit any case, or were said before."""
    if any(act.again and act.moves for act in scene.message.acts):
        return ("repeated", "stock")
    for move, _ in _said(scene):
        if move == HEAR:
            return ("confirm",) if scene.message.confirms else None if scene.facts else (HEAR,)
        if move in (EMPATHIZE, APOLOGIZE):
            # Whoever has their case in any sentence reads from no script, whatever the sentence is called.
            own = max(act.specificity for act in scene.message.acts)
            return None if own >= scene.constants.words.own_case else ("stock", "unheard")
        return (move,)
    return None


def _said(scene: Scene) -> list[tuple[str, Act]]:
    """The moves made in words, each with the new sentence that is tied to the case most."""
    made = [(move, _best(scene.message.acts, move)) for move in (EMPATHIZE, APOLOGIZE, HEAR, DIAGNOSE)]
    return [(move, act) for move, act in made if act is not None and not act.again and _answers(move, scene)]


def _answers(move: str, scene: Scene) -> bool:
    """Whether a move is more than what they have said themselves, or a reason that is none, and so is worth thanks."""
    moves = {each for act in scene.message.acts for each in act.moves}
    if move == HEAR:
        return scene.message.confirms or scene.message.invited or bool(_CONCEDING & moves)
    if move == DIAGNOSE and scene.state.experience.cause_told:
        return False
    return move != DIAGNOSE or bool((_CONCEDING | {HEAR}) & moves)


def _best(acts: Sequence[Act], move: str) -> Act | None:
    """The act with this move that is tied to the case most."""
    made = [act for act in acts if move in act.moves]
    return max(made, key=lambda act: (not act.again, act.specificity)) if made else None
