"""How the customer takes in a message: its sentences as acts, and what it asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from coaching.customer.acts import Act
from coaching.customer.matching import hits, same_sentence
from coaching.customer.scenario import Fact, Scenario
from coaching.customer.state import CustomerState
from coaching.moves import COURTESY, DIAGNOSE, HEAR, INQUIRE, MISTAKES, RESOLVE
from coaching.recognition.sentence import RecognisedSentence
from coaching.yamlfile import read

Specificity = Callable[[str, Sequence[str]], float]
CUES_FILE = Path(__file__).with_name("cues.yml")
_FACTS_A_TURN = 2


@dataclass(frozen=True)
class Cues:
    """How sentences are read beyond their labels.

    Attributes:
        invitation: Words that tell an invitation from a restatement.
        closing: Words that tell a farewell from a greeting.
        sure: Confidence, 0 to 1, below which a mistake is given the benefit of the doubt.
    """

    invitation: tuple[str, ...]
    closing: tuple[str, ...]
    sure: float


@dataclass(frozen=True)
class Message:
    """A message of the agent as the customer takes it.

    Attributes:
        acts: Its sentences.
        facts: What it asks for that the customer knows, at most two.
        asks_again: Whether it asks for something told before.
        asks_card: Whether it asks for something that the agent's card shows.
        puzzles: Whether it asks for something the customer cannot answer.
        confirms: Whether it restates something and wants a yes.
        offers: Whether it asks if it should do something.
        closes: Whether it ends the contact.
    """

    acts: tuple[Act, ...]
    facts: tuple[Fact, ...]
    asks_again: bool
    asks_card: bool
    puzzles: bool
    confirms: bool
    offers: bool
    closes: bool


def load_cues(path: Path = CUES_FILE) -> Cues:
    """Read the cues.

    Raises:
        CoachError: The file cannot be read.
        DataError: Something in it is not as expected; names the line.
    """
    root = read(path)
    root.only("note", "source", "sure", "invitation", "closing")
    return Cues(root.at("invitation").texts(), root.at("closing").texts(), root.at("sure").number(0, 1))


def take_in(
    sentences: Sequence[RecognisedSentence],
    state: CustomerState,
    scenario: Scenario,
    cues: Cues,
    specificity: Specificity,
) -> Message:
    """Read a message in the light of the case.

    Args:
        sentences: The recognised sentences.
        state: Before the message.
        scenario: The case.
        cues: From ``load_cues``.
        specificity: ``coaching.case.specificity`` or one like it.
    """
    acts: list[Act] = []
    facts: list[Fact] = []
    heard = set(state.heard)
    again = card = puzzles = confirms = offers = closes = False
    for sentence in sentences:
        text, moves = sentence.text, taken_as(sentence, cues.sure)
        labels = set(moves)
        question = text.rstrip().endswith("?")
        offering = RESOLVE in labels and (INQUIRE in labels or question)
        invites = HEAR in labels and hits(text, cues.invitation) > 0
        asked: tuple[Fact, ...] = ()
        if invites:
            asked = tuple(fact for fact in scenario.facts if fact.id not in state.told and not fact.on_card)
        elif not offering and (INQUIRE in labels or (question and HEAR not in labels)):
            asked = _asked(text, scenario)
            puzzles = puzzles or (not asked and question and COURTESY not in labels)
        known = [fact for fact in asked if INQUIRE in labels and (fact.on_card or fact.id in state.told)]
        again = again or any(fact.id in state.told for fact in known)
        card = card or any(fact.on_card and fact.id not in state.told for fact in known)
        facts.extend(fact for fact in asked if fact not in facts)
        confirms = confirms or (HEAR in labels and question and not invites)
        offers = offers or offering
        closes = closes or (COURTESY in labels and hits(text, cues.closing) > 0)
        acts.append(_act(text, moves, same_sentence(text) in heard, bool(known), state, scenario, specificity))
        heard.add(same_sentence(text))
    told = tuple(facts[:_FACTS_A_TURN])
    return Message(tuple(acts), told, again, card, puzzles and not told, confirms, offers, closes)


def taken_as(sentence: RecognisedSentence, sure: float) -> tuple[str, ...]:
    """The sentence's moves, without mistakes that the recogniser itself doubts and no words raise."""
    return tuple(
        move
        for move in sentence.labels
        if move not in MISTAKES or move in sentence.raised or sentence.confidence.get(move, 1.0) >= sure
    )


def _asked(text: str, scenario: Scenario) -> tuple[Fact, ...]:
    """The facts that a question is about, the best met first."""
    met = [(hits(text, fact.cues), fact) for fact in scenario.facts]
    best = max((weight for weight, _ in met), default=0)
    return tuple(fact for weight, fact in met if weight == best > 0)


def _act(
    text: str,
    moves: tuple[str, ...],
    again: bool,
    asks_known: bool,
    state: CustomerState,
    scenario: Scenario,
    specificity: Specificity,
) -> Act:
    remedies: tuple[tuple[str, float], ...] = ()
    if RESOLVE in moves:
        remedies = tuple((remedy.id, remedy.fit) for remedy in scenario.remedies if hits(text, remedy.cues))
    return Act(
        words=text,
        moves=moves,
        specificity=specificity(text, state.said) if moves else 0.0,
        remedies=remedies,
        names_cause=DIAGNOSE in moves and hits(text, scenario.root_cause.cues) > 0,
        again=again,
        asks_known=asks_known,
    )
