"""What the recogniser is unsure of moves no customer."""

from dataclasses import replace

from scripts import message

from coaching.moves import LABELS

SAID = (("apologize", "I am sorry that it is late."), ("", "We are busy."), ("resolve", "I will refund the delivery."))


def test_nothing_unsure_is_felt(customer):
    opening = customer.begin("double_charge", "formal", 1).state
    sure = message(*SAID)
    unsure = [replace(one, unsure=tuple(label for label in LABELS if label not in one.labels)) for one in sure]
    assert customer.respond(opening, unsure) == customer.respond(opening, sure)
