from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from coaching.recognition.sentences import split_sentences

CASES: dict[str, list[str]] = {
    "plain": ["Your parcel left today.", "It arrives on Friday."],
    "no capitals": ["hi there.", "i can see the order.", "it left today"],
    "one word": ["Okay"],
    "no stop at the end": ["Thanks for waiting.", "I have the file open now"],
    "question and shout": ["Really?", "That is not right!", "Let me look."],
    "mixed run": ["You did what?!", "I will fix that."],
    "many marks": ["Great!!!", "All done."],
    "two stops": ["i have checked the stock..", "we can send one today"],
    "three stops and a capital": ["One moment...", "Here it is."],
    "hesitation stays whole": ["so... tomorrow, then"],
    "hesitation inside": ["We could... perhaps send two."],
    "ellipsis character": ["I checked every shelf…", "It is not there."],
    "stops without a space": ["i looked at the order..", "we can refund it"],
    "e.g.": ["Pick another colour, e.g. the blue one, and I will send it."],
    "i.e.": ["Your plan ends on Monday, i.e. in three days."],
    "etc. inside": ["Tea, coffee, etc. are on us."],
    "etc. at the end": ["We cover taxis, meals, etc.", "Keep the receipts."],
    "Mr.": ["Mr. Adeyemi has your file.", "He calls at noon."],
    "Dr. and initial": ["Dr. J. Novak signed it.", "I have the copy."],
    "approx.": ["It takes approx. two days."],
    "no. and number": ["Your claim is no. 1234 and it is open."],
    "no. as an answer": ["no.", "that one is ours to pay"],
    "order code": ["I have opened order #A-12.34 for you.", "It shows two jugs."],
    "price": ["The refund is £20.50.", "It is on its way."],
    "price at the end": ["We charged you £20.", "We will give it back."],
    "5 p.m. inside": ["I will write by 5 p.m. today."],
    "5 p.m. at the end": ["The courier comes by 5 p.m.", "You need not be in."],
    "chat after p.m.": ["it comes by 5 p.m.", "we will text you"],
    "clock with a stop": ["The van leaves at 10.30 and the next at 14.15."],
    "version": ["Version 2.3.1 has the bug.", "Version 2.3.2 mends it."],
    "link": ["Use https://help.example.org/a.b?c=d.e to return it.", "It takes a minute."],
    "link at the end": ["See www.example.org.", "It is all there."],
    "address": ["Write to care.team@example.co.uk.", "I will watch for it."],
    "two-letter country": ["We ship from the U.K. to Spain."],
    "numbered list": ["Please do this:", "1. Open Settings.", "2. Tap Reset.", "3. Wait a minute."],
    "numbered list in a line": ["Try this:", "1. open settings", "2. tap reset", "3. wait"],
    "brackets as numbers": ["Two ways:", "1) a refund today", "2) a new one on Friday"],
    "bullets": ["You can choose:", "- a refund", "- a new one"],
    "round bullets": ["You can choose:", "• a refund", "• a new one"],
    "greeting on its own line": ["Dear Ms Okafor,", "thank you for writing."],
    "line break between sentences": ["thanks for waiting", "i have the order here"],
    "e-mail wrapped at 70": ["I have asked the warehouse in Leeds to look for the box that went\nmissing on Tuesday."],
    "windows line ends": ["Hello Ana,", "we found it.", "Best wishes"],
    "quotation closed after the stop": ['The note says "left with a neighbour."', "Which neighbour was it?"],
    "quotation that goes on": ['You asked "where is it?" and nobody answered.'],
    "bracket closed after the stop": ["It is in the post.", "(You will get a text.)", "Anything else?"],
    "emoji after the stop": ["All sorted! 🎉", "Enjoy the trip."],
    "emoji as the stop": ["so sorry about that 😔", "let me look now"],
    "emoji inside": ["The 🎂 order is on its way."],
    "emoticon": ["Happy to help :)", "Anything else today?"],
    "family emoji": ["Have a lovely day 👨‍👩‍👧", "Thanks again."],
    "entity": ["Tom &amp; Jerry mugs are back.", "Shall I send two?"],
    "quote entities": ["It says &quot;delivered.&quot;", "That is wrong."],
    "html breaks": ["Hello<br>", "your refund is done.</p>", "Bye"],
    "missing space": ["I found your refund.", "It was sent today."],
    "full-width stops": ["你好。", "谢谢！"],
    "stray stops join": ["Well. . .", "Let me see."],
    "only emoji": ["👍👍"],
}
JOINED = {
    "stops without a space": "",
    "missing space": "",
    "html breaks": "",
    "full-width stops": "",
    "numbered list": "\n",
    "bullets": "\n",
    "round bullets": "\n",
    "greeting on its own line": "\n\n",
    "line break between sentences": "\n",
    "windows line ends": "\r\n",
}


@pytest.mark.parametrize("name", CASES)
def test_sentences_of_a_chat(name: str) -> None:
    text = JOINED.get(name, " ").join(CASES[name])
    assert [text[span.start : span.end] for span in split_sentences(text)] == CASES[name]


@pytest.mark.parametrize("text", ["", " ", "\n\t \r\n", "\u2028"])
def test_no_sentence_in_white_space(text: str) -> None:
    assert split_sentences(text) == []


BITS = (
    'hi We 1. 2) e.g. .. ... ?! 😔 :) \n - £20.50 #A-12.34 " ) ( &amp; <br> p.m. www.example.org. no. \x00 … 。'.split(
        " "
    )
)
CHAT = st.lists(st.sampled_from(BITS))


@settings(deadline=None, max_examples=300)
@given(st.one_of(st.text(max_size=300), CHAT.map(" ".join), CHAT.map("".join)))
@example("." * 500)
@example("1. 2. 3.\n\n4)")
def test_spans_are_ordered_and_cover_every_character_that_is_not_space(text: str) -> None:
    spans = split_sentences(text)
    position = 0
    for span in spans:
        assert position <= span.start < span.end <= len(text)
        assert not text[position : span.start].strip()
        piece = text[span.start : span.end]
        assert piece == piece.strip()
        position = span.end
    assert not text[position:].strip()


def test_a_very_long_message_is_cut() -> None:
    text = "we found the parcel. " * 5_000
    assert len(split_sentences(text)) == 5_000
