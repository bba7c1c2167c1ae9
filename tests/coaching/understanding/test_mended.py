import pytest

from coaching.understanding.mended import mend


@pytest.mark.parametrize(
    ("message", "mended"),
    [
        ("ur driver dont care", "your driver don't care"),
        ("I’m so angry", "I'm so angry"),
        ("I WANT MY MONEY BACK", "I want my money back"),
        ("the NHS and my SIM", "the NHS and my SIM"),
        ("pleeease, I am soooo tired", "please, I am so tired"),
        ("its been two weeks", "it's been two weeks"),
        ("its screen is cracked", "its screen is cracked"),
        ("id like a refund, order id 4711", "I'd like a refund, order id 4711"),
        ("my refudn has not arived", "my refund has not arrived"),
        ("one  two\n\n\n\nthree", "one two\n\nthree"),
        ("www.example.com", "www.example.com"),
        ("", ""),
    ],
)
def test_chat_spelling_is_written_out(message, mended):
    assert mend(message).text == mended


@pytest.mark.parametrize("message", ["ur   driver dont  care", "PLEEEASE help me", "İİ ur ß", "its\n\nbeen"])
def test_every_mended_letter_knows_where_it_comes_from(message):
    mended = mend(message)
    assert len(mended.starts) == len(mended.ends) == len(mended.text)
    for number in range(len(mended.text)):
        assert 0 <= mended.starts[number] < mended.ends[number] <= len(message)


def test_mended_words_are_placed_in_the_customers_own():
    mended = mend("and   ur driver dont care")
    start = mended.text.index("your")
    place = mended.place(start, start + len("your driver don't"))
    assert mended.original[slice(*place)] == "ur driver dont"
    assert mended.words(*place) == "your driver don't"
