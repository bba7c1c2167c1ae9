"""How the customer takes in a message: its sentences as acts, and what it asks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from coaching.customer.acts import CONTRADICTION, PASSED_ON_AGAIN, Act
from coaching.customer.cause import tells_cause
from coaching.customer.cues import Cues
from coaching.customer.matching import hits, same_sentence, says
from coaching.customer.offers import meets, offers
from coaching.customer.promises import Promise, promise, same_remedy, taken_back
from coaching.customer.scenario import Fact, Scenario
from coaching.customer.state import CustomerState
from coaching.moves import COURTESY, DEFLECT, DIAGNOSE, EMPATHIZE, HEAR, INQUIRE, MISTAKES, RESOLVE, in_codebook_order
from coaching.recognition.doubt import is_doubtful
from coaching.recognition.sentence import RecognisedSentence

Specificity = Callable[[str, Sequence[str]], float]
_PLAIN_OFFER = 2
"""Words of a remedy that a sentence without any label has to meet to be an offer of it."""


@dataclass(frozen=True)
class Message:
    """A message of the agent as the customer takes it.

    Attributes:
        acts: Its sentences.
        facts: What it asks for that the customer knows.
        invited: Whether it asks for nothing in particular but the whole story.
        asks_again: Whether it asks for something told before.
        asks_card: Whether it asks for something that the agent's card shows.
        puzzles: Whether it asks for something the customer cannot answer.
        confirms: Whether it restates something and wants a yes.
        offers: Whether it asks if it should do something.
        closes: Whether it ends the contact.
        cut_off: Whether the customer stopped listening before its end.
        promised: By remedy: what the agent's word is after it.
    """

    acts: tuple[Act, ...]
    facts: tuple[Fact, ...] = ()
    invited: bool = False
    asks_again: bool = False
    asks_card: bool = False
    puzzles: bool = False
    confirms: bool = False
    offers: bool = False
    closes: bool = False
    cut_off: bool = False
    promised: Mapping[str, Promise] = field(default_factory=dict)


def take_in(
    sentences: Sequence[RecognisedSentence],
    state: CustomerState,
    scenario: Scenario,
    cues: Cues,
    specificity: Specificity,
) -> Message:
    """Read a message in the light of the case.

    Args:
        sentences: The recognised sentences that the customer listens to.
        state: Before the message.
        scenario: The case.
        cues: From ``load_cues``.
        specificity: ``coaching.case.specificity`` or one like it.
    """
    case = (*state.said, *scenario.brief.order, *scenario.brief.history)
    heard = set(state.heard)
    message = Message((), promised=state.promised)
    texts = [sentence.text for sentence in sentences]
    named = tells_cause(texts, [DIAGNOSE in sentence.labels for sentence in sentences], scenario.root_cause)
    for place, sentence in enumerate(sentences):
        text, moves = sentence.text, _moves(sentence, scenario, cues)
        moves = _explaining(text, moves, scenario) if place in named else moves
        act = Act(
            words=text,
            moves=moves,
            specificity=specificity(text, case),
            names_cause=place in named,
            again=same_sentence(text) in heard,
            waits=RESOLVE not in moves and hits(text, cues.waiting) > 0,
            breaches=(PASSED_ON_AGAIN,) if DEFLECT in moves and state.experience.dose(DEFLECT) else (),
        )
        message = _with_terms(_with_question(message, act, state, scenario, cues), scenario, cues)
        heard.add(same_sentence(text))
    return replace(message, puzzles=message.puzzles and not message.facts)


def taken_as(sentence: RecognisedSentence) -> tuple[str, ...]:
    """The sentence's moves, without mistakes that the recogniser itself doubts and no words raise."""
    return tuple(move for move in sentence.labels if not is_doubtful(sentence, move))


