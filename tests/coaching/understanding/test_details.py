import pytest

from coaching.understanding import DETAILS, understand


def details(text, kind):
    return [one.text for one in understand(text).details if one.kind == kind]


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("Order no. 48213 and ticket INC0045521", "order", ["48213", "INC0045521"]),
        ("booking reference is HX-20931", "order", ["HX-20931"]),
        ("Account 4471 0092 please", "order", ["4471 0092"]),
        ("flight BA 284 was late", "order", ["BA 284"]),
        ("parcel #48213", "order", ["48213"]),
        ("My phone number is 0113 496 0000", "order", []),
        ("I ordered 2000 of them in 2024", "order", []),
        (
            "You took £20, then $1,200.50, then 29,99 €, then 15 euros",
            "amount",
            ["£20", "$1,200.50", "29,99 €", "15 euros"],
        ),
        ("charged me 49.99 twice", "amount", ["49.99"]),
        ("twenty pounds gone", "amount", ["twenty pounds"]),
        ("at 7.30 pm, 5.5 kg, version 2.50", "amount", []),
        ("on 14 March 2024, March 3rd and 14/06/2025", "date", ["14 March 2024", "March 3rd", "14/06/2025"]),
        ("on 2, 6 and 9 October", "date", ["2, 6 and 9 October"]),
        ("on 8/11", "date", ["8/11"]),
        ("I rate you 8/11 and 24/7", "date", []),
        (
            "since 8 this morning, tomorrow night, last Tuesday",
            "date",
            ["since 8 this morning", "tomorrow night", "last Tuesday"],
        ),
        ("three weeks ago", "date", ["three weeks ago"]),
        ("the 3rd time, the 2nd engineer, you may come, march on", "date", []),
        ("at 20 Mbit, after 3 calls", "date", []),
        (
            "for an hour and ten minutes, 24-48 hours, 9 days",
            "duration",
            ["an hour and ten minutes", "24-48 hours", "9 days"],
        ),
        ("She is 8 months old, £7.99 a month, a day off, a day's pay", "duration", []),
        ("It broke.\nKind regards,\nHelen Marsh", "name", ["Helen Marsh"]),
        ("Where is it? Thanks, Priya", "name", ["Priya"]),
        ("its tom again", "name", ["tom"]),
        ("It never came.\nDisgusting", "name", []),
        ("My mum and our kids met Ms Tanaka and Daniel", "person", ["My mum", "our kids", "Ms Tanaka", "Daniel"]),
        ("Hi Anna, it broke", "person", []),
        ("no news since leeds, now in Oslo, at gate B14", "place", ["leeds", "Oslo", "gate B14"]),
        ("I was reading in the bath", "place", []),
        (
            "See www.gigs.example/refund. Or mail a.b@example.com",
            "link",
            ["www.gigs.example/refund", "a.b@example.com"],
        ),
        ("my mum's 70th birthday and the wedding", "occasion", ["my mum's 70th birthday", "the wedding"]),
        ("a third party moved it", "occasion", []),
        (
            "I cleared the cache, reinstalled the app and changed my password. Still dead",
            "tried",
            ["I cleared the cache", "reinstalled the app", "changed my password"],
        ),
        ("I called the courier and they said no", "tried", ["I called the courier"]),
        ("I changed my mind", "tried", []),
        ("This is the third time I'm writing", "contacts", ["This is the third time I'm writing"]),
        ("I have rung you five times", "contacts", ["I have rung you five times"]),
        ("Four calls, no answer", "contacts", ["Four calls"]),
        ("I bought 4 tickets and got two calls from you", "contacts", []),
        ("nobody answered my emails", "contacts", ["nobody answered my emails"]),
        (
            "I bought a new walnut side table and a gift card for my ThinkPad X1",
            "product",
            ["walnut side table", "gift card", "ThinkPad X1"],
        ),
        ("I ordered the Lego castle", "product", ["Lego castle"]),
        ("your website, my parcel, the phone number", "product", []),
    ],
)
def test_a_detail_is_read_or_left(text, kind, found):
    assert details(text, kind) == found


def test_details_come_in_the_order_of_the_message_with_titles():
    seen = understand("On Friday you took £20 for order 48213").details
    assert [(one.kind, one.title) for one in seen] == [
        ("date", "Date or time"),
        ("amount", "Amount"),
        ("order", "Order or reference number"),
    ]
    assert all(one.kind in DETAILS for one in seen)


def test_the_json_holds_everything_but_the_phrases():
    seen = understand("I'm angry, I need it by Friday. Where is my kettle?").to_json()
    assert set(seen) == {"emotion", "urgency", "wants", "details"}
    assert set(seen["emotion"]) == {"name", "title", "strength", "cues"}
    assert set(seen["urgency"]) == {"strength", "title", "cues"}
    for one in (*seen["wants"], *seen["details"]):
        assert set(one) == {"kind", "title", "text", "start", "end", "rule"}
    assert seen["emotion"]["cues"][0] == {"text": "angry", "start": 4, "end": 9, "rule": "angry.named"}
