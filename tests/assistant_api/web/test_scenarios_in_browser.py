"""Writing scenarios in a real browser: nothing typed is lost, errors are told beside the text, and it can be tried."""

import re

import pytest
from playwright.sync_api import expect

from assistant_api.api.examples import examples
from coaching.authoring import new_text
from coaching.paths import ROOT
from tests.e2e.axe import violations

pytestmark = pytest.mark.e2e

GOOD = (ROOT / "training_data" / "scenarios" / "late_parcel.yml").read_text("utf-8")
TITLE = "A late parcel, needed for a birthday"


@pytest.fixture
def own(tmp_path, catalogue, monkeypatch):
    folder = tmp_path / "own"
    folder.mkdir()
    monkeypatch.setattr(catalogue.library, "own", folder)
    return folder


@pytest.fixture
def mine(own):
    """A good scenario of one's own."""
    (own / "mine.yml").write_text(GOOD.replace(TITLE, "Mine"), "utf-8")
    return own / "mine.yml"


@pytest.fixture
def editor(page, site, mine):
    page.goto(f"{site}/scenarios/mine")
    expect(page.locator("#text")).to_be_enabled()
    return page


def replace(page, old, new):
    """Type over the first place where the text stands."""
    page.evaluate(
        """([old, text]) => {
            const area = document.getElementById("text");
            const at = area.value.indexOf(old);
            area.focus();
            area.setSelectionRange(at, at + old.length);
            document.execCommand("insertText", false, text);
        }""",
        [old, new],
    )


def test_a_blank_one_is_begun_saved_as_a_draft_and_told_what_is_left(page, site, own):
    page.goto(f"{site}/scenarios")
    expect(page.get_by_text("None yet.")).to_be_visible()
    page.get_by_role("link", name="New scenario").click()
    page.get_by_label("Name of the file").fill("Bad Name")
    page.get_by_role("button", name="Create").click()
    expect(page.get_by_text("Expected small letters")).to_be_visible()
    page.get_by_label("Name of the file").fill("lamp")
    page.get_by_role("button", name="Create").click()
    expect(page).to_have_url(f"{site}/scenarios/lamp")
    expect(page.locator("#state")).to_have_text("Draft")
    expect(page.locator("#check-sum")).to_contain_text("No errors")
    assert (own / "lamp.yml").read_text("utf-8") == new_text()
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_text("It is not published yet")).to_be_visible()


def test_errors_are_told_while_typing_and_a_click_jumps_to_the_line(editor):
    replace(editor, "channel: chat", "channel: pigeon")
    first = editor.locator(".remark-error button").first
    expect(first).to_contain_text("found channel: 'pigeon'; expected one of chat")
    expect(editor.locator(".number-error")).to_have_count(1)
    first.click()
    expect(editor.locator("#text")).to_be_focused()
    picked = "(area => area.value.slice(area.selectionStart, area.selectionEnd))(document.getElementById('text'))"
    assert editor.evaluate(picked) == "channel: pigeon"
    expect(editor.locator("#place")).to_have_text("Line 5")
    replace(editor, "channel: pigeon", "channel: email")
    expect(editor.locator("#check-sum")).to_contain_text("No errors")
    expect(editor.locator("#preview")).to_contain_text("(e-mail)")


def test_what_is_typed_outlives_the_page_and_saving_ends_that(editor, mine):
    replace(editor, "title: Mine", "title: My own title")
    expect(editor.locator("#saved")).to_contain_text("Not saved yet")
    editor.on("dialog", lambda dialog: dialog.accept())
    editor.reload()
    expect(editor.get_by_text("it is back")).to_be_visible()
    expect(editor.locator("#text")).to_have_value(re.compile("title: My own title"))
    editor.get_by_role("button", name="Go on with it").click()
    editor.keyboard.press("Control+s")
    expect(editor.locator("#saved")).to_have_text("Saved.")
    expect(editor.get_by_role("heading", level=1)).to_have_text("My own title")
    assert "My own title" in mine.read_text("utf-8")
    editor.reload()
    expect(editor.locator("#saved")).to_have_text("")


def test_a_person_who_leaves_with_unsaved_text_is_asked(editor):
    replace(editor, "title: Mine", "title: Other")
    asked = []
    editor.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    editor.get_by_role("link", name="Review").click()
    expect(editor.get_by_role("heading", level=1)).to_have_text("Review")
    assert asked == ["beforeunload"]


