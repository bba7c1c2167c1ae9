"""Practice in a real browser, with the customer's side made to fail on demand."""

import uuid

import pytest
from fake_rasa import FAREWELL
from playwright.sync_api import expect

from coaching.customer import load_scenarios

pytestmark = pytest.mark.e2e

NOT_DELIVERED = "Not delivered yet"


@pytest.fixture
def chat(page, site):
    """A session that has just begun."""
    page.goto(f"{site}/practice?scenario=late_parcel&level=1")
    page.get_by_role("button", name="Start the conversation").click()
    expect(page.locator(".message-customer")).to_have_count(2)
    return page


def box(page):
    return page.get_by_label("Your message to the customer")


def say(page, text):
    box(page).fill(text)
    box(page).press("Enter")


def delivered(page):
    return page.locator(".message-agent[data-status=delivered]")


def test_the_brief_stands_beside_the_chat(chat):
    expect(chat.locator("#brief")).to_contain_text("You may offer")
    expect(chat.locator("#brief")).to_contain_text("Maya Kapoor")


def test_steps_light_up_and_the_mood_has_words(chat):
    apologize = chat.locator("#steps [data-step=apologize]")
    expect(apologize).to_contain_text("not yet")
    say(chat, "I am sorry that your parcel is late.")
    expect(apologize).to_contain_text("done")
    expect(chat.locator("#mood")).to_contain_text("Angry")
    expect(chat.locator("#mood [role=meter]").first).to_have_attribute("aria-valuetext", "a lot")
    expect(chat.locator("#announcer")).to_contain_text("New: Apologize.")


def test_shift_enter_makes_a_line_and_enter_sends(chat):
    box(chat).press_sequentially("One")
    box(chat).press("Shift+Enter")
    box(chat).press_sequentially("Two")
    box(chat).press("Enter")
    expect(delivered(chat).locator(".bubble")).to_have_text("One\nTwo")
    expect(box(chat)).to_have_value("")


def test_what_people_write_stays_text(chat):
    words = "<img src=x onerror=alert(1)> & <b>sorry</b>"
    say(chat, words)
    expect(delivered(chat).locator(".bubble")).to_have_text(words)
    expect(chat.locator("main img, main b")).to_have_count(0)


def test_a_message_that_fails_is_told_kept_and_sent_again_by_itself(chat, rasa):
    rasa.script.answers = ["actions"] * 2
    say(chat, "I am sorry.")
    expect(chat.get_by_text(NOT_DELIVERED)).to_be_visible()
    expect(chat.get_by_role("alert")).to_contain_text("The customer does not answer")
    expect(delivered(chat)).to_have_count(1, timeout=15000)
    expect(chat.get_by_role("alert")).to_have_count(0)
    assert [each for each in rasa.played if each[0] == 1] == [(1, "I am sorry.")]


def test_the_button_tries_again_at_once(chat, rasa):
    rasa.stop()
    say(chat, "I am sorry.")
    retry = chat.get_by_role("button", name="Try again now")
    expect(retry).to_be_visible()
    expect(chat.get_by_role("button", name="Send")).to_be_disabled()
    rasa.start()
    retry.click()
    expect(delivered(chat)).to_have_count(1)


def test_a_reload_brings_back_the_waiting_turn_and_the_unsent_text(chat, rasa):
    rasa.stop()
    say(chat, "I am sorry.")
    expect(chat.get_by_text(NOT_DELIVERED)).to_be_visible()
    box(chat).fill("And I will")
    chat.reload()
    expect(chat.get_by_text(NOT_DELIVERED)).to_be_visible()
    expect(chat.locator(".message-agent .bubble")).to_have_text("I am sorry.")
    expect(box(chat)).to_have_value("And I will")
    rasa.start()
    expect(delivered(chat)).to_have_count(1, timeout=30000)
    expect(chat.locator(".message-agent")).to_have_count(1)
    assert [text for number, text in rasa.played if number == 1] == ["I am sorry."]


def test_a_message_lost_on_the_way_back_is_not_played_twice(chat, rasa):
    chat.route("**/turns", lambda route: (route.fetch(), route.abort()), times=1)
    say(chat, "I am sorry.")
    expect(chat.get_by_role("alert")).to_contain_text("The server cannot be reached")
    expect(delivered(chat)).to_have_count(1, timeout=15000)
    assert [text for number, text in rasa.played if number == 1] == ["I am sorry."]


