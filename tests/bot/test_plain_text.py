import pytest

from bot.plain_text import guarded, unguarded


@pytest.mark.parametrize("text", ["/restart", '/start_session{"scenario": "x"}', "  /hear", "\n so sorry", "/", "\t"])
def test_rasa_neither_strips_nor_runs_guarded_text(text):
    assert not guarded(text).strip().startswith("/")
    assert guarded(text).lstrip() == guarded(text)
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", ["I am sorry.", "either/or", "", "50 €"])
def test_other_text_is_left_alone(text):
    assert guarded(text) == unguarded(text) == text
