import pytest

from coaching.customer import Customer
from coaching.moves import in_codebook_order
from coaching.played import PlayedSession, PlayedTurn, SaidByCustomer
from coaching.recognition.sentence import RecognisedSentence


def names_the_case(sentence, case):
    """Stands in for spaCy's specificity: full for a sentence that names what the late parcel is about."""
    return float(any(word in sentence for word in ("telescope", "daughter", "parcel")))


@pytest.fixture(scope="session")
def people():
    loaded = Customer.load()
    return Customer(**{**vars(loaded), "specificity": names_the_case})


@pytest.fixture
def played(people):
    """Plays messages, each a list of ``("hear+empathize", "text")`` pairs, against a scenario."""

    def play(*messages, scenario="late_parcel"):
        reply = people.begin(scenario, seed=3)
        opening, turns = SaidByCustomer(reply.lines, reply.mood), []
        for number, message in enumerate(messages, start=1):
            sentences = tuple(
                RecognisedSentence(text, 0, len(text), in_codebook_order(labels.split("+")), {})
                for labels, text in message
            )
            reply = people.respond(reply.state, sentences)
            said = SaidByCustomer(reply.lines, reply.mood, reply.changes)
            text = " ".join(text for _, text in message)
            turns.append(PlayedTurn(number, text, sentences, said, None, None, reply.state))
        return PlayedSession(scenario, "furious", 3, opening, tuple(turns), None, None, None, None)

    return play


@pytest.fixture
def case(people):
    return people.scenarios["late_parcel"]
