"""During a session: how much of the mood is shown, hints, resting, running out of time, and its end."""

import pytest
from played_practice import LEVELS, SENTENCE, Practice, now
from playwright.sync_api import expect

pytestmark = pytest.mark.e2e
NEWEST_IS_IN_SIGHT = """() => {
  const room = document.getElementById("messages").getBoundingClientRect();
  const newest = [...document.querySelectorAll(".message-customer")].pop().getBoundingClientRect();
  return newest.bottom <= room.bottom + 1 && newest.bottom > room.top;
}"""


@pytest.fixture
def practice(page):
    return Practice(page)


@pytest.fixture
def chat(page, site, practice):
    """Opens a session that stands as it is told."""

    def go(**changes):
        practice.session("one", **changes)
        page.goto(f"{site}/practice/one")
        expect(page.locator(".message-customer").first).to_be_visible()
        return page

    return go


def level(number):
    return {key: LEVELS[number - 1][key] for key in ("number", "title", "meter")}


def box(page):
    return page.get_by_label("Your message to the customer")


def say(page, text):
    answered = page.locator(".message-agent[data-status=delivered]").count()
    box(page).fill(text)
    box(page).press("Enter")
    expect(page.locator(".message-agent[data-status=delivered]")).to_have_count(answered + 1)


def hints_asked(practice):
    return [body["stuck"] for _, path, body in practice.asked if path.endswith("/hint")]


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (390, 844)])
def test_a_hint_does_not_hide_what_the_customer_said_last(chat, page, width, height):
    page.set_viewport_size({"width": width, "height": height})
    page = chat(hints="live")
    for _ in range(3):
        say(page, "I am sorry. " * 20)
    expect(page.locator("#hint")).to_be_visible()
    page.wait_for_function(NEWEST_IS_IN_SIGHT)


def test_an_easy_level_shows_figures(chat):
    page = chat(level=level(2))
    expect(page.locator("#mood [role=meter]")).to_have_count(2)
    expect(page.locator("#mood")).to_contain_text("very much, 80")
    expect(page.locator("#mood")).to_contain_text("You see their mood in figures.")
    expect(page.locator("#level")).to_have_text("Level 2, easy")


def test_the_middle_level_shows_a_word_and_no_figures(chat):
    page = chat(level=level(3))
    expect(page.locator("#mood")).to_contain_text("Angry")
    expect(page.locator("#mood [role=meter]")).to_have_count(0)
    say(page, "I am sorry.")
    expect(page.locator("#announcer")).to_have_text("The customer is angry.")


def test_a_hard_level_shows_a_face_that_is_told_to_listeners(chat):
    page = chat(level=level(4))
    expect(page.locator("#mood .face")).to_be_visible()
    expect(page.locator("#mood strong")).to_have_count(0)
    expect(page.locator("#mood .visually-hidden")).to_have_text("They look angry")


def test_the_hardest_level_shows_nothing_until_it_is_over(chat):
    page = chat(level=level(5))
    say(page, "I am sorry.")
    expect(page.locator("#mood")).to_have_text("Their mood is hidden. What they write is all you have.")
    expect(page.locator(".message-foot .face")).to_have_count(0)
    expect(page.locator("#announcer")).to_have_text("")
    page.get_by_role("button", name="End session").click()
    page.get_by_role("button", name="End the session").click()
    expect(page.locator("#mood [role=meter]")).to_have_count(2)
    expect(page.locator(".message-customer .mood-tag").first).to_contain_text("Angry")


def test_a_blind_session_has_its_brief_and_no_names(chat):
    unknown = {"scenario": {"id": None, "title": "A customer you do not know yet"}}
    page = chat(blind=True, persona={"id": None, "name": "Somebody"}, **unknown)
    expect(page.locator("#brief")).to_contain_text("Up to £20 back")
    expect(page.locator("#brief")).to_contain_text("Every day, 8 to 20")
    expect(page.locator("#brief")).not_to_contain_text("What it teaches")
    expect(page).to_have_title("A customer you do not know yet · Practice · HEARD Coach")


def test_a_hint_comes_when_it_is_asked_for_by_button_or_key(chat, practice):
    page = chat()
    expect(page.locator("#hint")).to_be_hidden()
    page.get_by_role("button", name="A hint").click()
    expect(page.locator("#hint")).to_contain_text("Say what it does to them")
    expect(page.locator("#hint")).to_contain_text("Name what the delay does to Maya.")
    expect(page.locator("#hint-said")).to_contain_text("Hint: Say what it does to them.")
    expect(page.get_by_role("button", name="Put it into the box")).to_have_count(0)
    # It was for that moment.
    say(page, "I am sorry.")
    expect(page.locator("#hint")).to_be_hidden()
    page.keyboard.press("Alt+h")
    expect(page.locator("#hint")).to_be_visible()
    assert hints_asked(practice) == [False, False]


def test_where_hints_are_off_there_is_still_a_way_out(chat, practice):
    page = chat(hints="off")
    expect(page.get_by_role("button", name="A hint")).to_be_hidden()
    page.keyboard.press("Alt+h")
    page.get_by_role("button", name="I’m stuck").click()
    expect(page.locator("#hint")).to_contain_text(SENTENCE)
    assert hints_asked(practice) == [True]


