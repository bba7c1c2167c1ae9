"""Review in a real browser."""

import pytest
from fake_rasa import FAREWELL
from playwright.sync_api import expect

pytestmark = pytest.mark.e2e


@pytest.fixture
def ended(api):
    """A session of three turns."""
    session = api.start()
    for text in ("🎂 I am sorry. It is our policy.", "I understand. I will refund it.", FAREWELL):
        assert api.say(session, text).status_code == 200
    return session


def test_no_sessions_yet(page, site):
    page.goto(f"{site}/review")
    expect(page.get_by_role("heading", name="No sessions yet")).to_be_visible()
    expect(page.locator("main").get_by_role("link", name="Go to Practice")).to_be_visible()


def test_the_list_is_paged_newest_first(page, site, api):
    ids = [api.start()["id"] for _ in range(23)]
    page.goto(f"{site}/review")
    rows = page.locator(".session-link")
    expect(rows).to_have_count(20)
    expect(rows.first).to_have_attribute("href", f"/practice/{ids[-1]}")
    page.get_by_role("link", name="Further sessions").click()
    expect(rows).to_have_count(3)
    expect(rows.last).to_have_attribute("href", f"/practice/{ids[0]}")
    page.get_by_role("link", name="Back to the first").click()
    expect(rows).to_have_count(20)


def test_every_sentence_carries_its_moves_and_mistakes_stand_out(page, site, ended):
    page.goto(f"{site}/review/{ended['id']}")
    first = page.locator("#turn-1 .marked-sentence")
    expect(first).to_have_count(2)
    expect(first.nth(0)).to_have_attribute("data-labels", "apologize")
    expect(first.nth(0).locator("mark")).to_have_text("🎂 I am sorry.")
    expect(first.nth(1).locator("summary .chip-mistake")).to_have_text("Policy as reason")
    expect(first.nth(1).locator("mark.mark-mistake")).to_have_text("It is our policy.")
    expect(page.locator("#turn-1 .mood-tag")).to_contain_text("Angry")


def test_confidence_is_shown_on_demand(page, site, ended):
    page.goto(f"{site}/review/{ended['id']}")
    sentence = page.locator("#turn-1 .marked-sentence").first
    expect(sentence.locator(".confidence")).to_be_hidden()
    sentence.locator("summary").click()
    expect(sentence.locator(".confidence")).to_contain_text("100 %")


def test_a_deep_link_opens_at_its_turn(page, site, ended):
    page.goto(f"{site}/review/{ended['id']}#turn-3")
    expect(page.locator("#turn-3")).to_be_focused()
    expect(page.locator("#turn-3")).to_be_in_viewport()


@pytest.mark.parametrize("turns", [5, 8])
@pytest.mark.parametrize("width", [390, 1280])
def test_the_turns_under_the_mood_can_be_told_apart(page, site, api, turns, width):
    session = api.start()
    for _ in range(turns):
        assert api.say(session, "I understand. I will look into it.").status_code == 200
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{site}/review/{session['id']}")
    expect(page.locator(".mood-beside .tick").first).to_have_text("start")
    left, right, *edges = page.evaluate(
        """() => [document.querySelector(".mood-beside svg"), ...document.querySelectorAll(".mood-beside .tick")]
            .flatMap((node) => [node.getBoundingClientRect().left, node.getBoundingClientRect().right])"""
    )
    assert len(edges) >= 8
    assert edges == sorted(edges)
    assert left <= edges[0] and edges[-1] <= right


def test_transcript_and_list_lead_to_the_debrief(page, site, ended):
    page.goto(f"{site}/review")
    page.get_by_role("link", name="Debrief: A late parcel").click()
    expect(page.get_by_role("heading", name="Scorecard")).to_be_visible()
    page.goto(f"{site}/review/{ended['id']}")
    page.get_by_role("link", name="Read the debrief").click()
    expect(page.get_by_role("heading", name="Scorecard")).to_be_visible()


def test_a_turn_is_taken_again_from_the_transcript(page, site, ended):
    page.goto(f"{site}/review/{ended['id']}")
    page.locator("#turn-2").get_by_role("button", name="Take this turn again").click()
    expect(page.locator("#rewound")).to_contain_text("You take turn 2 again.")
    expect(page.locator(".message-agent")).to_have_count(1)
    box = page.get_by_label("Your message to the customer")
    box.fill("I will send it today.")
    box.press("Enter")
    expect(page.locator(".message-agent[data-status=delivered]")).to_have_count(2)
    page.get_by_role("link", name="The first try is here").click()
    expect(page.locator("#turn-2")).to_be_focused()
    expect(page.locator("#turn-2")).to_contain_text("I will refund it.")


def test_a_session_is_deleted_after_asking(page, site, ended):
    page.goto(f"{site}/review/{ended['id']}")
    page.get_by_role("button", name="Delete this session").click()
    page.get_by_role("button", name="Keep it").click()
    page.get_by_role("button", name="Delete this session").click()
    page.get_by_role("button", name="Delete", exact=True).click()
    expect(page.get_by_role("heading", name="No sessions yet")).to_be_visible()


def test_deleting_a_session_forgets_what_was_never_sent(page, site, api):
    session = api.start()
    page.goto(f"{site}/practice/{session['id']}")
    page.get_by_label("Your message to the customer").fill("And I will")
    stored = "Object.keys(localStorage).filter((key) => key.startsWith('heard.session.'))"
    assert page.evaluate(stored) == [f"heard.session.{session['id']}"]
    page.goto(f"{site}/review/{session['id']}")
    page.get_by_role("button", name="Delete this session").click()
    page.get_by_role("button", name="Delete", exact=True).click()
    expect(page.get_by_role("heading", name="No sessions yet")).to_be_visible()
    assert page.evaluate(stored) == []


def test_the_list_comes_by_itself_when_the_server_is_back(page, site):
    page.route("**/api/v1/review/sessions?*", lambda route: route.abort(), times=1)
    page.goto(f"{site}/review")
    expect(page.get_by_role("alert")).to_contain_text("The server cannot be reached")
    expect(page.get_by_role("heading", name="No sessions yet")).to_be_visible(timeout=15000)
    expect(page.get_by_role("alert")).to_have_count(0)


def test_the_api_page_lists_every_operation(page, site, api):
    paths = api.get("/openapi.json").json["paths"]
    page.goto(f"{site}/api")
    expect(page.locator(".operation .method")).to_have_count(sum(len(each) for each in paths.values()))
    page.get_by_text("/api/v1/sessions/{session_id}/turns").click()
    page.get_by_role("link", name="NewTurn").click()
    expect(page.locator("#schema-NewTurn")).to_contain_text("turn_id")
