"""Better wording for one turn: from the suggestion engine where it has some, else from the debrief's own texts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from zlib import crc32

from coaching.case import specificity
from coaching.channels import CHANNELS, EMAIL, PHONE
from coaching.customer.matching import hits, stems
from coaching.customer.scenario import Fact
from coaching.debrief.advice_words import PLACES, AdviceWords, fill
from coaching.debrief.look import Look
from coaching.debrief.losses import Loss
from coaching.debrief.model_sentences import model_sentence
from coaching.hints.addressed import addressed
from coaching.hints.card import offers_on_card, question_about_cause
from coaching.hints.wording import hint_wording
from coaching.moves import APOLOGIZE

if TYPE_CHECKING:
    from coaching.suggestions import DraftChecker

_BLANK = re.compile(r"[\[\]{}]")
_LIMIT = re.compile(r",? (?:of )?up to [£€$]?[\d.,]*\d")
"""What an offer costs at the most is for the agent to know."""
_UP_TO = "up to "
_CLAUSE = re.compile(r"(?:whether|how|what|when|where|who|why|if|that)\b", re.IGNORECASE)
"""A topic that is no noun."""
_WRITTEN = re.compile(
    r"\b(?:your (?:message|e-?mail|letter|lines)|you (?:wrote|write)|from your lines)\b", re.IGNORECASE
)
_LITTLE = stems("the a an your our my this that")
_THIRD_PERSON = re.compile(r"\b(?:she|he|her|him|his|hers)\b", re.IGNORECASE)
_FOR_A_STEP = ("missing", "stock")
"""Kinds of rules that are about a step, for which the suggestion engine makes sentences from what the customer said."""
_WANTS_APOLOGY = ("order", "mistake.weak_apology")


@dataclass(frozen=True)
class Wording:
    """Words for what went less well in one session.

    Attributes:
        look: The session.
        words: The debrief's texts.
        checker: The suggestion engine; None for texts alone.
    """

    look: Look
    words: AdviceWords
    checker: DraftChecker | None

    def instead(self, loss: Loss, offered: Sequence[str]) -> str | None:
        """The best wording, with no blank in it; None where there is none.

        The scenario's own sentence comes first, then the suggestion engine's, then the debrief's general texts.

        Args:
            loss: What it is for.
            offered: Wording that this debrief offers already; what the card offers in it is not offered again.
        """
        return next((text for text in self._candidates(loss, offered) if not _BLANK.search(text)), None)

    def why(self, loss: Loss) -> str:
        """The reason, with what it did to the customer's anger where that could be seen."""
        told = fill(self.words.rules[loss.rule].why, self._values(loss)) or ""
        rise = round(100 * loss.angered)
        return f"{told} Their anger rose by {rise} of 100 there." if rise >= 3 else told

    def _candidates(self, loss: Loss, offered: Sequence[str]) -> Iterator[str]:
        step = _step(loss.rule)
        if step is not None:
            model = model_sentence(self.look.story.scenario.id, step)
            yield from [model] if model else ()
            if self.checker is not None:
                yield from self._checked(loss, step, self.checker)
        elif self.checker is not None and loss.end > loss.start:
            yield from self._mended(loss, self.checker)
        values, said = self._values(loss, offered), self.words.rules[loss.rule].say
        # What is made of the case comes first; of general texts another one in another session and turn.
        own = [text for text in said if _of_the_case(text)]
        general = [text for text in said if not _of_the_case(text)]
        first = (crc32(self.look.story.scenario.id.encode()) + loss.turn) % max(1, len(general))
        yield from filter(None, (fill(text, values) for text in (*own, *general[first:], *general[:first])))

    def _mended(self, loss: Loss, checker: DraftChecker) -> Iterator[str]:
        """The sentence as the engine would mend it, where it finds fault with these very words."""
        text, heard = self.look.turn(loss.turn).text, self.look.heard_before(loss.turn)
        report = checker.check(text, heard, _checked_as(self.look.story.scenario.channel))
        mends = {one.suggestion for one in report.findings if one.label and loss.start <= one.start < loss.end}
        thing = report.understanding.facts.known().get("thing") if report.understanding else None
        for one in report.suggestions:
            if thing and thing in one.text and not self._is_about(thing):
                continue  # a lamp that the customer spoke of is not what the case is about
            if one.id in mends and loss.start <= one.start and one.end <= loss.end:
                yield (text[loss.start : one.start] + one.text + text[one.end : loss.end]).strip()

    def _in_place(self, text: str) -> bool:
        """Whether a sentence fits the channel: nobody on the telephone writes or reads a message."""
        return self.look.story.scenario.channel != PHONE or not _WRITTEN.search(text)

    def _is_about(self, thing: str) -> bool:
        """Whether the agent's card or the opening knows a thing by its words."""
        scenario = self.look.story.scenario
        known = " ".join((scenario.title, scenario.summary, *scenario.brief.order, *scenario.brief.history))
        return stems(thing) - _LITTLE <= stems(known) | stems(self.look.played.opening.text)

    def _checked(self, loss: Loss, step: str, checker: DraftChecker) -> Iterator[str]:
        """What the engine would say for a step, the sentence that is tied to the case most first."""
        channel, heard = _checked_as(self.look.story.scenario.channel), self.look.heard_before(loss.turn)
        offered = [
            one.text.strip()
            for customer in dict.fromkeys(
                (heard, self.look.played.opening.text, self.look.played.before(loss.turn).text)
            )
            for one in checker.check("", customer, channel).suggestions
            if one.step == step and self._in_place(one.text)
        ]
        yield from sorted(offered, key=lambda text: -specificity(text, [heard]))

    def _values(self, loss: Loss, offered: Sequence[str] = ()) -> Mapping[str, str]:
        """What the texts' places stand for at this turn; what is not known is left out."""
        scenario, known = self.look.story.scenario, dict[str, str]()
        state = self.look.state_before(loss.turn)
        # What was too little in the end needs something that was never offered.
        last = self.look.played.turns[-1].state if loss.rule == "remedy.poor" else state
        card, taken = hint_wording().card, frozenset(last.experience.offers if last else ())
        for offer in (_LIMIT.sub("", one) for one in offers_on_card(addressed(scenario), taken, card)):
            if not any(offer in text for text in offered):
                known["offer"] = offer
                break
        told = frozenset(state.told if state else ())
        if not self._knows_cause(told):
            clue = question_about_cause(scenario, told, replace(card, ask="{topic}"))
            known.update({"clue": clue} if clue else {})
        if not _THIRD_PERSON.search(scenario.root_cause.text):
            known["cause"] = scenario.root_cause.text
        if scenario.safety is not None:
            known.update(first=scenario.safety.text, never=scenario.safety.never, plainly=scenario.safety.say)
        return {**known, **self._terms(loss), "contact": self.words.contact[scenario.channel]}

    def _terms(self, loss: Loss) -> dict[str, str]:
        """What a promise went beyond, or what was asked for although it was known."""
        said = next((one for one in self.look.said if (one.turn, one.sentence.start) == (loss.turn, loss.start)), None)
        if said is None:
            return {}
        scenario, terms = self.look.story.scenario, dict[str, str]()
        asked = [fact for fact in scenario.facts if hits(said.sentence.text, fact.cues)]
        if asked and loss.rule == "asked_known":
            best = max(asked, key=lambda fact: hits(said.sentence.text, fact.cues))
            if not _CLAUSE.match(best.topic):
                terms["topic" if best.on_card else "told"] = best.topic
        for offer in self.look.story.offers(said):
            if offer.beyond is not None:
                terms["limit"] = f"{offer.title} – {offer.beyond}"
                capped = offer.beyond.startswith(_UP_TO)
                terms.update({"amount": offer.beyond} if capped else {"remedy": _small(offer.title)})
        return terms

    def _knows_cause(self, told: frozenset[str]) -> bool:
        """Whether the customer has told what shows the cause by then, so that it needs no question."""
        scenario = self.look.story.scenario
        return any(fact.id in told and _shows_cause(fact, scenario.root_cause.cues) for fact in scenario.facts)


def _step(rule: str) -> str | None:
    """The step of feeling that a rule wants to see."""
    kind, _, name = rule.partition(".")
    return name if kind in _FOR_A_STEP else APOLOGIZE if rule in _WANTS_APOLOGY else None


def _of_the_case(text: str) -> bool:
    return any(f"{{{place}}}" in text for place in PLACES if place != "contact")


def _shows_cause(fact: Fact, cues: tuple[str, ...]) -> bool:
    return not fact.on_card and any(hits(line.text, cues) > 1 for line in fact.lines)


def _small(title: str) -> str:
    return title[0].lower() + title[1:] if title[1:2].islower() or title[1:2] == " " else title


def _checked_as(channel: str) -> str:
    """The channel by whose norms words are made; a web form is answered by e-mail."""
    return channel if channel in CHANNELS else EMAIL