def test_a_message_that_the_server_refuses_goes_back_into_the_box(chat):
    # The server is told more than the box takes, and refuses it.
    too_long = {"turn_id": str(uuid.uuid4()), "text": "sorry " * 1000}
    chat.route("**/turns", lambda route: route.continue_(post_data=too_long), times=1)
    say(chat, "I am sorry.")
    expect(chat.get_by_role("alert")).to_contain_text("text of 1 to 4000 characters")
    expect(box(chat)).to_have_value("I am sorry.")
    expect(chat.locator(".message-agent")).to_have_count(0)
    chat.get_by_role("button", name="Send").click()
    expect(delivered(chat)).to_have_count(1)
    expect(chat.get_by_role("alert")).to_have_count(0)


def test_the_room_left_is_told_near_the_limit(chat):
    room = chat.locator("#composer-room")
    box(chat).fill("x" * 3599)
    expect(room).to_be_hidden()
    box(chat).fill("x" * 3999)
    expect(room).to_have_text("1 character left of 4000.")
    box(chat).press_sequentially("yz")
    expect(room).to_have_text("0 characters left of 4000.")
    expect(box(chat)).to_have_value("x" * 3999 + "y")
    expect(chat.get_by_role("button", name="Send")).to_be_enabled()


def test_text_that_is_too_long_is_not_sent(chat):
    """A refused message and what was typed meanwhile can be too long together."""
    box(chat).evaluate("(box) => { box.value = 'x'.repeat(4002); box.dispatchEvent(new Event('input')); }")
    expect(chat.locator("#composer-room")).to_have_text("2 characters too many.")
    expect(chat.get_by_role("button", name="Send")).to_be_disabled()
    box(chat).press("Enter")
    expect(box(chat)).to_have_value("x" * 4002)
    expect(chat.locator(".message-agent")).to_have_count(0)


def test_what_was_not_sent_can_be_copied_after_the_end(chat):
    box(chat).fill("And I will")
    chat.get_by_role("button", name="End session").click()
    chat.get_by_role("button", name="End the session").click()
    unsent = chat.get_by_label("You had not sent this")
    expect(unsent).to_have_value("And I will")
    expect(unsent).not_to_be_editable()
    chat.reload()
    expect(unsent).to_have_value("And I will")


def test_a_session_that_ended_elsewhere_leads_to_its_debrief(chat, open_page):
    other = open_page()
    other.goto(chat.url)
    say(other, FAREWELL)
    expect(other.locator("#ending")).to_be_visible()
    say(chat, "One more thing.")
    expect(chat.locator("#ending")).to_be_visible()
    expect(chat.get_by_role("link", name="See the debrief")).to_be_visible()
    expect(chat.get_by_label("You had not sent this")).to_have_value("One more thing.")
    expect(chat.get_by_role("alert")).to_have_count(0)
    expect(other.get_by_label("You had not sent this")).to_be_hidden()


def test_ending_sets_a_message_aside_that_was_never_delivered(chat):
    chat.route("**/turns", lambda route: route.abort())
    say(chat, "I am sorry.")
    expect(chat.get_by_text(NOT_DELIVERED)).to_be_visible()
    chat.get_by_role("button", name="End session").click()
    chat.get_by_role("button", name="End the session").click()
    expect(chat.get_by_label("You had not sent this")).to_have_value("I am sorry.")
    expect(chat.locator(".message-agent")).to_have_count(0)
    expect(chat.get_by_role("alert")).to_have_count(0)


def test_a_session_is_played_and_ended_with_the_keyboard_alone(page, site):
    page.goto(site)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator(".door-practice")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".scenario-card")).to_have_count(len(load_scenarios()) + 1)
    tab_to(page, page.get_by_label("Surprise me"))
    page.keyboard.press("Space")
    start = page.get_by_role("button", name="Start the conversation")
    expect(start).to_be_enabled()
    tab_to(page, start)
    page.keyboard.press("Enter")
    expect(box(page)).to_be_focused()
    page.keyboard.type("I am sorry.")
    page.keyboard.press("Enter")
    expect(delivered(page)).to_have_count(1)
    tab_to(page, page.get_by_role("button", name="End session"))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("button", name="End the session"))
    page.keyboard.press("Enter")
    expect(page.locator("#ending")).to_be_focused()
    expect(page.locator(".message-customer").last).to_contain_text("So that is it.")
    tab_to(page, page.get_by_role("link", name="See the debrief"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Mood through the conversation")).to_be_visible()


def tab_to(page, target):
    for _ in range(40):
        if target.evaluate("node => node === document.activeElement"):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"Tab does not reach {target}")


def test_an_unknown_session_says_so(page, site):
    page.goto(f"{site}/practice/nowhere")
    expect(page.get_by_role("alert")).to_contain_text("There is nothing here")
    expect(page.locator(".chat")).to_be_hidden()
