"""The next hint for a session."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from coaching.channels import CHANNELS, EMAIL
from coaching.customer.constants_file import load_constants
from coaching.customer.scenario import Scenario
from coaching.hints.addressed import addressed
from coaching.hints.card import offers_on_card, question_about_cause
from coaching.hints.due import due
from coaching.hints.hint import NUDGE, SENTENCE, Hint
from coaching.hints.practised import Practised, managed, mastered
from coaching.hints.wording import HintWording, hint_wording
from coaching.moves import APOLOGIZE, EMPATHIZE, HEAR
from coaching.played import PlayedSession

if TYPE_CHECKING:
    from coaching.suggestions import DraftChecker

_WRITTEN = {"hear": HEAR, "hear_specific": HEAR, "empathize": EMPATHIZE, "empathize_specific": EMPATHIZE}
"""Rules whose words the suggestion engine makes from what the customer said."""


def next_hint(
    played: PlayedSession,
    scenario: Scenario,
    *,
    stuck: bool = False,
    asked_before: bool = False,
    practised: Practised = (),
    checker: DraftChecker | None = None,
) -> Hint:
    """Say what is due now. Same session, same hint.

    The words come with it for somebody who is stuck, asks again, or has never managed the step; else it is a nudge.

    Args:
        played: The session so far; an open one.
        scenario: Its case.
        stuck: Whether the trainee asks for words.
        asked_before: Whether they had a hint in this very turn.
        practised: The trainee's earlier sessions, oldest first; each step to the share of its points.
        checker: Makes sentences from what the customer said; without it they are general.

    Raises:
        DataError: ``hints.yml`` is not as it should be.
    """
    wording = hint_wording()
    rule = due(played, load_constants(), scenario.safety)
    told = wording.rules[rule]
    spell_out = stuck or asked_before or not managed(told.step, practised, wording)
    return Hint(
        rule=rule,
        step=told.step,
        title=told.title,
        why=told.why,
        next_in_words=told.next_in_words,
        strength=SENTENCE if spell_out else NUDGE,
        sentence=_sentence(rule, played, scenario, checker, wording) if spell_out else None,
        faded=mastered(told.step, practised, wording),
    )


def _sentence(
    rule: str, played: PlayedSession, scenario: Scenario, checker: DraftChecker | None, wording: HintWording
) -> str:
    """The first sentence that was not said yet."""
    said = " ".join(turn.text for turn in played.turns)
    offered = list(_candidates(rule, played, scenario, checker, wording))
    fresh = [sentence for sentence in offered if sentence not in said and "[" not in sentence]
    return fresh[0] if fresh else offered[-1]


def _candidates(
    rule: str, played: PlayedSession, scenario: Scenario, checker: DraftChecker | None, wording: HintWording
) -> Iterator[str]:
    state = played.turns[-1].state if played.turns else None
    if rule == "safety" and scenario.safety is not None:
        yield scenario.safety.say
    if rule in ("resolve", "better_remedy"):
        taken = frozenset(state.experience.offers) if state else frozenset()
        yield from offers_on_card(addressed(scenario), taken, wording.card)
    if rule in ("ask", "diagnose"):
        question = question_about_cause(scenario, frozenset(state.told if state else ()), wording.card)
        if question:
            yield question
    step = _WRITTEN.get(rule) or (APOLOGIZE if rule == "apologize" else None)
    if step and checker:
        report = checker.check("", customer=_customer(played), channel=_checked_as(scenario.channel))
        yield from (each.text.strip() for each in report.suggestions if each.step == step)
    say = wording.rules[rule].say
    first = len(played.turns) % len(say)
    yield from (*say[first:], *say[:first])


def _checked_as(channel: str) -> str:
    """The channel by whose norms words are made; a web form is answered by e-mail."""
    return channel if channel in CHANNELS else EMAIL


def _customer(played: PlayedSession) -> str:
    """What the customer has said so far: the complaint first, then what came since."""
    return "\n".join(line for said in (played.opening, *(turn.reply for turn in played.turns)) for line in said.lines)
