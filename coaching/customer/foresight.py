"""How the writer of a message would probably take a reply: the customer of practice, met on one message alone."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from coaching.asking import asks_for_told
from coaching.case import specificity
from coaching.customer.acts import Act
from coaching.customer.appraisal import OUTCOME, PROCESS, Failure
from coaching.customer.constants import Constants
from coaching.customer.constants_file import load_constants
from coaching.customer.cues import Cues, load_cues
from coaching.customer.feelings import Experience, Feelings
from coaching.customer.foresight_rules import ANSWER, CONTENT, Ends, foresight_rules
from coaching.customer.foretold import foretell
from coaching.customer.ledger import Change
from coaching.customer.matching import hits, same_sentence
from coaching.customer.mood import Mood
from coaching.customer.reading import taken_as
from coaching.customer.step import Felt, feel
from coaching.moves import COURTESY, DIAGNOSE, INQUIRE, MISTAKES, RESOLVE, STEPS, THANK, in_codebook_order
from coaching.recognition.sentence import RecognisedSentence
from coaching.understanding import Understanding

_WEIGHED = 4
"""Sentences at either end that are weighed."""
_AMOUNT = re.compile(r"\d+(?:[.,]\d{3})*(?:[.,]\d{1,2})?")


@dataclass(frozen=True)
class Reaction:
    """How a reply would probably be taken.

    Attributes:
        before: The mood in which the customer wrote.
        after: The mood after reading the reply.
        changes: What moved, with the agent's words and the rule, as in practice.
        summary: The gist, in one or two sentences.
        costs: What sentences cost, by their words: anger roused and satisfaction lost, 0 to 2. Those that cost nothing,
            and in a long reply those that move least, are left out.
    """

    before: Mood
    after: Mood
    changes: tuple[Change, ...]
    summary: str
    costs: Mapping[str, float] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """As plain JSON values."""
        return {
            "before": self.before.to_json(),
            "after": self.after.to_json(),
            "changes": [change.to_json() for change in self.changes],
            "summary": self.summary,
        }


def foresee(message: str, understanding: Understanding, sentences: Sequence[RecognisedSentence]) -> Reaction:
    """Tell how the writer of a message would probably take a reply. Same message and sentences, same reaction.

    A neutral customer comes with the anger that a failure of this weight deserves: loss and blame follow from their
    emotion, its strength, urgency and money. Each sentence is then an act of the agent, as in practice.

    Args:
        message: The customer's message; what the reply takes up of it counts as specific.
        understanding: What was understood of it.
        sentences: The reply's sentences with their moves; may be empty.
    """
    constants, cues = _model()
    failure = failure_behind(understanding)
    feelings = foresight_rules().temper.opening(failure, constants)
    acts = _acts(message, understanding, sentences, cues)
    felt = _take(feelings, acts, failure, constants)
    before, after = Mood.of(feelings, constants.bands), Mood.of(felt.feelings, constants.bands)
    brought = [
        (_good(_take(feelings, [*acts[:at], *acts[at + 1 :]], failure, constants).feelings, felt.feelings), acts[at])
        for at in _telling(acts, felt.changes)
    ]
    costs = {act.words: -by for by, act in sorted(brought, key=lambda one: -one[0]) if by < 0}
    return Reaction(before, after, felt.changes, foretell(before, after, acts, brought, understanding), costs)


def failure_behind(understanding: Understanding) -> Failure:
    """The failure that would make a neutral customer write so."""
    rules, emotion = foresight_rules(), understanding.emotion
    loss = _between(rules.loss[emotion.name], emotion.strength)
    blame = _between(rules.blame[emotion.name], emotion.strength)
    wants = {want.kind for want in understanding.wants}
    if emotion.name in CONTENT and understanding.facts.problem:
        loss, blame = loss + rules.problem_loss, blame + rules.problem_blame
    if emotion.name not in CONTENT or understanding.facts.problem:
        loss += rules.urgency_loss * understanding.urgency.strength
        loss += rules.amount_loss * min(1.0, _money(understanding) / rules.amount_full)
    details = {detail.kind for detail in understanding.details}
    handled = bool(details & rules.process_details) or (bool(wants) and wants <= rules.process_wants)
    return Failure(min(1.0, loss), min(1.0, blame), PROCESS if handled else OUTCOME)


def _take(feelings: Feelings, acts: Sequence[Act], failure: Failure, constants: Constants) -> Felt:
    return feel(feelings, Experience(), acts, 1, foresight_rules().temper, failure, constants)


def _telling(acts: Sequence[Act], changes: Sequence[Change]) -> tuple[int, ...]:
    """Places of the sentences that moved anger most, to be weighed by leaving each out; long replies have too many."""
    moved = dict.fromkeys((act.words for act in acts), 0.0)
    for change in changes:
        if change.on == "anger" and change.words:
            moved[change.words] += change.by
    ranked = sorted(range(len(acts)), key=lambda at: moved[acts[at].words])
    return tuple(sorted({*ranked[:_WEIGHED], *ranked[-_WEIGHED:]}))


def _good(without: Feelings, with_it: Feelings) -> float:
    """What a sentence brings: anger spared and satisfaction gained."""
    return (without.anger - with_it.anger) + (with_it.satisfaction - without.satisfaction)


def _acts(
    message: str, understanding: Understanding, sentences: Sequence[RecognisedSentence], cues: Cues
) -> tuple[Act, ...]:
    acts: list[Act] = []
    heard: set[str] = set()
    for sentence in sentences:
        tied = specificity(sentence.text, [message])
        moves = _moves(sentence, understanding, tied, cues)
        acts.append(
            Act(
                words=sentence.text,
                moves=moves,
                specificity=tied if moves else 0.0,
                remedies=_remedies(sentence.text, understanding, tied) if RESOLVE in moves else (),
                names_cause=DIAGNOSE in moves and hits(sentence.text, foresight_rules().cause) > 0,
                again=same_sentence(sentence.text) in heard,
                asks_known=asks_for_told(sentence, understanding) is not None,
            )
        )
        heard.add(same_sentence(sentence.text))
    return tuple(acts)


def _moves(sentence: RecognisedSentence, understanding: Understanding, tied: float, cues: Cues) -> tuple[str, ...]:
    """The moves as the customer takes them: to one who only asks, a plain word on what they asked is the answer."""
    moves = taken_as(sentence)
    plain = tied > 0 and not set(moves) & {*MISTAKES, *STEPS, COURTESY, THANK, INQUIRE}
    return in_codebook_order((*moves, RESOLVE)) if plain and _only_asks(understanding) else moves


def _only_asks(understanding: Understanding) -> bool:
    wants = {want.kind for want in understanding.wants}
    complains = understanding.emotion.name not in CONTENT or understanding.facts.problem
    return bool(wants) and wants <= foresight_rules().answers and not complains


def _remedies(text: str, understanding: Understanding, tied: float) -> tuple[tuple[str, float], ...]:
    """What a sentence offers, each with how far it makes up for the loss."""
    rules = foresight_rules()
    wants = {want.kind for want in understanding.wants}
    more = rules.specific * tied
    if _only_asks(understanding):
        return ((ANSWER, min(1.0, rules.wanted + more)),)
    offered = [kind for kind, words in rules.remedies.items() if hits(text, words)]
    wanted = tuple((kind, min(1.0, rules.wanted + more)) for kind in offered if kind in wants)
    # Several words for one and the same deed ("a new one comes by courier") are one remedy, unless each was asked for.
    return wanted or tuple((kind, min(1.0, rules.other + more)) for kind in offered[:1])


def _between(ends: Ends, strength: float) -> float:
    return ends[0] + (ends[1] - ends[0]) * strength


def _money(understanding: Understanding) -> float:
    """The greatest amount that they name, whatever the currency."""
    found = [_AMOUNT.search(detail.text) for detail in understanding.details if detail.kind == "amount"]
    return max((float(re.sub(r"[.,](?=\d{3})", "", one[0]).replace(",", ".")) for one in found if one), default=0.0)


@lru_cache(maxsize=1)
def _model() -> tuple[Constants, Cues]:
    return load_constants(), load_cues()
