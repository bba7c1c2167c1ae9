"""How the customer takes in a message: its sentences as acts, and what it asks."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from coaching.customer.acts import CONTRADICTION, PASSED_ON_AGAIN, Act
from coaching.customer.cause import tells_cause
from coaching.customer.cues import Cues
from coaching.customer.matching import hits, same_sentence, says
from coaching.customer.offers import meets, offers
from coaching.customer.promises import Promise, promise, same_remedy, taken_back
from coaching.customer.questions import (
    DECLINES,
    MORE,
    asked_for,
    asks_more,
    direct,
    gives_up,
    goes_further,
    is_question,
    wants_choice,
    wants_words,
)
from coaching.customer.scenario import Fact, Scenario
from coaching.customer.state import CustomerState
from coaching.moves import (
    APOLOGIZE,
    BLAME,
    COURTESY,
    DEFLECT,
    DIAGNOSE,
    DISMISS,
    EMPATHIZE,
    EMPTY_PROMISE,
    HEAR,
    INQUIRE,
    MISTAKES,
    RESOLVE,
    THANK,
    in_codebook_order,
)
from coaching.recognition.doubt import is_doubtful
from coaching.recognition.sentence import RecognisedSentence

Specificity = Callable[[str, Sequence[str]], float]
_PLAIN_OFFER = 2
"""Words of a remedy that a sentence without any label has to meet to be an offer of it."""
_GIVING = {EMPATHIZE, APOLOGIZE, RESOLVE, DIAGNOSE, INQUIRE, THANK}
_ACCUSING = (BLAME, DISMISS)
_SALUTATION = re.compile(r"^(?:dear|hello|hi|hey|good (?:morning|afternoon|evening|day))\b[^.!?]{0,40}$", re.I)


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
        direct: Topics of ``questions.DIRECT`` that answer what else it asks.
        clears: Whether it says that it was none of their doing.
        alarms: Whether it brings news that frightens.
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
    direct: tuple[str, ...] = ()
    clears: bool = False
    alarms: bool = False
    closes: bool = False
    cut_off: bool = False
    promised: Mapping[str, Promise] = field(default_factory=dict)

    @property
    def hurts(self) -> bool:
        """Whether anything in it hurts or is cold."""
        return any(act.hurts or act.cold for act in self.acts)

    @property
    def asks(self) -> bool:
        """Whether it wants an answer other than to whether anything is left."""
        return bool(self.facts or self.offers or self.confirms or any(topic != MORE for topic in self.direct))


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
    gives = _gives(sentences, cues)
    texts = [sentence.text for sentence in sentences]
    named = tells_cause(texts, [DIAGNOSE in sentence.labels for sentence in sentences], scenario.root_cause)
    for place, sentence in enumerate(sentences):
        text, moves = sentence.text, _moves(sentence, scenario, cues, gives)
        moves = _explaining(text, moves, scenario) if place in named else moves
        if _lays_out(sentences[place : place + 2], scenario, cues):
            moves = in_codebook_order((*moves, RESOLVE))
        if EMPTY_PROMISE in moves and any(_dated(following, cues) for following in sentences[place + 1 : place + 2]):
            # "Here is what I'll do." with the deed behind it promises nothing empty.
            moves = tuple(move for move in moves if move != EMPTY_PROMISE)
        act = Act(
            words=text,
            moves=moves,
            specificity=specificity(text, case),
            names_cause=place in named,
            again=same_sentence(text) in heard and not is_salutation(text),
            waits=RESOLVE not in moves and hits(text, cues.waiting) > 0,
            breaches=(PASSED_ON_AGAIN,) if DEFLECT in moves and state.experience.dose(DEFLECT) else (),
            cold=says(text, cues.cold) and not says(text, cues.clearing),
            dated=_dated(sentence, cues),
        )
        retold = bool({HEAR, EMPATHIZE, DIAGNOSE} & set(sentence.labels))
        message = _with_terms(_with_question(message, act, state, scenario, cues), scenario, cues, retold)
        heard.add(same_sentence(text))
    return replace(message, puzzles=message.puzzles and not message.facts)


def is_salutation(text: str) -> bool:
    """Whether a sentence is nothing but the head of a message, which every e-mail may have."""
    return bool(_SALUTATION.search(text.strip().rstrip(",.!– ")))


def taken_as(sentence: RecognisedSentence) -> tuple[str, ...]:
    """The sentence's moves, without mistakes that the recogniser itself doubts and no words raise."""
    return tuple(move for move in sentence.labels if not is_doubtful(sentence, move))


def _lays_out(sentences: Sequence[RecognisedSentence], scenario: Scenario, cues: Cues) -> bool:
    """Whether the first of the sentences offers a remedy of the case by telling it.

    "Here is what was in it: …" gives what it names; "The other house has a bed." does before "Would that suit you?".
    """
    text, following = sentences[0].text, [each.text for each in sentences[1:]]
    if is_question(text) or says(text, cues.refusal) or any(move in MISTAKES for move in sentences[0].labels):
        return False
    asks = any(is_question(each) and says(each, cues.agreement) for each in following)
    told = asks or says(text, cues.delivering)
    return told and any(meets(text, remedy) >= _PLAIN_OFFER for remedy in scenario.remedies)


def _dated(sentence: RecognisedSentence, cues: Cues) -> bool:
    """Whether a sentence does something and says when."""
    return RESOLVE in sentence.labels and EMPTY_PROMISE not in sentence.labels and says(sentence.text, cues.definite)


