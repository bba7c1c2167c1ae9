"""Sessions played by script, with the moves as labelled by hand or as the trained recogniser finds them."""

from datetime import datetime, timedelta, timezone
from pathlib import Path

from coaching.customer.constants_file import load_constants
from coaching.customer.cues import load_cues
from coaching.customer.customer import Customer
from coaching.customer.levels import load_levels
from coaching.customer.persona import load_personas
from coaching.customer.phrasebook import load_lines
from coaching.customer.scenario_file import load_scenario
from coaching.moves import in_codebook_order
from coaching.paths import training_data
from coaching.played import PlayedSession, PlayedTurn, SaidByCustomer
from coaching.recognition.sentence import RecognisedSentence
from coaching.yamlfile import read

SCRIPTS = {
    scenario: {
        kind: [[tuple(one.texts()) for one in turn.each()] for turn in script.each()] for kind, script in kinds.items()
    }
    for scenario, kinds in read(Path(__file__).with_name("scripts.yml")).items()
}
BEGAN = datetime(2026, 5, 7, 9, 0, tzinfo=timezone.utc)


def text_of(turn):
    """The message of a turn of (labels, text) pairs."""
    return " ".join(text for _, text in turn)


def labelled(turn):
    """The sentences of such a turn, with the labels given by hand."""
    start, found = 0, []
    for labels, text in turn:
        moves = in_codebook_order(filter(None, labels.split("+")))
        found.append(RecognisedSentence(text, start, start + len(text), moves, {}))
        start += len(text) + 1
    return tuple(found)


def play(customer, scenario, script, reader=None, seed=1, **begin):
    """Play a script until it or the session ends; one minute goes by for each side of a turn."""
    reply = customer.begin(scenario, seed=seed, **begin)
    opening = said(reply)
    turns, at, last = [], BEGAN, opening
    for number, turn in enumerate(script, start=1):
        if reply.ending is not None:
            break
        sentences = labelled(turn) if reader is None else reader.recognise(text_of(turn), last.text)
        reply = customer.respond(reply.state, sentences)
        last = said(reply)
        asked, at = at + timedelta(minutes=1), at + timedelta(minutes=2)
        turns.append(PlayedTurn(number, text_of(turn), tuple(sentences), last, asked, at, reply.state))
    closing = None
    if reply.ending is None:
        reply = customer.close(reply.state)
        closing = said(reply)
    state = reply.state
    return PlayedSession(
        scenario_id=state.scenario,
        persona_id=state.persona,
        level=state.level,
        opening=opening,
        turns=tuple(turns),
        closing=closing,
        ending=reply.ending,
        started_at=BEGAN,
        ended_at=at,
        model=state.model,
    )


def load_customer():
    """The customer with the scenarios that have scripts, as the project has them."""
    folder = training_data() / "scenarios"
    return Customer(
        {scenario: load_scenario(folder / f"{scenario}.yml") for scenario in SCRIPTS},
        load_personas(),
        load_lines(),
        load_constants(),
        load_cues(),
        load_levels(),
    )


def said(reply):
    """The customer's reply as a played session holds it."""
    return SaidByCustomer(reply.lines, reply.mood, reply.changes, reply.topics)
