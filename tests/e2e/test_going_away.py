"""Processes die in mid-session: the person is told, their words are kept, no turn is lost or doubled."""

import pytest
from playwright.sync_api import expect
from talking import ANSWER_MS, delivered, message_box, own_words, say, send, turns_stored

pytestmark = [pytest.mark.e2e, pytest.mark.rasa]

FIRST = "I am sorry that the telescope is late."
SECOND = "I can see that it was promised for Tuesday."
THIRD = "I will send a courier with another one today."
FOURTH = "He will ring your bell before six this evening."


def test_the_action_server_and_then_rasa_die_in_mid_session(chat, stack):
    say(chat, FIRST)

    stack.actions.stop()
    send(chat, SECOND)
    told(chat, SECOND)
    # A reload in the middle of it changes nothing.
    chat.reload()
    told(chat, SECOND)
    stack.start(stack.actions)
    expect(delivered(chat)).to_have_count(2, timeout=ANSWER_MS)
    expect(chat.get_by_role("alert")).to_have_count(0)

    stack.rasa.stop()
    send(chat, THIRD)
    told(chat, THIRD)
    message_box(chat).fill(FOURTH)
    stack.start(stack.rasa)
    expect(delivered(chat)).to_have_count(3, timeout=ANSWER_MS)

    expect(message_box(chat)).to_have_value(FOURTH)
    message_box(chat).press("Enter")
    expect(delivered(chat)).to_have_count(4, timeout=ANSWER_MS)
    texts = [FIRST, SECOND, THIRD, FOURTH]
    assert own_words(chat) == texts
    assert turns_stored(chat, stack) == [(number, "answered", text) for number, text in enumerate(texts, start=1)]
    chat.reload()
    expect(delivered(chat)).to_have_count(4)
    assert own_words(chat) == texts


def test_the_web_server_goes_away_while_somebody_types(chat, stack):
    say(chat, FIRST)
    stack.web.stop()
    send(chat, SECOND)
    expect(chat.get_by_text("Not delivered yet")).to_be_visible()
    expect(chat.get_by_role("alert")).to_contain_text("The server cannot be reached")
    message_box(chat).fill(THIRD)
    stack.start(stack.web)
    expect(delivered(chat)).to_have_count(2, timeout=ANSWER_MS)
    expect(message_box(chat)).to_have_value(THIRD)
    chat.reload()
    expect(delivered(chat)).to_have_count(2)
    expect(message_box(chat)).to_have_value(THIRD)
    assert turns_stored(chat, stack) == [(1, "answered", FIRST), (2, "answered", SECOND)]


def told(page, text):
    """The page says what happened and that the words are kept, and shows them."""
    expect(page.get_by_text("Not delivered yet")).to_be_visible(timeout=ANSWER_MS)
    expect(page.get_by_role("alert")).to_contain_text("The customer does not answer")
    expect(page.get_by_role("alert")).to_contain_text("Your message is kept")
    assert own_words(page)[-1] == text
