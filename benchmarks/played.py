"""Playing a script against the customer as the product does, without Rasa, into a session that can be scored."""

from coaching.customer import Customer
from coaching.played import PlayedSession, PlayedTurn, SaidByCustomer
from coaching.suggestions.reading import Reader


def play(
    customer: Customer, reader: Reader, script: list[str], scenario: str, persona: str | None, level: int, seed: int
) -> PlayedSession:
    """Say the script's messages until it or the customer ends; an agent who has said all closes the session."""
    reply = customer.begin(scenario, persona, seed, level)
    opening, turns = SaidByCustomer(reply.lines, reply.mood, topics=reply.topics), []
    for number, text in enumerate(script, start=1):
        if reply.ending is not None:
            break
        sentences = reader.recognise(text, customer="\n".join(reply.lines))
        reply = customer.respond(reply.state, sentences)
        said = SaidByCustomer(reply.lines, reply.mood, reply.changes, reply.topics)
        turns.append(PlayedTurn(number, text, tuple(sentences), said, None, None, reply.state))
    closing = None
    if reply.ending is None:
        reply = customer.close(reply.state)
        closing = SaidByCustomer(reply.lines, reply.mood, topics=reply.topics)
    who, model = reply.state.persona, reply.state.model
    return PlayedSession(scenario, who, level, opening, tuple(turns), closing, reply.ending, None, None, model=model)
