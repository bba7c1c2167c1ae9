import pytest

from coaching.errors import DataError
from coaching.hints import suggested_mode
from coaching.hints.wording import FILE, MODES, NEW, hint_wording
from coaching.moves import STEPS

WELL, BADLY = dict.fromkeys(STEPS, 1.0), dict.fromkeys(STEPS, 0.0)


@pytest.mark.parametrize(
    ("practised", "mode"),
    [
        ([], "live"),
        ([WELL, WELL], "live"),
        ([WELL] * 3, "off"),
        ([WELL] * 3 + [BADLY], "live"),
        ([{**WELL, "diagnose": 0.1}] * 3, "on_request"),
    ],
)
def test_hints_fade_with_success(practised, mode):
    assert suggested_mode(practised)[0] == mode
    assert ("new here" in suggested_mode(practised)[1]) is (not practised)


def test_every_mode_has_its_reason():
    assert set(hint_wording().modes) == {NEW, *MODES}
    assert all(reason.endswith(".") for reason in hint_wording().modes.values())


def test_an_error_in_the_file_names_its_line(tmp_path, monkeypatch):
    broken = tmp_path / "hints.yml"
    broken.write_text(FILE.read_text().replace("step: apologize\n    title: Take", "step: sorry\n    title: Take"))
    monkeypatch.setattr("coaching.hints.wording.FILE", broken)
    hint_wording.cache_clear()
    with pytest.raises(DataError, match=r"hints\.yml:\d+: "):
        hint_wording()
    hint_wording.cache_clear()
