"""The debrief, for reading, for printing, and for taking a turn again."""

import re

import pytest
from played_practice import Practice
from playwright.sync_api import expect

pytestmark = pytest.mark.e2e


@pytest.fixture
def practice(page):
    return Practice(page)


@pytest.fixture
def debrief(page, site, practice):
    practice.ended()
    page.goto(f"{site}/debrief/one")
    expect(page.locator("#rating-title")).to_be_visible()
    return page


def section(page, name):
    return page.get_by_role("region", name=name)


def test_the_customer_has_the_first_word(debrief):
    rating = section(debrief, "What the customer says")
    expect(rating.locator(".three-faces li")).to_have_text(["Unhappy", "So-so", "Happy"])
    expect(rating.locator(".three-faces [aria-current]")).to_have_text("So-so")
    expect(rating.locator("blockquote")).to_have_text("You got there, but I had to ask twice.")
    expect(rating).to_contain_text("6 of 10")
    expect(rating.locator(".score-figure strong")).to_have_text("58")


def test_each_piece_of_advice_has_their_words_yours_and_better_ones(debrief):
    advice = debrief.locator(".advice")
    expect(advice).to_have_count(1)
    expect(advice.locator(".exchange-customer")).to_contain_text("It never came!")
    expect(advice.locator(".exchange-said")).to_contain_text("I am sorry. It is our policy.")
    expect(advice.locator("mark")).to_have_text("It is our policy.")
    expect(advice.locator(".exchange-better")).to_contain_text("Here is what I can do today")
    expect(section(debrief, "What went well")).to_contain_text("I will send it today.")


def test_the_figures_tell_what_was_found_and_promised(debrief):
    figures = section(debrief, "In figures")
    expect(figures).to_contain_text("41 s")
    expect(figures).to_contain_text("5 min 12 s")
    expect(figures).to_contain_text("The customer never learned it.")
    expect(figures).to_contain_text("Who: I · When: today")
    expect(figures).to_contain_text("Money back: up to £20")
    expect(figures.locator(".unmet")).to_have_text("An honest answer not met")
    expect(section(debrief, "What this case teaches")).to_contain_text("rubric 2.0-test")


def test_every_point_leads_to_its_words(debrief):
    card = section(debrief, "Scorecard")
    expect(card.locator(".score-quality")).to_contain_text("Order and timing")
    expect(card.locator(".score-mistake")).to_contain_text("Policy as reason")
    card.locator(".score-mistake").get_by_role("link", name="turn 1").click()
    expect(debrief.locator("#turn-1")).to_be_focused()
    expect(debrief.locator("#turn-1")).to_be_in_viewport()


def test_dot_and_moment_belong_together_for_mouse_and_keyboard(debrief):
    dots, rows = debrief.locator(".moment-dot"), debrief.locator(".numbered")
    expect(dots).to_have_count(2)
    dots.nth(1).hover()
    expect(rows.nth(1)).to_have_class(re.compile(r"\blit\b"))
    rows.nth(0).hover()
    expect(dots.nth(0)).to_have_class(re.compile(r"\blit\b"))
    expect(rows.nth(1)).not_to_have_class(re.compile(r"\blit\b"))
    dots.nth(1).focus()
    expect(rows.nth(1)).to_have_class(re.compile(r"\blit\b"))
    expect(dots.nth(1)).to_have_attribute("aria-label", "Moment 2, turn 2: I will send it today.")


def test_the_curve_has_a_table_behind_it(debrief):
    expect(debrief.get_by_role("group", name="Anger went from very much to a lot")).to_be_visible()
    debrief.get_by_text("The same as a table").click()
    rows = section(debrief, "Mood through the conversation").locator("tbody tr")
    expect(rows).to_have_count(3)
    expect(rows.nth(1)).to_contain_text("85")


def test_on_paper_all_is_open_black_on_white_and_without_buttons(open_page, site):
    page = open_page(color_scheme="dark")
    Practice(page).ended()
    page.goto(f"{site}/debrief/one")
    expect(page.locator("#rating-title")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.get_by_role("banner")).to_be_hidden()
    expect(page.locator(".colophon")).to_be_hidden()
    expect(page.locator("button:visible")).to_have_count(0)
    expect(page.get_by_text("An answer starts with 10 points.")).to_be_visible()
    expect(page.locator("table:visible")).to_have_count(2)
    # What the recogniser made of each sentence would fill pages.
    expect(page.locator(".confidence:visible")).to_have_count(0)
    colours = "[getComputedStyle(document.body).color, getComputedStyle(document.documentElement).backgroundColor]"
    assert page.evaluate(colours) == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    page.emulate_media(media="screen")
    expect(page.locator("table:visible")).to_have_count(0)


def test_any_turn_can_be_taken_again_from_its_place_in_the_transcript(debrief, practice):
    expect(debrief.locator(".turn").get_by_role("button", name="Take this turn again")).to_have_count(2)
    debrief.locator("#turn-2").get_by_role("button", name="Take this turn again (turn 2)").click()
    expect(debrief).to_have_url(re.compile("/practice/again$"))
    assert practice.asked == [("POST", "/sessions/one/rewind", {"turn": 2})]
    expect(debrief.locator(".message-customer")).to_have_count(2)
    expect(debrief.locator(".message-customer").last).to_contain_text("Well, that is something. (1)")
    expect(debrief.locator(".fork")).to_have_text("Your second try begins here.")
    expect(debrief.get_by_label("Your message to the customer")).to_be_focused()
    expect(debrief.locator("#rewound")).to_contain_text("You take turn 2 again.")
    expect(debrief.get_by_role("link", name="The first try is here")).to_have_attribute("href", "/review/one#turn-2")


def test_a_rewind_that_fails_says_so_beside_its_button(debrief, practice):
    practice.fails["/rewind"] = 503
    debrief.locator(".advice").get_by_role("button", name="Take this turn again (turn 1)").click()
    expect(debrief.locator(".advice").get_by_role("alert")).to_contain_text("That did not work")
    expect(debrief.locator(".advice").get_by_role("button", name="Take this turn again (turn 1)")).to_be_enabled()


def test_of_a_session_that_goes_on_it_says_so(page, site, practice):
    practice.session()
    page.goto(f"{site}/debrief/one")
    expect(page.locator("#debrief-body")).to_contain_text("has not ended yet")
    expect(page.get_by_role("link", name="Go on with it")).to_have_attribute("href", "/practice/one")


def test_where_nothing_was_said_there_is_nothing_to_judge(page, site, practice):
    practice.ended(texts=())
    page.goto(f"{site}/debrief/one")
    expect(page.locator("#debrief-body")).to_contain_text("You had not said anything yet.")
    expect(page.locator("#debrief-body")).to_contain_text("the mood never moved")


def test_without_its_scenario_what_was_said_is_still_there(page, site, practice):
    practice.ended()
    practice.fails["/debrief"] = (409, "no-debrief")
    page.goto(f"{site}/debrief/one")
    expect(page.locator("#debrief-body")).to_contain_text("So the test wants it.")
    expect(page.locator(".turn")).to_have_count(2)
    expect(page.get_by_role("alert")).to_have_count(0)


def test_an_unknown_session_has_no_debrief(page, site, practice):
    page.goto(f"{site}/debrief/nowhere")
    expect(page.get_by_role("alert")).to_contain_text("That did not work")
