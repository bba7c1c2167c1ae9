"""The pages as the server sends them."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from assistant_api.web.pages import blueprint
from coaching.moves import MOVES

PAGES = {
    "/": "Home",
    "/practice": "Practice",
    "/practice/some-session": "Practice session",
    "/debrief/some-session": "Debrief",
    "/assist": "Assist",
    "/review": "Review",
    "/review/some-session": "Transcript",
    "/api": "API",
}
STATIC = sorted(Path(blueprint.static_folder).rglob("*.*"))


class Tags(HTMLParser):
    """Every start tag with its attributes, the text of scripts and styles, and the title."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.inline, self.title, self._inside = [], [], "", ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self._inside = tag

    def handle_endtag(self, tag):
        self._inside = ""

    def handle_data(self, data):
        if self._inside in ("script", "style") and data.strip():
            self.inline.append(data)
        if self._inside == "title":
            self.title += data


@pytest.fixture
def client(app):
    return app.test_client()


@pytest.fixture(params=PAGES)
def tags(request, client):
    answer = client.get(request.param)
    assert answer.status_code == 200
    return Tags(answer.text)


@pytest.mark.parametrize("path", PAGES)
def test_each_page_has_its_title_and_one_heading(path, client):
    answer = client.get(path)
    assert answer.content_type == "text/html; charset=utf-8"
    assert Tags(answer.text).title == f"{PAGES[path]} · HEARD Coach"
    assert len(re.findall(r"<h1\b", answer.text)) == 1


def test_no_page_holds_script_or_style_of_its_own(tags):
    assert tags.inline == []
    for tag, attributes in tags.tags:
        assert tag != "style"
        assert not [name for name in attributes if name == "style" or name.startswith("on")], (tag, attributes)


def test_every_address_on_a_page_is_ours_and_leads_somewhere(tags, client):
    addresses = {attributes.get(name) for _, attributes in tags.tags for name in ("href", "src")} - {None}
    for address in addresses:
        assert address.startswith(("/", "#")), address
        if address.startswith("/"):
            answer = client.get(address)
            assert answer.status_code == 200, address
            answer.close()


def test_every_label_points_to_a_field_and_every_reference_to_an_element(tags):
    ids = [attributes["id"] for _, attributes in tags.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    for _, attributes in tags.tags:
        for name in ("for", "aria-labelledby", "aria-describedby"):
            for target in (attributes.get(name) or "").split():
                # The ending brings its title with it.
                assert target in ids or target == "ending-title", (name, target)


def test_the_answer_forbids_what_the_pages_do_not_use(client):
    policy = client.get("/").headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize(
    ("path", "limits"),
    [("/practice/x", {"message": "4000"}), ("/assist", {"customer": "20000", "draft": "20000"})],
)
def test_the_boxes_take_as_much_as_the_api(path, limits, client):
    boxes = [attributes for _, attributes in Tags(client.get(path).text).tags if "maxlength" in attributes]
    assert {box["id"]: box["maxlength"] for box in boxes} == limits


@pytest.mark.parametrize("path", ["/practice/x", "/debrief/x", "/assist", "/review/x"])
def test_the_legend_has_every_move_of_the_codebook(path, client):
    text = client.get(path).text
    for move in MOVES:
        assert f'data-label="{move.label}" data-kind="{move.kind.value}"' in text
        assert move.title in text


def test_a_session_id_is_escaped(client):
    text = client.get("/practice/%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E").text
    assert "<script>alert" not in text


def test_an_unknown_address_has_a_page_of_its_own(client):
    answer = client.get("/no/such/page")
    assert answer.status_code == 404
    assert "There is no page here" in answer.text
    assert Tags(answer.text).inline == []


def test_a_fault_of_ours_has_a_page_that_tells_nothing_of_its_insides(app):
    @app.get("/fails")
    def fails():
        raise RuntimeError("the secret of the house")

    answer = app.test_client().get("/fails")
    assert answer.status_code == 500
    assert "Something went wrong on our side" in answer.text
    assert "secret" not in answer.text


@pytest.mark.parametrize("path", [path for path in STATIC if path.suffix == ".js"], ids=lambda path: path.name)
def test_modules_import_files_that_exist_and_only_make_text(path):
    source = path.read_text()
    for imported in re.findall(r'from "([^"]+)"', source):
        assert (path.parent / imported).resolve() in STATIC, imported
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(", source)


@pytest.mark.parametrize("path", [path for path in STATIC if path.suffix == ".css"], ids=lambda path: path.name)
def test_style_sheets_load_nothing_and_take_their_colours_from_the_tokens(path):
    source = path.read_text()
    assert "url(" not in source and "@import" not in source
    # The demo plays a page of somebody else's.
    if path.name not in ("tokens.css", "demo.css"):
        assert not re.search(r"#[0-9a-fA-F]{3,8}\b\s*[;,)]", source)
        used = set(re.findall(r"var\((--[a-z0-9-]+)[),]", source))
        defined = set().union(
            *(re.findall(r"(--[a-z0-9-]+):", each.read_text()) for each in STATIC if each.suffix == ".css")
        )
        # Set by lib/mood.js.
        assert used - defined <= {"--value"}
