"""The people of the reviews, a reader of workbooks, and a spy on what gets onto paper."""

import importlib.util
import io
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from assistant_api.exporting.paper import Paper

_CAST = importlib.util.spec_from_file_location(
    "review_cast", Path(__file__).resolve().parents[1] / "review" / "conftest.py"
)
_review = importlib.util.module_from_spec(_CAST)
_CAST.loader.exec_module(_review)
cast, ended = _review.cast, _review.ended

_NS = {"x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def workbook(data):
    """By sheet the rows, each cell as (kind, text): ``s`` text, ``n`` number, ``b`` switch; formulas fail."""
    with zipfile.ZipFile(io.BytesIO(data)) as held:
        names = held.namelist()
        shared = ElementTree.fromstring(held.read("xl/sharedStrings.xml")) if "xl/sharedStrings.xml" in names else []
        texts = ["".join(one.itertext()) for one in shared]
        book = ElementTree.fromstring(held.read("xl/workbook.xml"))
        found = {}
        for number, sheet in enumerate(book.find("x:sheets", _NS), 1):
            page = ElementTree.fromstring(held.read(f"xl/worksheets/sheet{number}.xml"))
            assert page.find(".//x:f", _NS) is None
            found[sheet.get("name")] = [[_cell(cell, texts) for cell in row] for row in page.find("x:sheetData", _NS)]
    return found


def _cell(cell, texts):
    value, kind = cell.findtext("x:v", None, _NS), cell.get("t", "n")
    return kind, texts[int(value)] if kind == "s" else value


@pytest.fixture
def read_workbook():
    return workbook


@pytest.fixture
def on_paper(monkeypatch):
    """Everything that was put on paper since the list was last cleared."""
    told, printable = [], Paper.printable

    def spy(self, text):
        told.append(printable(self, text))
        return told[-1]

    monkeypatch.setattr(Paper, "printable", spy)
    return told
