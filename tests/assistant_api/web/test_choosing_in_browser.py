"""Choosing what to practise: search, filters, how hard, with how much help; going on, and looking back."""

import re

import pytest
from played_practice import Practice, now
from playwright.sync_api import expect

pytestmark = pytest.mark.e2e


@pytest.fixture
def practice(page):
    return Practice(page)


@pytest.fixture
def choose(page, site, practice):
    """Opens the page, at an address of its own where one is given."""

    def go(query=""):
        page.goto(f"{site}/practice{query}")
        expect(page.locator("#found")).to_contain_text("scenario")
        return page

    return go


def cards(page):
    return page.locator(".scenario-card:not(.surprise):visible")


def asked_for(page, practice):
    """Start, and give what the server was asked for."""
    page.get_by_role("button", name="Start the conversation").click()
    expect(page).to_have_url(re.compile("/practice/new$"))
    (asked,) = [body for method, path, body in practice.asked if path == "/sessions"]
    return asked


def test_filters_narrow_the_list_count_what_they_leave_and_stay_in_the_address(choose):
    page = choose()
    expect(cards(page)).to_have_count(12)
    page.get_by_label("When", exact=True).select_option("before")
    expect(cards(page)).to_have_count(4)
    expect(page.locator("#found")).to_have_text("4 of 12 scenarios")
    # A choice tells how many it would leave, the other filters counted in.
    page.get_by_label("Channel").select_option("email")
    expect(cards(page)).to_have_count(2)
    expect(page.locator("#filter-touchpoint option[value=before]")).to_have_text("Before buying (2)")
    assert "touchpoint=before" in page.url and "channel=email" in page.url
    page.reload()
    expect(cards(page)).to_have_count(2)
    expect(page.get_by_label("Channel")).to_have_value("email")
    page.get_by_role("button", name="Show all", exact=True).click()
    expect(cards(page)).to_have_count(12)
    assert page.url.endswith("/practice")


def test_the_search_takes_every_word_from_any_part_and_enter_starts_nothing(choose, practice):
    page = choose("?scenario=case_0")
    box = page.get_by_label("Search")
    box.fill("HEATER e-mail")
    expect(cards(page)).to_have_count(2)
    expect(cards(page).first).to_contain_text("A broken heater")
    box.press("Enter")
    expect(page).to_have_url(re.compile("q=HEATER"))
    assert practice.asked == []


def test_where_nothing_fits_it_says_so_and_leads_back(choose):
    page = choose("?q=submarine")
    expect(cards(page)).to_have_count(0)
    expect(page.locator("#found")).to_have_text("0 of 12 scenarios")
    page.get_by_role("button", name="Show all of them").click()
    expect(cards(page)).to_have_count(12)
    expect(page.get_by_label("Search")).to_be_focused()


def test_a_card_tells_channel_touchpoint_level_and_whose_it_is(choose):
    page = choose()
    expect(cards(page).last.locator(".tag")).to_have_text(
        ["E-mail", "Before buying", "Level 2 of 5", "Your own", "Draft"]
    )


def test_a_level_says_in_words_what_it_changes_and_is_started(choose, practice):
    page = choose("?scenario=case_0")
    level = page.get_by_label("Level", exact=True)
    expect(level).to_have_value("1")
    expect(level.locator("option").first).to_have_text("1, mild (meant for this case)")
    level.select_option("5")
    expect(page.locator("#level-description")).to_have_text("Very hard enough for a start.")
    page.get_by_text("What this level changes").click()
    words = page.locator("#level-words")
    expect(words).to_contain_text("they stop reading after 40 words")
    expect(words).to_contain_text("Their mood is hidden.")
    page.get_by_label("Customer’s temperament").select_option("formal")
    page.get_by_label("After every answer").check()
    wanted = {"scenario": "case_0", "persona": "formal", "level": 5, "blind": False, "hints": "live"}
    assert asked_for(page, practice) == wanted


def test_surprise_me_asks_for_nobody_in_particular(choose, practice):
    page = choose()
    page.get_by_label("Surprise me").check()
    expect(page.get_by_label("Customer’s temperament")).to_be_hidden()
    expect(page.get_by_label("Level", exact=True).locator("option").first).to_have_text("As the case has it")
    assert asked_for(page, practice) == {"blind": True, "hints": "on_request"}


