from dataclasses import replace

import pytest

from benchmarks.random_scripts import check, faults
from coaching.customer import Change, Customer


@pytest.fixture(scope="module")
def customer():
    return Customer.load()


def test_no_random_session_breaks_a_promise_of_the_customer(customer):
    tally = check(customer, sessions=120, seed=5)
    assert tally.broken == []
    assert sum(tally.endings.values()) == tally.sessions == 120


@pytest.mark.parametrize(
    ("forged", "told"),
    [
        (lambda reply: replace(reply, lines=()), "nothing is said"),
        (lambda reply: replace(reply, changes=(*reply.changes, Change("x", "x", "anger", 0.1))), "the ledger says"),
        (lambda reply: replace(reply, state=replace(reply.state, said=("Twice.", "Twice."))), "said twice"),
        (lambda reply: replace(reply, state=replace(reply.state, seed=1.5)), "does not survive JSON"),
    ],
)
def test_a_broken_promise_is_found(customer, forged, told):
    before = customer.begin("late_parcel")
    after = customer.respond(before.state, [])
    assert list(faults(before, after)) == []
    assert any(told in fault for fault in faults(before, forged(after)))