def _moves(sentence: RecognisedSentence, scenario: Scenario, cues: Cues) -> tuple[str, ...]:
    """The moves, with what the case makes of them.

    A plain "A new one on Tuesday, and the old one taken away." is an offer, label or not; "Have you tried …?" is none,
    nor is what only gives back their own words, however much these were about a remedy.
    """
    moves, text = taken_as(sentence), sentence.text
    unanswered = _asks(text) and hits(text, cues.your_turn) and not offers(text, scenario)
    if RESOLVE in moves and (unanswered or (HEAR in moves and not says(text, cues.committing))):
        return tuple(move for move in moves if move != RESOLVE)
    if HEAR in moves and RESOLVE not in moves and says(text, cues.refusal):
        # Giving back their story to turn them down is no listening.
        return tuple(move for move in moves if move not in (HEAR, EMPATHIZE))
    if moves or sentence.labels or _asks(text) or hits(text, (*cues.refusal, *cues.telling)):
        return moves
    met = max((meets(text, remedy) for remedy in scenario.remedies), default=0)
    return (RESOLVE,) if met >= _PLAIN_OFFER else ()


def _explaining(text: str, moves: tuple[str, ...], scenario: Scenario) -> tuple[str, ...]:
    """The moves of a sentence that names the cause: it diagnoses, and is a solution only where it offers one."""
    if DIAGNOSE in moves or any(move in MISTAKES for move in moves):
        return moves
    kept = moves if offers(text, scenario) else tuple(move for move in moves if move != RESOLVE)
    return in_codebook_order((*kept, DIAGNOSE))


def _with_question(message: Message, act: Act, state: CustomerState, scenario: Scenario, cues: Cues) -> Message:
    """The message with one more sentence, and what that one asks."""
    moves, text = set(act.moves), act.words
    question = _asks(text)
    agrees = question and says(text, cues.agreement)
    checks = question and says(text, cues.checking)
    offering = agrees or (RESOLVE in moves and (INQUIRE in moves or question))
    invites = HEAR in moves and hits(text, cues.invitation) > 0
    asked: tuple[Fact, ...] = ()
    puzzles = False
    if invites:
        asked = tuple(fact for fact in scenario.facts if fact.id not in state.told and not fact.on_card)
    elif not offering and not checks and (INQUIRE in moves or (question and not {HEAR, COURTESY} & moves)):
        asked = _asked(text, scenario)
        puzzles = not asked and question and COURTESY not in moves
    known = [fact for fact in asked if INQUIRE in moves and (fact.on_card or fact.id in state.told)]
    # Who asks for something new besides has looked before asking.
    known = known if len(known) == len(asked) else []
    return replace(
        message,
        acts=(*message.acts, replace(act, asks_known=bool(known))),
        facts=message.facts + tuple(fact for fact in asked if fact not in message.facts),
        invited=message.invited or invites,
        asks_again=message.asks_again or any(fact.id in state.told for fact in known),
        asks_card=message.asks_card or any(fact.on_card and fact.id not in state.told for fact in known),
        puzzles=message.puzzles or puzzles,
        confirms=message.confirms or checks or (HEAR in moves and question and not invites),
        offers=message.offers or offering,
        closes=message.closes or (COURTESY in moves and hits(text, cues.closing) > 0),
    )


def _with_terms(message: Message, scenario: Scenario, cues: Cues) -> Message:
    """The message with what its last sentence offers or takes back, held against the agent's word so far."""
    act, promised = message.acts[-1], dict(message.promised)
    named, offering = offers(act.words, scenario), RESOLVE in act.moves
    retells = not offering and (_asks(act.words) or any(move in act.moves for move in (HEAR, EMPATHIZE, DIAGNOSE)))
    broken = False
    for offer in named:
        if retells or not (offering or offer.remedy in promised):
            continue
        before, terms = promised.get(offer.remedy, Promise()), promise(act.words, offer, cues)
        broken = broken or (before.broken_by(terms) and same_remedy(act.words, offer, scenario))
        promised[offer.remedy] = before.renewed(terms)
    back = () if offering or retells else taken_back(act.words, scenario, promised, cues)
    for remedy in back:
        del promised[remedy]
    act = replace(
        act,
        remedies=tuple((offer.remedy, offer.fit) for offer in named) if offering else (),
        breaches=(*act.breaches, CONTRADICTION) if broken or back else act.breaches,
        takes_back=back,
    )
    return replace(message, acts=(*message.acts[:-1], act), promised=promised)


def _asks(text: str) -> bool:
    return text.rstrip().endswith("?")


def _asked(text: str, scenario: Scenario) -> tuple[Fact, ...]:
    """The facts that a question is about, the best met first."""
    met = [(hits(text, fact.cues), fact) for fact in scenario.facts]
    best = max((weight for weight, _ in met), default=0)
    return tuple(fact for weight, fact in met if weight == best > 0)