def test_a_live_hint_comes_by_itself_stays_folded_and_keeps_quiet_about_faults(chat, practice):
    page = chat(hints="live")
    expect(page.locator("#hint-body")).to_be_visible()
    page.locator("#hint summary").click()
    say(page, "I am sorry.")
    expect(page.locator("#hint")).to_be_visible()
    expect(page.locator("#hint-body")).to_be_hidden()
    practice.fails["/hint"] = 503
    say(page, "I will send it.")
    expect(page.locator("#hint")).to_be_hidden()
    expect(page.get_by_role("alert")).to_have_count(0)
    page.get_by_role("button", name="A hint").click()
    expect(page.get_by_role("alert")).to_contain_text("That did not work")


def test_a_step_that_is_mastered_has_no_live_hint(chat, practice):
    practice.faded = True
    page = chat(hints="live")
    with page.expect_response("**/hint"):
        say(page, "I am sorry.")
    expect(page.locator("#hint")).to_be_hidden()


def test_a_sentence_goes_in_at_the_cursor_loses_nothing_and_is_taken_back(chat):
    page = chat()
    box(page).press_sequentially("Hello Maya. I will call.")
    for _ in "I will call.":
        box(page).press("ArrowLeft")
    # What is selected is not overwritten either.
    for _ in "Maya. ":
        box(page).press("Shift+ArrowLeft")
    page.get_by_role("button", name="I’m stuck").click()
    page.get_by_role("button", name="Put it into the box").click()
    expect(box(page)).to_be_focused()
    expect(box(page)).to_have_value(f"Hello Maya. {SENTENCE} I will call.")
    box(page).press("Control+z")
    expect(box(page)).to_have_value("Hello Maya. I will call.")


def test_what_was_put_in_survives_a_reload(chat):
    page = chat()
    page.get_by_role("button", name="I’m stuck").click()
    page.get_by_role("button", name="Put it into the box").click()
    page.reload()
    expect(box(page)).to_have_value(SENTENCE)
    expect(page.get_by_role("button", name="Send")).to_be_enabled()


def test_a_session_rests_with_its_draft_and_goes_on(chat, practice):
    page = chat()
    box(page).fill("And I will")
    page.get_by_role("button", name="Pause").click()
    expect(page.get_by_role("heading", name="Paused")).to_be_visible()
    expect(page.get_by_role("button", name="Resume")).to_be_focused()
    expect(box(page)).to_have_value("And I will")
    expect(box(page)).not_to_be_editable()
    expect(page.get_by_role("button", name="Send")).to_be_disabled()
    expect(page.get_by_role("button", name="A hint")).to_be_hidden()
    page.reload()
    expect(box(page)).to_have_value("And I will")
    page.get_by_role("button", name="Resume").click()
    expect(page.get_by_role("heading", name="Paused")).to_be_hidden()
    expect(box(page)).to_be_focused()
    expect(box(page)).to_be_editable()
    expect(page.locator("#announcer")).to_have_text("You are back in the conversation.")
    say(page, "And I will call.")
    assert [path for _, path, _ in practice.asked[:2]] == ["/sessions/one/pause", "/sessions/one/resume"]


def test_a_pause_that_fails_says_so(chat, practice):
    practice.fails["/pause"] = 503
    page = chat()
    page.get_by_role("button", name="Pause").click()
    expect(page.get_by_role("alert")).to_contain_text("That did not work")
    expect(page.get_by_role("button", name="Pause")).to_be_enabled()


@pytest.mark.parametrize(("left", "told"), [({"minutes": 40}, True), ({"hours": 2}, False)])
def test_it_says_in_time_that_it_will_end_by_itself(chat, left, told):
    page = chat(idle_at=now(**left))
    if told:
        expect(page.locator("#idle")).to_contain_text("This session ends by itself at")
    else:
        expect(page.locator("#idle")).to_be_hidden()


def test_one_that_ran_out_of_time_says_so(chat):
    ending = {"kind": "timed_out", "title": "Nobody answered any more", "text": "Maya waited for a day."}
    page = chat(status="ended", ended_at=now(), idle_at=None, ending=ending)
    expect(page.locator("#ending")).to_contain_text("Maya waited for a day.")
    expect(page.locator("#idle")).to_be_hidden()


def test_the_end_shows_score_and_face_at_once_and_leads_to_the_debrief(chat):
    page = chat()
    say(page, "I am sorry.")
    page.get_by_role("button", name="End session").click()
    page.get_by_role("button", name="End the session").click()
    banner = page.locator("#ending")
    expect(banner).to_be_focused()
    expect(banner.locator(".score-figure")).to_contain_text("58")
    expect(banner.locator(".three-faces .chosen")).to_have_text("So-so")
    expect(banner.locator("q")).to_have_text("You got there, but I had to ask twice.")
    expect(page.get_by_role("link", name="Practise this again")).to_have_attribute(
        "href", "/practice?scenario=case_0&persona=furious&level=1&hints=on_request"
    )
    page.get_by_role("link", name="See the debrief").click()
    expect(page.get_by_role("heading", name="What the customer says")).to_be_visible()


def test_where_no_debrief_can_be_had_the_end_still_leads_there(chat, practice):
    practice.fails["/debrief"] = 503
    page = chat(status="ended", ended_at=now(), ending={"kind": "content", "title": "Content", "text": ""})
    expect(page.get_by_role("link", name="See the debrief")).to_be_visible()
    expect(page.locator(".three-faces")).to_have_count(0)
