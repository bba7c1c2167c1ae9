"""Random scripts for the feelings' model, and hand-labelled messages for the whole customer."""

from hypothesis import settings
from hypothesis import strategies as st

from coaching.customer.acts import BREACHES, Act
from coaching.customer.constants_file import load_constants
from coaching.customer.feelings import Experience
from coaching.customer.levels import load_levels
from coaching.customer.persona import load_personas
from coaching.customer.scenario_file import load_scenarios
from coaching.customer.step import feel
from coaching.moves import LABELS, MISTAKES, in_codebook_order
from coaching.recognition.sentence import RecognisedSentence

GOOD = tuple(label for label in LABELS if label not in MISTAKES)
CONSTANTS = load_constants()
LEVELS = load_levels()
TEMPERS = st.sampled_from([persona.temper for persona in load_personas().values()])
FAILURES = st.sampled_from([scenario.failure for scenario in load_scenarios().values()])
SHARES = st.integers(0, 20).map(lambda step: step / 20)

settings.register_profile("same every time", derandomize=True, deadline=None, max_examples=60)
settings.load_profile("same every time")


@st.composite
def acts(draw, moves=LABELS, most_moves=3, breaks=False):
    """An act; with ``breaks`` also one that keeps waiting, contradicts or takes back what was said before."""
    made = draw(st.lists(st.sampled_from(moves), max_size=most_moves, unique=True))
    remedies = draw(st.lists(st.tuples(st.sampled_from("abc"), SHARES), max_size=2, unique_by=lambda pair: pair[0]))
    return Act(
        words=draw(st.sampled_from(("one", "two", "three"))),
        moves=in_codebook_order(made),
        specificity=draw(SHARES),
        remedies=tuple(remedies) if "resolve" in made else (),
        names_cause="diagnose" in made and draw(st.booleans()),
        again=draw(st.booleans()) if draw(st.booleans()) else False,
        asks_known="inquire" in made and draw(st.booleans()),
        waits=breaks and draw(st.booleans()),
        breaches=tuple(draw(st.lists(st.sampled_from(BREACHES), max_size=1))) if breaks else (),
        takes_back=tuple(draw(st.lists(st.sampled_from("abc"), max_size=1)))
        if breaks and "resolve" not in made
        else (),
    )


def scripts(moves=LABELS, most_turns=8, least_turns=0, breaks=False):
    return st.lists(st.lists(acts(moves, breaks=breaks), max_size=3), min_size=least_turns, max_size=most_turns)


def play(script, temper, failure, level=3):
    """The feelings after each turn, the opening's first; endings are no part of the feelings' model."""
    temper = temper.at_level(LEVELS[level])
    feelings, experience = temper.opening(failure, CONSTANTS), Experience()
    path = [feelings]
    for turn, message in enumerate(script, start=1):
        felt = feel(feelings, experience, message, turn, temper, failure, CONSTANTS)
        feelings, experience = felt.feelings, felt.experience
        path.append(feelings)
    return path


def message(*sentences):
    """A message from ``("hear+empathize", "text")`` pairs; "" for no label."""
    return [
        RecognisedSentence(text, 0, len(text), in_codebook_order(labels.split("+")), {}) for labels, text in sentences
    ]
