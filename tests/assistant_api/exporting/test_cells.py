"""What becomes of cells that a spreadsheet might run, and of names for files."""

import csv
import io

import pytest

from assistant_api.exporting.cells import disarmed
from assistant_api.exporting.names import file_name
from assistant_api.exporting.sheets import as_csv, as_xlsx
from assistant_api.exporting.tables import Sheet

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=cmd|' /C calc'!A0", '=HYPERLINK("http://x")']
PLAIN = ["I am sorry.", "a=b", "3-4", "", "'quoted", "“=”"]


@pytest.mark.parametrize("text", FORMULAS)
def test_what_begins_like_a_formula_is_text(text, read_workbook):
    assert disarmed(text) == f"'{text}"
    sheet = Sheet("sessions", ("a",), [[text]])
    rows = list(csv.reader(io.StringIO(as_csv(sheet).decode("utf-8-sig"), newline="")))
    assert rows == [["a"], [f"'{text}"]]
    kind, value = read_workbook(as_xlsx(sheet))["sessions"][1][0]
    assert kind == "s" and value.startswith("'")


@pytest.mark.parametrize("text", PLAIN)
def test_other_text_stays_as_it_is(text):
    assert disarmed(text) == text


def test_numbers_stay_numbers(read_workbook):
    sheet = Sheet("sessions", ("a", "b", "c"), [[-3, True, None]])
    assert as_csv(sheet) == "\ufeffa,b,c\r\n-3,true,\r\n".encode()
    assert read_workbook(as_xlsx(sheet))["sessions"][1] == [("n", "-3"), ("b", "1")]


def test_the_same_rows_make_the_same_bytes():
    sheet = Sheet("sessions", ("a",), [["x"]])
    assert as_xlsx(sheet) == as_xlsx(sheet)


def test_a_cell_holds_what_fits_and_what_xml_has(read_workbook):
    sheet = Sheet("sessions", ("a",), [["x" * 40_000], ["a\x00\x0bb\ufffe"]])
    _, long, short = read_workbook(as_xlsx(sheet))["sessions"]
    assert len(long[0][1]) == 32_767 and short == [("s", "ab")]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("The late parcel", "heard-session-the-late-parcel.csv"),
        ('../../etc/passwd\r\nX: y"; x=', "heard-session-etc-passwd-x-y-x.csv"),
        ("Füße café", "heard-session-fusse-cafe.csv"),
        ("日本", "heard-session.csv"),
        ("x" * 300, f"heard-session-{'x' * 60}.csv"),
    ],
)
def test_file_names_are_plain(title, name):
    assert file_name("session", title, "csv") == name