def test_a_file_changed_elsewhere_is_not_overwritten_and_both_can_be_had(editor, mine):
    replace(editor, "title: Mine", "title: From here")
    mine.write_text(GOOD.replace(TITLE, "From elsewhere"), "utf-8")
    editor.get_by_role("button", name="Save", exact=True).click()
    expect(editor.get_by_text("The file has changed on the disk")).to_be_visible()
    editor.get_by_text("Show the file as it is on the disk").click()
    expect(editor.locator(".other-text")).to_contain_text("title: From elsewhere")
    assert "From elsewhere" in mine.read_text("utf-8")
    editor.get_by_role("button", name="Save mine over it").click()
    expect(editor.locator("#saved")).to_have_text("Saved.")
    assert "From here" in mine.read_text("utf-8")


def test_publishing_and_taking_back(editor, mine):
    expect(editor.locator("#state")).to_have_text("Published")
    editor.get_by_role("button", name="Make it a draft again").click()
    expect(editor.locator("#state")).to_have_text("Draft")
    expect(editor.locator("#saved")).to_have_text("Saved.")
    assert mine.read_text("utf-8").startswith("draft: true\n")
    editor.get_by_role("button", name="Publish").click()
    expect(editor.locator("#state")).to_have_text("Published")
    expect(editor.locator("#saved")).to_have_text("Saved.")
    assert "draft:" not in mine.read_text("utf-8")


def test_it_is_deleted_and_restored(editor, mine):
    editor.get_by_role("button", name="Delete").click()
    expect(editor.get_by_text("mine is deleted.")).to_be_visible()
    assert not mine.exists()
    editor.get_by_role("button", name="Restore mine").click()
    expect(editor.get_by_text("mine is back.")).to_be_visible()
    expect(editor.locator("#yours").get_by_role("link", name="Mine")).to_be_visible()
    assert mine.exists()


def test_trying_saves_and_begins_a_session(editor, mine):
    replace(editor, "title: Mine", "title: Tried")
    editor.get_by_role("button", name="Try it").click()
    expect(editor).to_have_url(re.compile(r"/practice/[0-9a-f-]{36}$"))
    assert "title: Tried" in mine.read_text("utf-8")


def test_one_of_the_project_is_read_and_copied(page, site, own):
    page.goto(f"{site}/scenarios/late_parcel")
    expect(page.locator("#state")).to_have_text("With the program, read only")
    expect(page.locator("#text")).to_have_attribute("readonly", "")
    expect(page.get_by_role("button", name="Save")).to_be_hidden()
    page.get_by_role("link", name="Copy to edit").click()
    page.get_by_role("button", name="Create").click()
    expect(page).to_have_url(f"{site}/scenarios/late_parcel_2")
    expect(page.locator("#state")).to_have_text("Draft")
    assert TITLE in (own / "late_parcel_2.yml").read_text("utf-8")


def test_a_transcript_becomes_a_draft_and_what_was_taken_out_is_told(page, site, own):
    draft = examples()["draft_scenario"]["answer"]
    page.route("**/scenario-drafts/from-transcript", lambda route: route.fulfill(json=draft))
    page.goto(f"{site}/scenarios/new")
    page.get_by_label("Name of the file").fill("lamp")
    page.get_by_label("A transcript").check()
    page.get_by_label("Transcript", exact=True).fill("Customer: Where is my lamp?\nAgent: I am sorry.")
    page.get_by_role("button", name="Create").click()
    expect(page).to_have_url(f"{site}/scenarios/lamp")
    expect(page.locator("#notice")).to_contain_text("Personal data taken out: phone 1")
    assert (own / "lamp.yml").read_text("utf-8") == draft["text"]


def test_a_transcript_that_cannot_be_read_stays_in_the_form(page, site, own):
    page.goto(f"{site}/scenarios/new")
    page.get_by_label("Name of the file").fill("lamp")
    page.get_by_label("A transcript").check()
    page.get_by_label("Transcript", exact=True).fill("Customer: Where is my lamp?\nAgent: I am sorry.")
    page.get_by_role("button", name="Create").click()
    expect(page.get_by_text("The recogniser is not trained", exact=True)).to_be_visible()
    expect(page.get_by_label("Transcript", exact=True)).to_have_value(re.compile("Where is my lamp"))


def test_one_that_is_not_there_is_told(page, site, own):
    answer = page.goto(f"{site}/scenarios/nothing")
    assert answer.status == 404
    expect(page.get_by_role("heading", name="There is no page here")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_are_fit_for_all(open_page, site, mine, scheme):
    (mine.parent / "broken.yml").write_text("title: [", "utf-8")
    (mine.parent / "open.yml").write_text(new_text(), "utf-8")
    page = open_page(viewport={"width": 320 if scheme == "dark" else 390, "height": 844}, color_scheme=scheme)
    for path, there in (
        ("/scenarios", "#theirs li"),
        ("/scenarios/new?copy=late_parcel", "#new"),
        ("/scenarios/open", ".remark"),
        ("/scenarios/mine", ".preview-part"),
    ):
        page.goto(site + path)
        expect(page.locator(there).first).to_be_visible()
        page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))")
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