def test_hints_are_suggested_with_a_reason(choose, practice):
    practice.progress |= {"hints": "off", "reason": "You did all five steps three times running."}
    page = choose("?scenario=case_0")
    expect(page.get_by_label("Off")).to_be_checked()
    expect(page.locator("#hints-reason")).to_have_text("You did all five steps three times running.")


def test_without_a_past_practising_works(choose, practice):
    practice.fails["/progress"] = 503
    page = choose("?scenario=case_0")
    expect(page.locator("#trend")).to_be_hidden()
    assert asked_for(page, practice)["hints"] == "on_request"


def test_open_sessions_are_gone_on_with_and_paused_ones_resumed(choose, practice):
    practice.session("going")
    practice.session("resting", paused=True, scenario={"id": "case_1", "title": "A broken heater"})
    practice.ended("over")
    page = choose()
    rows = page.locator(".open-row")
    expect(rows).to_have_count(2)
    expect(page.get_by_role("link", name="Go on: A late parcel")).to_have_attribute("href", "/practice/going")
    page.get_by_role("button", name="Resume: A broken heater").click()
    expect(page).to_have_url(re.compile("/practice/resting$"))
    assert practice.asked == [("POST", "/sessions/resting/resume", {})]


def test_a_beginner_is_told_what_will_stand_here(choose):
    page = choose()
    expect(page.locator("#trend")).to_contain_text("After your first conversation")
    expect(page.locator("#open-sessions")).to_be_hidden()
    expect(page.locator("#latest")).to_be_hidden()


def test_scores_are_drawn_told_and_lead_to_their_debriefs(choose, practice):
    practice.progress |= {
        "sessions": [
            {"id": f"s{number}", "scenario": {"id": "case_0", "title": "A late parcel"}, "level": 2, "blind": False}
            | {"ended_at": now(days=number - 9), "score": 40 + 10 * number, "face": "good", "recommend": 7}
            | {"steps": {}, "rewind": number == 1}
            for number in range(3)
        ],
        "weakest": {"step": "diagnose", "title": "Diagnose", "share": 0.312},
    }
    page = choose()
    expect(page.locator("#latest")).to_contain_text("Your latest score: 60 of 100.")
    dots = page.locator(".trend-dot")
    expect(dots).to_have_count(3)
    expect(dots.nth(1)).to_have_attribute("aria-label", re.compile("50 of 100, level 2, .*second try"))
    expect(dots.nth(1)).to_have_attribute("href", "/debrief/s1")
    expect(page.locator(".weakest")).to_contain_text("Diagnose, where you earned 31 %")
    page.get_by_text("3 sessions as a table").click()
    expect(page.locator("#trend tbody tr").first).to_contain_text("60")
    expect(page.locator("#trend tbody a").first).to_have_attribute("href", "/debrief/s2")


@pytest.mark.parametrize("size", [(1280, 900), (1280, 640), (390, 844)])
def test_the_start_button_is_in_reach_wherever_the_list_is(open_page, site, size):
    page = open_page(viewport={"width": size[0], "height": size[1]})
    Practice(page)
    page.goto(f"{site}/practice?scenario=case_0")
    start = page.get_by_role("button", name="Start the conversation")
    expect(start).to_be_enabled()
    expect(start).to_be_in_viewport(ratio=1)
    cards(page).nth(6).scroll_into_view_if_needed()
    expect(start).to_be_in_viewport(ratio=1)


def test_on_a_phone_brief_and_settings_unfold_from_the_bar(open_page, site):
    page = open_page(viewport={"width": 390, "height": 844})
    Practice(page)
    page.goto(f"{site}/practice")
    toggle = page.locator("#panel-toggle")
    expect(toggle).to_be_hidden()
    page.get_by_role("radio", name="A late parcel, number 0").check()
    expect(page.get_by_label("Level", exact=True)).to_be_hidden()
    toggle.click()
    expect(toggle).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_label("Level", exact=True)).to_be_visible()
    expect(page.locator("#briefing")).to_contain_text("Maya Kapoor")
    page.get_by_label("Level", exact=True).focus()
    page.keyboard.press("Escape")
    expect(page.get_by_label("Level", exact=True)).to_be_hidden()
    expect(toggle).to_be_focused()
