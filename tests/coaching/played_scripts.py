"""Sessions played by script, with the moves as labelled by hand or as the trained recogniser finds them."""

from datetime import datetime, timezone
from pathlib import Path

from benchmarks import played
from coaching.customer.constants_file import load_constants
from coaching.customer.cues import load_cues
from coaching.customer.customer import Customer
from coaching.customer.levels import load_levels
from coaching.customer.persona import load_personas
from coaching.customer.phrasebook import load_lines
from coaching.customer.scenario_file import load_scenario
from coaching.moves import in_codebook_order
from coaching.paths import training_data
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


class ByHand:
    """Gives the sentences of a script's messages the labels that they were given by hand."""

    def __init__(self, script):
        self.sentences = {text_of(turn): labelled(turn) for turn in script}

    def recognise(self, text, customer):
        return self.sentences[text]


def play(customer, scenario, script, reader=None, seed=1, persona=None, level=None):
    """Play a script until it or the session ends; one minute goes by for each side of a turn."""
    messages = [text_of(turn) for turn in script]
    return played.play(customer, reader or ByHand(script), messages, scenario, persona, level, seed, BEGAN)


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
