"""The facts that a customer gave, as phrases to put into a reply."""

from __future__ import annotations

from dataclasses import dataclass, fields

MESSAGE = "your message"
"""The fact of a message that tells anything at all."""


QUESTION = "your question"
"""The fact of a message that asks and does not complain."""


@dataclass(frozen=True)
class Facts:
    """What is known of a customer's case; None where they did not say it.

    Attributes:
        problem: The most telling clause on what went wrong ("we charged your card twice").
        problem2: Another such clause.
        statement: What to say back in general: a problem, or else another clause of theirs.
        thing: What it is about ("your parcel", "the Lego castle").
        occasion: What it was for ("your son's birthday").
        missed: Such an occasion that is lost already ("your mum's operation").
        duration: How long they have waited ("three weeks").
        since: Since when it has been so ("since Sunday").
        deadline: By when they need it ("by Friday", "today").
        amount: The sum of money in dispute ("£20").
        day: The weekdays they name ("Tuesday and Saturday").
        wanted: What they ask for ("your money back"), behind "you would like".
        tried: What they did about it ("you have already restarted the router"), behind "I can see that".
        contacts: How they turned to us before ("this is the third time you have written to us"), behind the same.
        asked: "your question" where they ask something and complain of nothing.
        felt: What they say they feel ("worried"), behind "you are".
        person: Who is in it with them ("your mother"), behind "for you and".
        told: "your message" where it tells anything at all.
        order: Their order or reference number, as written.
        reference: The same with what it numbers ("booking HX-20931").
        name: How they call themselves.
    """

    problem: str | None = None
    problem2: str | None = None
    statement: str | None = None
    thing: str | None = None
    occasion: str | None = None
    missed: str | None = None
    duration: str | None = None
    since: str | None = None
    deadline: str | None = None
    amount: str | None = None
    day: str | None = None
    wanted: str | None = None
    tried: str | None = None
    contacts: str | None = None
    asked: str | None = None
    felt: str | None = None
    person: str | None = None
    told: str | None = None
    order: str | None = None
    reference: str | None = None
    name: str | None = None

    def known(self) -> dict[str, str]:
        """The facts that the customer gave, by name."""
        return {field.name: value for field in fields(self) if (value := getattr(self, field.name)) is not None}


FACTS = tuple(field.name for field in fields(Facts))
