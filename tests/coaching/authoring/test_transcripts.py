"""Who said what, in the ways in which conversations are written down."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coaching.authoring.transcript import AGENT, CUSTOMER, LIMIT, UnclearTranscript, read_transcript

ASKS, ANSWERS = "Where is my parcel? I paid for express!", "Thank you for contacting us. I apologise."

LAYOUTS = {
    "labels": f"Customer: {ASKS}\nAgent: {ANSWERS}",
    "dashes": f"Customer - {ASKS}\nAgent - {ANSWERS}",
    "bold": f"**Customer:** {ASKS}\n**Agent (Tom):** {ANSWERS}",
    "times before": f"[10:32] Maya Kapoor: {ASKS}\n[10:33] Tom: {ANSWERS}",
    "times before without brackets": f"10:32:05 Client: {ASKS}\n10:33:10 Support: {ANSWERS}",
    "dates and times": f"12/03/2024, 10:32 - Maya: {ASKS}\n12/03/2024, 10:33 - Tom: {ANSWERS}",
    "times behind": f"Maya (10:32): {ASKS}\nTom (10:33): {ANSWERS}",
    "a name and a time over the message": f"Maya Kapoor 10:32 AM\n{ASKS}\n\nTom Baker 10:33 AM\n{ANSWERS}",
    "a label alone over the message": f"Customer\n{ASKS}\n\nAgent\n{ANSWERS}",
    "names only": f"Maya: {ASKS}\nTom: {ANSWERS}",
    "no labels": f"{ASKS}\n\n{ANSWERS}",
    "one label missing": f"Customer: {ASKS}\n\n{ANSWERS}",
    "a bot's notes": f"System: Chat started\nVisitor: {ASKS}\nAdviser: {ANSWERS}\nSystem: Chat ended",
    "a quoted mail": (
        f"From: Starling <help@starling.example>\nTo: Maya\nSubject: Re: parcel\n\n{ANSWERS}\n\n"
        f"On Mon, 2 May 2024 at 10:32, Maya Kapoor <maya@example.org> wrote:\n> {ASKS}"
    ),
    "an original message": (
        f"From: Support\nSubject: RE: parcel\n\n{ANSWERS}\n\n-----Original Message-----\n"
        f"From: Maya Kapoor\nSent: Monday\nTo: Support\nSubject: parcel\n\n{ASKS}"
    ),
    "mails in the order in which they came": (
        f"From: Maya Kapoor\nSubject: parcel\n\n{ASKS}\n\nFrom: Support\nSubject: Re: parcel\n\n{ANSWERS}"
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_layout_is_read(layout):
    messages = read_transcript(LAYOUTS[layout]).messages
    assert [(message.side, message.text) for message in messages] == [(CUSTOMER, ASKS), (AGENT, ANSWERS)]


def test_several_lines_and_several_messages_of_one_side_are_one_message():
    talk = "Customer: 48213\nand please hurry: it is for Saturday\nCustomer: Hello?\nAgent: I understand that."
    messages = read_transcript(talk).messages
    assert messages[0].text == "48213\nand please hurry: it is for Saturday\nHello?"
    assert [message.line for message in messages] == [1, 4]


def test_a_second_agent_is_an_agent():
    talk = f"Customer: {ASKS}\nAgent: I will pass you on.\nSupervisor: {ANSWERS}\nCustomer: Ok."
    assert [message.side for message in read_transcript(talk).messages] == [CUSTOMER, AGENT, CUSTOMER]


def test_a_colon_in_a_sentence_is_no_label():
    talk = f"Customer: I tried this: nothing.\nPlease note: it is late\nAgent: {ANSWERS}"
    assert len(read_transcript(talk).messages) == 2


def test_without_any_label_they_speak_by_turns_where_nothing_else_tells():
    talk = f"{ASKS}\n\n{ANSWERS} What is its number?\n\nit is 99182\n\nFound it, at the depot."
    assert [message.side for message in read_transcript(talk).messages] == [CUSTOMER, AGENT, CUSTOMER, AGENT]


def test_names_are_kept_to_be_taken_out():
    assert set(read_transcript(LAYOUTS["times before"]).names) == {"maya", "kapoor", "tom"}


@pytest.mark.parametrize(
    ("talk", "says"),
    [
        ("", "line 1: found no text; expected a conversation"),
        ("\n\nhello there", "line 3: found “hello there” without a speaker; expected Customer: or Agent: before it"),
        (f"Customer: {ASKS}", "found nothing that the agent says; expected both sides"),
        ("Kim: blue\nLee: green\nKim: red", "line 1: found the speaker 'kim'; expected Customer: or Agent:"),
        ("x" * (LIMIT + 1), f"expected at most {LIMIT}"),
    ],
)
def test_what_is_unclear_is_told_with_its_line(talk, says):
    with pytest.raises(UnclearTranscript, match=".") as told:
        read_transcript(talk)
    assert says in str(told.value)


PIECES = st.lists(
    st.sampled_from(
        ["Customer: ", "Agent - ", "[10:32] ", "Maya: ", "From: ", "> ", "wrote:", "-----", "\n", "\n\n", "my order "]
    )
    | st.text(max_size=12),
    max_size=25,
).map("".join)


@settings(max_examples=300)
@given(PIECES)
def test_any_text_is_read_or_refused_and_nothing_said_is_invented(text):
    try:
        messages = read_transcript(text).messages
    except UnclearTranscript as told:
        assert 1 <= told.line <= max(1, len(text.splitlines()))
        return
    assert {message.side for message in messages} == {CUSTOMER, AGENT}
    for message in messages:
        assert all(word in text for word in message.text.split())


def test_a_long_one_takes_no_time_to_speak_of():
    for line in ("a" * 50 + " ", "Customer " * 4, "[10:32 ", "> > > ", "((((", "On a b c "):
        text = (line * (LIMIT // len(line)))[:LIMIT]
        with pytest.raises(UnclearTranscript):
            read_transcript(text)
        with pytest.raises(UnclearTranscript):
            read_transcript("\n".join([line.strip()] * (LIMIT // (len(line) + 1)))[:LIMIT])
