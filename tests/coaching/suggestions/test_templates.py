import pytest

from coaching.errors import DataError
from coaching.suggestions.templates import TEMPLATES_FILE, read_steps


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("{order}", "{odrer}", "{odrer}"),
        ("unless: statement", "unless: statment", "unless: 'statment'"),
        ("  hear:\n", "  listen:\n", "'listen'"),
        ("unless: statement", "without: statement", "'without'"),
    ],
)
def test_an_error_names_line_and_what_was_found(tmp_path, old, new, found):
    text = TEMPLATES_FILE.read_text(encoding="utf-8")
    path = tmp_path / "templates.yml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        read_steps(path)
    assert caught.value.line == text[: text.index(old)].count("\n") + 1
    assert found in str(caught.value)


def test_a_step_needs_a_wording_for_a_message_that_tells_nothing(tmp_path):
    text = TEMPLATES_FILE.read_text(encoding="utf-8")
    kept = [line for line in text.splitlines() if "hear.open" not in line]
    path = tmp_path / "templates.yml"
    path.write_text("\n".join(kept), encoding="utf-8")
    with pytest.raises(DataError, match="at least one text without facts"):
        read_steps(path)
