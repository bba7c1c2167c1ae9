import pytest

from coaching.understanding.mended import mend
from coaching.understanding.retelling import retell


def said(message):
    """Problems and statements, as they are said back."""
    told = retell(mend(message).text)
    return [one.said for one in told.problems], [one.said for one in told.statements]


@pytest.mark.parametrize(
    ("message", "problem"),
    [
        ("You charged my card twice!!", "we charged your card twice"),
        ("Hi, my parcel hasn't arrived. Where is it?", "your parcel hasn't arrived"),
        ("you lost my stroller. LOST it.", "we lost your stroller"),
        ("My mum missed her operation", "your mum missed her operation"),
        ("you sent my boots and lost them", "we sent your boots and lost them"),
        ("Dad lost his ticket", "your dad lost his ticket"),
        ("MY WATCH STOPPED AGAIN", "your watch stopped again"),
        ("laptop wont charge, only had it 5 weeks", "the laptop won't charge"),
        ("I was left waiting at the gate for 90 min, nobody came", "you were left waiting at the gate for 90 minutes"),
        ("Your scooter charged me €25 for bad parking", "our scooter charged you €25 for bad parking"),
        ("the car wasn't there when i arrived", "the car wasn't there when you arrived"),
        ("The alarm goes off at 3am for no reason", "the alarm goes off at 3am for no reason"),
        ("Gate changed twice", "the gate changed twice"),
        ("Room 214 had no hot water", "room 214 had no hot water"),
        ("My bag is stuck in oslo", "your bag is stuck in Oslo"),
    ],
)
def test_a_problem_is_said_back_from_the_agents_side(message, problem):
    assert problem in said(message)[0]


@pytest.mark.parametrize(
    "message",
    [
        "",
        "???",
        "hello",
        "Where is my parcel?",
        "I want my money back.",
        "You are liars and thieves, nothing works.",
        'Your man said "not my problem".',
        "It is still broken.",
        "thx",
        "👍🏽👍🏽",
        "You guys never answer.",
        "We still send him letters.",
        "You lost her file.",
        "My dad died in May.",
        "Your driver never rang them.",
        "You call this help??",
        "I did ask.",
        "I registered us last year.",
        "Today is 22nd.",
        "You saved my day 😊",
    ],
)
def test_what_is_unfit_to_be_repeated_is_left_alone(message):
    assert said(message) == ([], [])


def test_what_the_customer_did_is_no_problem_to_be_sorry_for():
    problems, statements = said("I never asked for paper invoices. I did not send an empty box.")
    assert problems == []
    assert "you never asked for paper invoices" in statements


def test_the_clause_with_the_trouble_comes_first():
    assert said("I bought the boots on Monday. The left heel has broken off.")[1][0] == "the left heel has broken off"


@pytest.mark.parametrize(
    "message", ["The dentist says I could lose the tooth", "I lost my job in May", "I lost my mum in May"]
)
def test_what_is_no_fault_of_ours_is_nothing_to_be_sorry_for(message):
    assert said(message)[0] == []


@pytest.mark.parametrize(
    ("message", "statement"),
    [
        ("I asked you to stop in January", "you asked us to stop in January"),
        ("We spoke last Tuesday about the ticket", "we spoke last Tuesday about the ticket"),
        ("We waited at the gate with our kids", "you waited at the gate with your kids"),
    ],
)
def test_you_and_we_change_places(message, statement):
    assert statement in said(message)[1]


def test_a_clause_knows_where_it_stands():
    text = "Hi there, my parcel has not arrived, and I am cross."
    (clause, *_) = retell(text).statements
    assert text[clause.start : clause.end] == "my parcel has not arrived"