def _gives(sentences: Sequence[RecognisedSentence], cues: Cues) -> bool:
    """Whether a message has anything for them: a feeling, a sorry, a deed, a reason, thanks, a question, an open ear.

    Without any of it, what they were told before is only held up to them.
    """
    return any(
        _GIVING & set(sentence.labels) or is_question(sentence.text) or hits(sentence.text, cues.invitation)
        for sentence in sentences
    )


def _moves(sentence: RecognisedSentence, scenario: Scenario, cues: Cues, gives: bool) -> tuple[str, ...]:
    """The moves, with what the case and the rest of the message make of them.

    A plain "A new one on Tuesday, and the old one taken away." is an offer, label or not; "Have you tried …?" is none,
    nor is what only gives back their own words, however much these were about a remedy.
    """
    moves, text = _kinder(sentence, cues), sentence.text
    unanswered = is_question(text) and hits(text, cues.your_turn) and not offers(text, scenario)
    if RESOLVE in moves and (unanswered or (HEAR in moves and not says(text, cues.committing))):
        return tuple(move for move in moves if move != RESOLVE)
    recited = not gives and says(text, cues.reciting)
    turned_down = RESOLVE not in moves and (recited or says(text, cues.refusal))
    doubted = any(move in MISTAKES and move not in moves for move in sentence.labels) and not says(text, cues.clearing)
    if HEAR in moves and (turned_down or doubted or says(text, cues.cold)):
        # Giving back their story to turn them down, or to hold it against them, is no listening.
        return tuple(move for move in moves if move not in (HEAR, EMPATHIZE))
    if moves or sentence.labels or is_question(text) or hits(text, (*cues.refusal, *cues.telling)):
        return moves
    met = max((meets(text, remedy) for remedy in scenario.remedies), default=0)
    return (RESOLVE,) if met >= _PLAIN_OFFER else ()


def _kinder(sentence: RecognisedSentence, cues: Cues) -> tuple[str, ...]:
    """The moves of a sentence; one that clears the customer feels with them and accuses nobody."""
    moves, text = taken_as(sentence), sentence.text
    if says(text, cues.clearing):
        moves = tuple(move for move in moves if move not in _ACCUSING or move in sentence.raised)
        return moves if {HEAR, EMPATHIZE, APOLOGIZE} & set(moves) else in_codebook_order((*moves, EMPATHIZE))
    return moves


def _explaining(text: str, moves: tuple[str, ...], scenario: Scenario) -> tuple[str, ...]:
    """The moves of a sentence that names the cause: it diagnoses, and is a solution only where it offers one."""
    if DIAGNOSE in moves or any(move in MISTAKES for move in moves):
        return moves
    kept = moves if offers(text, scenario) else tuple(move for move in moves if move != RESOLVE)
    return in_codebook_order((*kept, DIAGNOSE))


def _with_question(message: Message, act: Act, state: CustomerState, scenario: Scenario, cues: Cues) -> Message:
    """The message with one more sentence, and what that one asks."""
    moves, text = set(act.moves), act.words
    question = is_question(text)
    asking = INQUIRE in moves or (question and not {HEAR, COURTESY} & moves)
    drops, more = gives_up(text, scenario, cues), asks_more(text, cues)
    chooses = (question or INQUIRE in moves) and wants_choice(text)
    agrees = question and not (chooses or drops) and says(text, cues.agreement)
    checks = question and says(text, cues.checking)
    offering = agrees or (RESOLVE in moves and not (chooses or drops) and (INQUIRE in moves or question))
    invites = HEAR in moves and hits(text, cues.invitation) > 0
    asked: tuple[Fact, ...] = ()
    further: set[str] = set()
    topic = DECLINES if drops else None
    if invites:
        asked = tuple(fact for fact in scenario.facts if fact.id not in state.told and not fact.on_card)
    elif not drops and (more or chooses or (asking and not offering and not checks)):
        asked = () if more else asked_for(text, scenario)
        further = {fact.id for fact in asked if goes_further(text, fact, scenario, state, cues)}
        # Whoever is to choose says again what suits them; another side of a thing is another question.
        asked = asked if chooses else tuple(fact for fact in asked if fact.id not in further)
        named = " ".join((*(earlier.words for earlier in message.acts), text))
        topic = None if asked else direct(text, named, cues)
    puzzles = asking and question and not (invites or offering or checks or asked or topic or COURTESY in moves)
    known = [
        fact
        for fact in asked
        if INQUIRE in moves and fact.id not in further and (fact.on_card or fact.id in state.told)
    ]
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
        confirms=message.confirms or checks or (HEAR in moves and question and not invites and not wants_words(text)),
        offers=message.offers or offering,
        direct=message.direct + ((topic,) if topic is not None and topic not in message.direct else ()),
        clears=message.clears or says(text, cues.clearing),
        alarms=message.alarms or (not question and says(text, cues.alarming)),
        closes=message.closes or (COURTESY in moves and hits(text, cues.closing) > 0),
    )


def _with_terms(message: Message, scenario: Scenario, cues: Cues, retold: bool) -> Message:
    """The message with what its last sentence offers or takes back, held against the agent's word so far.

    ``retold`` says whether the sentence tells what was said or why, and so may well name what it does not offer.
    """
    act, promised = message.acts[-1], dict(message.promised)
    named, offering = offers(act.words, scenario), RESOLVE in act.moves
    retells = not offering and (retold or is_question(act.words))
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
