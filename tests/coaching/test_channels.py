import pytest

from coaching.channels import CHANNELS, NORMS_FILE, channel_norms, load_norms
from coaching.errors import DataError


def test_every_channel_has_norms_in_order():
    norms = channel_norms()
    assert tuple(norms) == CHANNELS == ("chat", "email", "social", "phone")
    assert [one.title for one in norms.values()] == ["Chat", "E-mail", "Social media", "Phone note"]


def test_an_email_may_be_longer_than_a_chat_and_a_chat_than_a_post():
    longest = {channel: norms.words_high for channel, norms in channel_norms().items()}
    assert longest["email"] > longest["phone"] > longest["chat"] > longest["social"]


@pytest.mark.parametrize(
    ("old", "new", "found", "expected"),
    [
        ("  social:\n", "  sozial:\n", "'sozial'", "social"),
        ("words: {low: 12, high: 80}", "words: {low: 90, high: 80}", "high: 80", "from 91"),
        ("reading_ease: 50", "reading_ease: easy", "reading_ease: 'easy'", "a number from 0 to 100"),
    ],
)
def test_an_error_names_line_found_and_expected(tmp_path, old, new, found, expected):
    text = NORMS_FILE.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path = tmp_path / "channels.yml"
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        load_norms(path)
    assert caught.value.line == text[: text.index(old)].count("\n") + 1
    assert found in str(caught.value)
    assert expected in str(caught.value)
