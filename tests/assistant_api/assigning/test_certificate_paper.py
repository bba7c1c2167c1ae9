"""What a certificate's page holds, whatever somebody is called."""

from datetime import datetime, timezone

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from assistant_api.assigning.certificate import certificate_pdf
from assistant_api.store.certificates import Certificate

LONG = "Wilhelmine-Charlotte Freifrau von Hohenlohe-Schillingsfürst zu Größenwörth und Übelbach"


def certificate(person_id="ann", name="Ann Łee", title="Stay calm"):
    about = {"assignment_id": "one", "scenario_id": "late_parcel", "level": 3, "pass_mark": 60, "session_id": "two"}
    result = {
        "scenario_title": None,
        "rubric": "2.0",
        "score": 96,
        "passed_at": datetime(2026, 11, 6, tzinfo=timezone.utc),
    }
    return Certificate(code="AAAA-BBBB-CCCC", title=title, person_id=person_id, person_name=name, **about, **result)


@pytest.fixture
def lines(monkeypatch):
    """What was drawn: words, width, and height above the page's foot."""
    told, draw = [], Canvas.drawString

    def spy(self, x, y, text, **options):
        told.append((text, pdfmetrics.stringWidth(text, self._fontname, self._fontsize), y))
        draw(self, x, y, text, **options)

    monkeypatch.setattr(Canvas, "drawString", spy)
    return told


@pytest.mark.parametrize(
    "name", ["Ann Łee", LONG, "Ελευθερία Παπαδοπούλου", "Святослав Преображенский-Ёлкин", "x" * 100]
)
@pytest.mark.parametrize("title", ["Stay calm", "Parcels that never came and what to say then " * 3])
def test_everything_fits_and_nothing_overlaps(lines, name, title):
    certificate_pdf(certificate(name=name, title=title.strip()), "A late parcel, needed for a birthday " * 3)
    assert max(width for _, width, _ in lines) <= 685
    heights = [height for _, _, height in lines]
    assert min(above - below for above, below in zip(heights, heights[1:], strict=False)) >= 10
    assert min(heights) > 50


@pytest.mark.parametrize("name", [LONG, "Святослав Всеволодович Преображенский-Ёлкин"])
def test_a_long_name_is_there_in_full(lines, name):
    certificate_pdf(certificate(name=name), "A late parcel")
    words = [text for text, _, _ in lines]
    told = words[words.index("This certifies that") + 1 : words.index("has passed")]
    assert len(told) <= 2 and "".join(told).replace(" ", "") == name.replace(" ", "")


def test_what_no_two_lines_hold_is_cut_short(lines):
    certificate_pdf(certificate(title="x" * 120), "A late parcel")
    assert [text for text, _, _ in lines if text.endswith("…")]


def test_who_never_gave_a_name_writes_it_by_hand(lines):
    certificate_pdf(certificate("owner", "You"), "A late parcel")
    words = [text for text, _, _ in lines]
    assert "You" not in words and words[words.index("has passed") - 1] in ("", "This certifies that")
    lines.clear()
    certificate_pdf(certificate("owner", "Ada"), "A late parcel")
    assert "Ada" in [text for text, _, _ in lines]
