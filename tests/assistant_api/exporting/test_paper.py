"""How exported papers are laid out: feet, headings, and the words of a cohort with one person, many, or nothing."""

import re

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from assistant_api.exporting.cohort_pdf import cohort_pdf
from assistant_api.exporting.paper import MARGIN, WIDTH, Paper


@pytest.fixture
def feet(monkeypatch):
    """By what draws it, what stands at the foot of each page."""
    drawn = {"drawString": [], "drawRightString": []}
    for name, told in drawn.items():
        own = getattr(Canvas, name)

        def spy(canvas, x, y, text, *more, own=own, told=told, **options):
            if y < MARGIN / 1.5:
                told.append(text)
            own(canvas, x, y, text, *more, **options)

        monkeypatch.setattr(Canvas, name, spy)
    return drawn


@pytest.fixture
def pages(monkeypatch):
    """By a paragraph's words, the page that it came to stand on."""
    found, draw = {}, Paragraph.draw

    def spy(self):
        found[self.text] = self.canv.getPageNumber()
        draw(self)

    monkeypatch.setattr(Paragraph, "draw", spy)
    return found


def paper(title="A late parcel", lines=0):
    made = Paper(title)
    for number in range(lines):
        made.text(f"Line {number}")
    return made


def test_each_page_says_what_it_belongs_to_and_which_it_is_of_how_many(feet):
    paper(lines=120).pdf()
    assert feet["drawRightString"] == ["1 of 3", "2 of 3", "3 of 3"]
    assert feet["drawString"] == ["HEARD Coach · A late parcel"] * 3


def test_a_long_title_leaves_room_for_the_number(feet):
    paper("Beschwerdemanagement Süd " * 20).pdf()
    assert feet["drawString"][0].endswith("…")
    assert pdfmetrics.stringWidth(feet["drawString"][0], "DejaVuSans", 7.5) <= WIDTH - 60


@pytest.mark.parametrize("lines", range(36, 60))
def test_no_heading_stands_alone_at_the_end_of_a_page(pages, lines):
    paper(lines=lines).heading("Sessions").table(
        [["Ended", "Who"], *[[f"row {one}", "Ann"] for one in range(90)]], (1, 1)
    ).pdf()
    assert pages["Sessions"] == pages["row 0"] <= 2


def test_a_name_of_two_parts_is_divided_at_its_hyphen():
    cell = paper().paragraph("von Hohenlohe-Schillingsfürst", size=7.5)
    cell.wrap(70, 500)
    assert [words for _, words in cell.blPara.lines] == [["von", "Hohenlohe-"], ["Schillingsfürst"]]


def test_one_persons_sessions_do_not_repeat_their_name(cast, ended, on_paper):
    for what, column in (("person/ann", False), ("team/north", True)):
        on_paper.clear()
        assert cast["ada"].get(f"/exports/{what}.pdf").status_code == 200
        assert ("Who" in on_paper) is column
        assert any(re.match(r"1 ended session on \d+ \w+ \d{4}(, average score \d+)?$", one) for one in on_paper)


def test_a_cohort_without_sessions_says_so(on_paper):
    assert cohort_pdf("North", [], alone=False).startswith(b"%PDF-")
    assert on_paper[:2] == ["North", "There are no ended sessions here yet, or none that fit the filters."]


def test_what_was_said_is_quoted_and_no_sentence_ends_twice(cast, ended, on_paper):
    assert cast["ann"].get(f"/exports/session/{ended}.pdf").status_code == 200
    told = on_paper[on_paper.index("Debrief") :]
    assert any(one.startswith("Turn ") for one in told)
    assert not [one for one in told if re.search(r"[.!?]”?\. ", one)]
