"""Every file that is handed out of a store full of hostile text: nothing in it reckons, runs or leads anywhere."""

import csv
import io
import json
import re
import zipfile
import zlib
from xml.etree import ElementTree

import pytest
from full_store import ADA, OTHER, SESSION, TEAM, TOM
from hostile_store import IMPORTED
from hostile_text import RECKONED, SIGNS, shown_in
from walking import addresses_of

PARTS = {"session_id": [SESSION, OTHER, IMPORTED], "person_id": [ADA, TOM], "team_id": [TEAM], "code": ["HEARD-1"]}
FILES = {
    "csv": r"\.csv$",
    "xlsx": r"\.xlsx$",
    "pdf": r"\.pdf$",
    "json": r"/exports/.*\.json$|/people/<person_id>/export$|/drafts/kept$",
}
"""Which routes hand them out."""
ACTIONS = rb"/(JavaScript|JS|URI|Launch|AA|SubmitForm|ImportData|GoToR|GoToE|EmbeddedFiles?|RichMedia|Annots|XFA)\b"
"""Names of what a PDF does by itself or when it is clicked (ISO 32000-1, 12.6)."""


def files(everybody, form):
    """Each file of a kind that each role is given, at least one."""
    rules = [one for one in everybody["admin"].app.url_map.iter_rules() if re.search(FILES[form], one.rule)]
    paths = [path for rule in rules for path in addresses_of(rule, PARTS)]
    found = []
    for path in paths:
        for role, asking in everybody.items():
            answer = asking.client.get(path)
            assert answer.status_code in (200, 403, 404), (role, path, answer.text)
            if answer.status_code == 200:
                assert answer.headers["X-Content-Type-Options"] == "nosniff"
                if path.endswith(f".{form}"):
                    assert answer.headers["Content-Disposition"].startswith("attachment"), path
                found.append((f"{path} for {role}", answer))
    assert {name.split()[0] for name, _ in found} == set(paths)
    return found


def begins_a_formula(cell):
    return cell[:1] in SIGNS or cell.lstrip(" \n\u00a0\ufeff")[:1] in SIGNS


def test_no_cell_of_a_table_begins_a_formula(everybody):
    seen = set()
    for name, answer in files(everybody, "csv"):
        assert answer.mimetype == "text/csv"
        rows = list(csv.reader(io.StringIO(answer.data.decode("utf-8-sig"), newline="")))
        assert len({len(row) for row in rows}) == 1, name
        armed = [cell for row in rows for cell in row if begins_a_formula(cell) and not is_number(cell)]
        assert armed == [], name
        seen |= {one for row in rows for cell in row for one in shown_in(cell)}
    assert {"turns.sentences.text", "turns.reply.lines", "sessions.scenario_title", "people.name"} <= seen


def is_number(cell):
    return re.fullmatch(r"[+-]?\d+(\.\d+)?(e[+-]?\d+)?", cell) is not None


def test_no_workbook_has_a_formula_or_a_link(everybody):
    seen = set()
    for name, answer in files(everybody, "xlsx"):
        with zipfile.ZipFile(io.BytesIO(answer.data)) as book:
            assert [one for one in book.namelist() if re.search("vba|external|embed|macro|sheets/_rels", one)] == [], (
                name
            )
            for part in book.namelist():
                tree = ElementTree.fromstring(book.read(part))
                tags = {one.tag.rpartition("}")[2] for one in tree.iter()}
                assert not tags & {"f", "hyperlink", "oleObject"}, (name, part)
                if part.endswith("sharedStrings.xml"):
                    texts = ["".join(one.itertext()) for one in tree]
                    assert [one for one in texts if begins_a_formula(one)] == [], name
                    seen |= {one for text in texts for one in shown_in(text)}
    assert {"turns.sentences.text", "sessions.scenario_title", "people.name"} <= seen


def test_json_is_told_as_nothing_else(everybody):
    seen = set()
    for name, answer in files(everybody, "json"):
        assert answer.content_type == "application/json", name
        seen |= shown_in("\n".join(texts_of(json.loads(answer.data))))
    assert {"turns.text", "comments.text", "disputes.reason", "kept_drafts.draft", "tokens.name 0"} <= seen


def texts_of(value):
    if isinstance(value, dict):
        return [text for one in value.values() for text in texts_of(one)]
    if isinstance(value, list):
        return [text for one in value for text in texts_of(one)]
    return [value] if isinstance(value, str) else []


def test_paper_does_nothing(everybody):
    for name, answer in files(everybody, "pdf"):
        assert answer.mimetype == "application/pdf"
        assert answer.data.startswith(b"%PDF-"), name
        assert RECKONED.encode() not in answer.data
        for piece in pieces(answer.data):
            assert re.search(ACTIONS, piece) is None, (name, re.search(ACTIONS, piece))


def pieces(pdf):
    """What a PDF is made of: its objects without their streams, and the streams that hold objects."""
    streams = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
    yield streams.sub(b"", pdf)
    for found in re.finditer(rb"/ObjStm\b.*?stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        yield zlib.decompress(found[1])


@pytest.mark.parametrize(
    "part", [b"<</S /JavaScript /JS (x)>>", b"<</S /URI /URI (http://x)>>", b"<</Annots [1 0 R]>>"]
)
def test_a_paper_that_does_something_is_told_apart(part):
    assert any(re.search(ACTIONS, piece) for piece in pieces(b"%PDF-1.7\n" + part))
