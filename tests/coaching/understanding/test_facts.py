import pytest

from coaching.understanding import Facts, read_facts


@pytest.mark.parametrize(
    ("message", "fact", "value"),
    [
        ("Where is order no. 48213?", "order", "48213"),
        ("my booking reference is HX-20931 and nobody knows it", "order", "HX-20931"),
        ("parcel #48213 is not here", "order", "48213"),
        ("I called about it 3 times in 2024", "order", None),
        ("You owe me £20.50.", "amount", "£20.50"),
        ("i want my 15 euros back", "amount", "15 euros"),
        ("It was £20 and you took £40", "amount", None),
        ("I have been waiting for three weeks", "duration", "three weeks"),
        ("on hold for 40 mins now", "duration", "40 minutes"),
        ("i need it for a presentation in 20 minutes", "duration", None),
        ("we stood in the lobby for two hours", "duration", "two hours"),
        ("I have been a customer for ten years", "duration", None),
        ("laptop won't charge, only had it 5 weeks", "duration", None),
        ("It was for my daughter's birthday", "occasion", "your daughter's birthday"),
        ("its my daughters birthday present so", "occasion", "your daughter's birthday"),
        ("Wedding is Saturday", "occasion", "the wedding"),
        ("There is a wedding party under my room", "occasion", None),
        ("My blender arrived with a cracked jug", "thing", "your blender"),
        ("I ordered a gaming chair and got cat litter", "thing", "your gaming chair"),
        ("I ordered the Lego castle", "thing", "the Lego castle"),
        ("you sent me a form", "thing", None),
        ("charged me twice, can't pay my rent", "thing", None),
        ("I couldn't feed my cats", "thing", None),
        ("I can't open my parcel", "thing", "your parcel"),
        ("you cancelled it so my mum missed her operation", "missed", "your mum's operation"),
        ("you cancelled it so my mum missed her operation", "occasion", None),
        ("you made me miss my interview", "missed", "your interview"),
        ("you made me miss my interview", "thing", None),
        ("The driver ruined my son's birthday", "missed", "your son's birthday"),
        ("I will miss my wedding because of you", "missed", None),
        ("I will miss my wedding because of you", "occasion", "your wedding"),
        ("Meant to arrive on Tuesday, birthday on saturday", "day", "Tuesday and Saturday"),
        ("washing machine leaks all over kitchen floor", "told", "your message"),
        ("Where is my refund?", "told", None),
        ("My husband is ill", "thing", None),
        ("It broke.\nKind regards,\nAnna Kowal", "name", "Anna Kowal"),
        ("Hello, my name is Priya, and it broke", "name", "Priya"),
        ("it is Saturday", "name", None),
    ],
)
def test_a_fact_is_read_or_left_unknown(message, fact, value):
    assert getattr(read_facts(message), fact) == value


@pytest.mark.parametrize("message", ["", "  \n", "?!", "🙂"])
def test_nothing_said_is_nothing_known(message):
    assert read_facts(message) == Facts()
