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
        ("I ordered a side table (£189) and it is scratched", "amount", None),
        ("parcel #48213 is not here", "reference", "parcel 48213"),
        ("my booking reference is HX-20931 and nobody knows it", "reference", "booking HX-20931"),
        ("The number is INC0045521", "reference", "reference INC0045521"),
        ("This is the third time I'm writing", "contacts", "this is the third time you have written to us"),
        ("I have rung you five times already", "contacts", "you have called us five times"),
        ("Four calls, four different stories.", "contacts", "you have called us four times"),
        ("three emails and no answer", "contacts", "you have sent us three e-mails"),
        ("hi, 4th msg this week", "contacts", "this is your fourth message"),
        ("2 voicemails and no answer", "contacts", "you have sent us 2 messages"),
        ("nobody answered my emails", "contacts", "nobody answered your emails"),
        ("we spoke last Tuesday about it", "contacts", None),
        ("I've already restarted it twice", "tried", "you've already restarted it twice"),
        ("I cleared the cache, reinstalled the app. Nothing", "tried", "you cleared the cache and reinstalled the app"),
        ("Tried switching the phone off and on", "tried", "you tried switching the phone off and on"),
        ("I tried", "tried", None),
        ("I need it by friday", "deadline", "by Friday"),
        ("I need this fixed today", "deadline", "today"),
        ("The party is tonight", "deadline", None),
        ("It was meant to come by Friday", "deadline", None),
        ("There is no heating since sunday", "since", "since Sunday"),
        ("I have been a customer since March", "since", None),
        ("I want a refund or a replacement", "wanted", "your money back"),
        ("Where is my kettle?", "wanted", "to know when to expect your kettle"),
        ("When will it arrive?", "wanted", "to know when it will arrive"),
        ("Please just make it work", "wanted", "this put right"),
        ("Does it come in oak?", "wanted", None),
        ("Does it come in oak?", "asked", "your question"),
        ("It is broken. Do you repair it?", "asked", None),
        ("I'm really worried about it", "felt", "worried"),
        ("I'm not angry", "felt", None),
        ("My mother is in a wheelchair and the lift is out", "person", "your mother"),
        ("My mum's name is wrong on the ticket", "person", None),
        ("My mum died and you still write to her", "person", None),
        ("wheres my parcel, no news since leeds", "thing", "your parcel"),
        ("I've used the same invoice form", "thing", None),
        ("The warranty on my drill ended in August", "thing", "your drill"),
    ],
)
def test_a_fact_is_read_or_left_unknown(message, fact, value):
    assert getattr(read_facts(message), fact) == value


@pytest.mark.parametrize(
    "message",
    [
        "You are liars, you lost my parcel, and I will see you in court",
        "I lost the baby and you keep sending adverts",
    ],
)
def test_threats_and_deaths_are_not_said_back(message):
    facts = read_facts(message)
    assert all("court" not in fact and "baby" not in fact for fact in facts.known().values())


@pytest.mark.parametrize("message", ["", "  \n", "?!", "🙂"])
def test_nothing_said_is_nothing_known(message):
    assert read_facts(message) == Facts()
