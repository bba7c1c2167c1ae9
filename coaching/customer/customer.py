"""The difficult customer: begins, answers, ends. Stateless itself; all that changes is in ``CustomerState``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from random import Random
from typing import TypeVar

from coaching.case import specificity
from coaching.customer.constants import Constants
from coaching.customer.constants_file import load_constants
from coaching.customer.cues import Cues, load_cues
from coaching.customer.endings import Decision, decide, is_content, out_of_words
from coaching.customer.epilogue import epilogue
from coaching.customer.feelings import Experience
from coaching.customer.levels import Level, load_levels
from coaching.customer.library import Library, missing
from coaching.customer.listening import listened_to, told
from coaching.customer.mood import BANDS, Mood
from coaching.customer.persona import Persona, load_personas
from coaching.customer.phrasebook import load_lines
from coaching.customer.questions import MORE
from coaching.customer.reading import Message, Specificity, take_in
from coaching.customer.scenario import AGENT_CLOSES, CONTENT, OPENING, Line, Scenario, Want
from coaching.customer.scene import Scene, Whims
from coaching.customer.speech import Speech
from coaching.customer.state import CustomerState, Reply
from coaching.customer.step import feel
from coaching.customer.talk import NAMING, plan
from coaching.customer.typos import Typist
from coaching.customer.typos_file import typing_habits
from coaching.customer.version import model_version
from coaching.customer.wanting import has_enough, unmet
from coaching.errors import CoachError
from coaching.recognition.sentence import RecognisedSentence

_K = TypeVar("_K")
_T = TypeVar("_T")
_NAMES_HELP = 0.4
"""Chance that a customer who softens says by what."""


@dataclass(frozen=True)
class Customer:
    """Everything a customer is made of; load once, use for any number of sessions, from any thread."""

    scenarios: Mapping[str, Scenario]
    personas: Mapping[str, Persona]
    phrasebook: Mapping[str, tuple[Line, ...]]
    constants: Constants
    cues: Cues
    levels: Mapping[int, Level]
    specificity: Specificity = specificity
    swearing: bool = False

    @classmethod
    def load(cls, swearing: bool = False) -> Customer:
        """Read scenarios, personas, lines and constants from their default places.

        Args:
            swearing: Whether lines that swear may be said.

        Raises:
            CoachError: A file is missing or wrong; names file and line.
        """
        return cls(
            Library(),
            load_personas(),
            load_lines(),
            load_constants(),
            load_cues(),
            load_levels(),
            swearing=swearing,
        )

    @cached_property
    def model(self) -> str:
        """The version of the model: changes with every size and cue."""
        return model_version(self.constants, self.cues, self.levels)

    def begin(self, scenario: str, persona: str | None = None, seed: int = 0, level: int | None = None) -> Reply:
        """Open a session.

        Args:
            scenario: Its id.
            persona: Its id; the scenario's own by default.
            seed: Of every random choice in the session.
            level: Of difficulty, 1 to 5; the scenario's own by default.

        Raises:
            CoachError: There is no such scenario, persona or level; names those there are.
        """
        story = _known("scenario", scenario, self.scenarios)
        who = _known("persona", persona or story.persona, self.personas)
        degree = _known("level", story.difficulty if level is None else level, self.levels)
        feelings = who.temper.at_level(degree).opening(story.failure, self.constants)
        state = CustomerState(
            scenario=story.id,
            persona=who.id,
            seed=seed,
            level=degree.number,
            channel=story.channel,
            swearing=self.swearing,
            model=self.model,
            turn=0,
            feelings=feelings,
            experience=Experience(),
            peak=feelings.anger,
            told=tuple(fact.id for fact in story.facts if fact.given == OPENING),
        )
        speech = self._speech(state, story, who)
        speech.open()
        return self._reply(state, speech)

    def respond(self, state: CustomerState, sentences: Sequence[RecognisedSentence]) -> Reply:
        """Answer one message of the agent.

        The same state and sentences give the same reply.

        Args:
            state: From the reply before.
            sentences: The message, recognised; empty for one without words.

        Raises:
            CoachError: The session has ended, or its scenario or persona is no longer there.
        """
        story, who = self._story(state)
        level = self.levels[state.level]
        listened = listened_to(sentences, state.feelings, level, story.channel, self.constants)
        message = take_in(listened, state, story, self.cues, self.specificity)
        message = replace(message, cut_off=len(listened) < len(sentences))
        felt = feel(
            state.feelings,
            state.experience,
            message.acts,
            state.turn + 1,
            who.temper.at_level(level),
            story.failure,
            self.constants,
            farewell=message.closes and not self._open_after(message, state, story),
        )
        left = unmet(story, felt.feelings, felt.experience, self.constants)
        glad = felt.feelings.satisfaction >= self.constants.endings.glad
        enough = has_enough(left, next(iter(story.wants), None), felt.experience.dated, state.named, glad)
        decision = decide(state, message, felt, who.leaves, enough, self.constants)
        after = replace(
            state,
            turn=state.turn + 1,
            feelings=felt.feelings,
            experience=felt.experience,
            heard=state.heard + tuple(act.key for act in message.acts if act.key not in state.heard),
            promised=message.promised,
            warned=state.warned or decision.threat is not None,
            settled=decision.settled,
            peak=max(state.peak, felt.feelings.anger),
        )
        facts, holds_back = told(message, felt.feelings, level)
        softened = BANDS.index(self._band(after, who)) > BANDS.index(self._band(state, who))
        whims = self._whims(after, level, who)
        scene = Scene(
            state, message, felt, decision, facts, holds_back, softened, who.voice.shouts, left, whims, self.constants
        )
        return self._answer(scene, after, story, who)

    def close(self, state: CustomerState) -> Reply:
        """Let the agent end the session; the customer's last line shows how they leave.

        Who had said already that all is settled leaves content.

        Raises:
            CoachError: The session has ended already, or its scenario or persona is no longer there.
        """
        story, who = self._story(state)
        speech = self._speech(state, story, who, moment="close")
        kind = CONTENT if state.settled else AGENT_CLOSES
        speech.say((f"ending_{kind}",))
        return self._reply(self._ended(state, story, kind), speech)

    def _answer(self, scene: Scene, after: CustomerState, story: Scenario, who: Persona) -> Reply:
        """Put what is planned into words; who has none left ends the session."""
        decision, speech = scene.decision, self._speech(after, story, who)
        for chain in plan(scene):
            speech.say(chain)
        if not speech.lines and decision.ending is None:
            decision = Decision(out_of_words(scene.felt, who.leaves, not scene.left, self.constants))
            speech.say((f"ending_{decision.ending}",))
        if decision.ending is not None:
            said = after.said + tuple(speech.said)
            after = replace(after, ending=self._ended(replace(after, said=said), story, decision.ending).ending)
        calm = is_content(after.feelings, self.constants) or MORE in scene.message.direct
        names = calm and not decision.settled and not NAMING.isdisjoint(speech.topics)
        after = replace(after, named=after.named + names)
        news = tuple(fact for fact in speech.facts if fact not in after.told)
        return replace(self._reply(replace(after, told=after.told + news), speech), changes=scene.felt.changes)

    def _open_after(self, message: Message, state: CustomerState, story: Scenario) -> tuple[Want, ...]:
        """What will be open with what the message offers and explains; only with nothing left do they sum up.

        Whether they feel heard is in what they sum up.
        """
        before = state.experience
        offers = {remedy: fit for act in message.acts for remedy, fit in act.remedies}
        told = before.cause_told or any(act.names_cause for act in message.acts)
        experience = replace(before, offers={**before.offers, **offers}, cause_told=told)
        return unmet(story, replace(state.feelings, interactional=1.0), experience, self.constants)

    def _ended(self, state: CustomerState, story: Scenario, kind: str) -> CustomerState:
        """The state with its ending, told as far as it is true."""
        left = unmet(story, state.feelings, state.experience, self.constants)
        return replace(state, ending=epilogue(story, kind, state, left, self.phrasebook))

    def _whims(self, state: CustomerState, level: Level, who: Persona) -> Whims:
        """Chance of its own, so that what it adds leaves the other lines as they are."""
        rng = Random(f"{state.seed}:{state.turn}:whims")
        return Whims(rng.random() < level.provokes, rng.random() < who.asides, rng.random() < _NAMES_HELP)

    def _band(self, state: CustomerState, who: Persona) -> str:
        return who.shown(Mood.of(state.feelings, self.constants.bands).band)

    def _story(self, state: CustomerState) -> tuple[Scenario, Persona]:
        if state.ending is not None:
            raise CoachError(f"this session has ended ({state.ending.title}); start a new one")
        return _known("scenario", state.scenario, self.scenarios), _known("persona", state.persona, self.personas)

    def _speech(self, state: CustomerState, story: Scenario, who: Persona, moment: str = "") -> Speech:
        rng = Random(f"{state.seed}:{state.turn}{moment}")
        return Speech(
            story,
            who,
            self.phrasebook,
            self._band(state, who),
            state.said,
            rng,
            state.swearing,
            self._typist(state, story, who, moment),
        )

    def _typist(self, state: CustomerState, story: Scenario, who: Persona, moment: str) -> Typist:
        """Chance of their own for typing errors too, so that the same is said at every level."""
        rng = Random(f"{state.seed}:{state.turn}{moment}:keys")
        return Typist(who.voice.mistypes, story.channel, self.levels[state.level].typos, typing_habits(), rng)

    def _reply(self, state: CustomerState, speech: Speech) -> Reply:
        spoken = tuple(dict.fromkeys((*state.spoken, *speech.topics)))
        state = replace(state, said=state.said + tuple(speech.said), spoken=spoken)
        return Reply(
            state,
            tuple(speech.lines),
            tuple(speech.topics),
            Mood.of(state.feelings, self.constants.bands),
            (),
            state.ending,
        )


def _known(what: str, name: _K, there: Mapping[_K, _T]) -> _T:
    try:
        # Asked once: a scenario of one's own may go between two looks.
        return there[name]
    except KeyError:
        raise missing(what, name, there) from None
