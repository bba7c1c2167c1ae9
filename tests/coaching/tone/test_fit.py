import pytest

from coaching.channels import CHANNELS, channel_norms
from coaching.tone import channel_fit

PLAIN = "We sent the wrong one. The right one leaves today and is with you on Friday morning."
KNOTTY = (
    "Notwithstanding the considerable organisational difficulties, the responsible administrative department "
    "anticipates finalising the reimbursement."
)


def fit(labelled, channel, *pairs):
    draft, sentences = labelled(*pairs)
    return {one.name: one for one in channel_fit(draft, sentences, channel)}


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_plain_reply_of_fair_length_suits_every_channel(labelled, channel):
    pairs = [(PLAIN, "resolve")] * (1 if channel_norms()[channel].words_low < 15 else 2)
    assert {one.verdict for one in fit(labelled, channel, *pairs).values()} == {"good"}


def test_too_long_says_how_long_and_what_is_read(labelled):
    long = fit(labelled, "chat", *[(PLAIN, "resolve")] * 8)["length"]
    assert (long.verdict, long.value, long.low, long.high) == ("high", 136, 12, 80)
    assert long.message == "Long for a chat: 136 words, where 12 to 80 are read to the end."
    assert fit(labelled, "email", *[(PLAIN, "resolve")] * 8)["length"].verdict == "good"


def test_a_few_words_are_short_and_not_measured(labelled):
    found = fit(labelled, "email", ("Ok, done.", "resolve"))
    assert (found["length"].verdict, found["length"].value) == ("low", 2)
    assert found["reading_ease"].verdict == "good"
    assert found["reading_ease"].message == "Too short to say how easy it is to read."


def test_hard_words_and_long_sentences_are_told_apart(labelled):
    hard = fit(labelled, "chat", (KNOTTY, ""))["reading_ease"]
    assert hard.verdict == "low"
    assert "Everyday words" in hard.message
    long = fit(labelled, "phone", (", and ".join(["we asked the warehouse about your delivery today"] * 4), ""))
    assert "35 words in a sentence on average, where 16 are enough" in long["reading_ease"].message


def test_naming_a_feeling_is_never_hard_to_read(labelled):
    plain = fit(labelled, "chat", (PLAIN, "resolve"))["reading_ease"]
    assert fit(labelled, "chat", (PLAIN, "resolve"), (KNOTTY, "empathize"))["reading_ease"] == plain


@pytest.mark.parametrize(
    ("channel", "verdict"), [("chat", "good"), ("social", "high"), ("email", "good"), ("phone", "good")]
)
def test_the_dose_of_apologies_depends_on_the_channel(labelled, channel, verdict):
    twice = fit(labelled, channel, ("I'm sorry it broke.", "apologize"), ("I apologise for the wait.", "apologize"))
    assert twice["apologies"].verdict == verdict
    assert twice["apologies"].value == 2


def test_sorry_again_and_again_in_one_sentence_is_counted(labelled):
    pile = fit(labelled, "chat", ("Sorry, sorry, I'm so sorry it broke.", "apologize"))["apologies"]
    assert (pile.verdict, pile.value) == ("high", 3)
    assert pile.message.startswith("Sorry is said 3 times; 2 is enough for a chat.")


def test_sorry_that_is_no_apology_is_not_counted(labelled):
    none = fit(labelled, "chat", ("Sorry, which colour was it?", "inquire"))["apologies"]
    assert (none.value, none.message) == (0, "No apology here.")
