"""What good moves earn: interactional, procedural and distributive fairness, and trust."""

from __future__ import annotations

from dataclasses import replace

from coaching.customer.acts import Act
from coaching.customer.constants import Constants, Gain
from coaching.customer.feelings import Experience, Feelings
from coaching.customer.ledger import Ledger
from coaching.customer.temper import Temper
from coaching.moves import APOLOGIZE, COURTESY, DIAGNOSE, EMPATHIZE, HEAR, INQUIRE, RESOLVE, WEAK_APOLOGY

_SOON = (HEAR, EMPATHIZE, APOLOGIZE)
"""Moves that count less the later they come."""
_ANY_WORDING = (INQUIRE, COURTESY)
"""Moves that need no tie to the case to be worth something."""
UNKNOWN = "something"
"""The remedy's id where an action is none of the scenario's remedies."""


def earn(
    ledger: Ledger,
    experience: Experience,
    act: Act,
    turn: int,
    weight: float,
    temper: Temper,
    constants: Constants,
) -> tuple[Experience, bool]:
    """Give credit for one sentence's good moves.

    Args:
        ledger: Receives the movements.
        experience: What was said before this sentence.
        act: The sentence.
        turn: The agent's turn, counted from 1.
        weight: 1, or less where the same message carries a grave mistake; one in the sentence itself mutes it too.
        temper: The customer's.
        constants: The sizes.

    Returns:
        The experience with this sentence, and whether it brought the customer anything. A sentence with a mistake in it
        never does.
    """
    brought = False
    weight = min(weight, constants.words.muted) if act.mistakes else weight
    for move in act.moves:
        if move not in constants.gains:
            continue
        gain, dose = constants.gains[move], experience.dose(move)
        experience = experience.counted(move)
        if move == APOLOGIZE and WEAK_APOLOGY in act.moves:
            continue  # it took itself back: nothing earned, yet one more "sorry" was said
        share = _share(gain, move, dose, act, turn, constants) * weight * temper.credit
        rule = f"{move}_{'specific' if act.specificity >= constants.words.heard_at else 'stock'}"
        if share > 0:
            brought = not act.mistakes
            for on in ("interactional", "procedural", "trust"):
                if getattr(gain, on) > 0:
                    ledger.close_in(on, min(1.0, share * getattr(gain, on)), rule, act.words)
        elif gain.annoys_from is not None and dose + 1 >= gain.annoys_from:
            ledger.move("anger", constants.patience.dose_anger, f"{move}_overdone", act.words)
            ledger.move("trust", -constants.patience.dose_trust, f"{move}_overdone", act.words)
        if move == RESOLVE and not act.again:
            experience = _take_offer(ledger, experience, act, weight, temper, constants)
        if move == DIAGNOSE and act.names_cause:
            experience = replace(experience, cause_told=True)
    return experience, brought


def _share(gain: Gain, move: str, dose: int, act: Act, turn: int, constants: Constants) -> float:
    """How much of its best a move earns here, 0 to 1."""
    if act.again:
        return 0.0
    fade = gain.fade[min(dose, len(gain.fade) - 1)]
    tied = 1.0 if move in _ANY_WORDING or (move == DIAGNOSE and act.names_cause) else act.specificity
    if move == RESOLVE and act.remedies:
        tied = 1.0
    stock = constants.words.stock
    late = max(constants.words.late_floor, 1.0 - constants.words.late_per_turn * (turn - 1)) if move in _SOON else 1.0
    return fade * (stock + (1.0 - stock) * tied) * late


def _take_offer(
    ledger: Ledger, experience: Experience, act: Act, weight: float, temper: Temper, constants: Constants
) -> Experience:
    """Let a remedy count: as far as it fits the loss, and as far as the customer feels heard and believes it.

    The same remedy offered anew counts once, at its best.
    """
    offers = dict(act.remedies) or {UNKNOWN: constants.words.unknown_fit}
    share = min(1.0, _taken(ledger.feelings, constants) * weight * temper.credit)
    for remedy, fit in offers.items():
        experience = experience.offered(remedy, fit * share)
    before = ledger.feelings.distributive
    rule = "remedy_fits" if act.remedies else "remedy_unclear"
    ledger.move("distributive", max(0.0, experience.on_the_table - before), rule, act.words)
    gained = ledger.feelings.distributive - before
    ledger.move("patience", constants.patience.remedy * gained, rule, act.words)
    return experience


def _taken(feelings: Feelings, constants: Constants) -> float:
    """Which share of a remedy this customer takes, 0 to 1: empathy first, then the remedy (Valentini et al. 2020)."""
    words = constants.words
    heard = min(1.0, feelings.interactional / words.heard_at)
    return (words.unheard + (1.0 - words.unheard) * heard) * (1.0 - words.doubt * (1.0 - feelings.trust))
