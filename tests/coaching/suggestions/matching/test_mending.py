"""Other words in a sentence, and what stands around them."""

import pytest

from coaching.suggestions.matching.mending import mended


@pytest.mark.parametrize(
    ("sentence", "old", "new", "reads"),
    [
        ("Please be advised that your parcel is late.", "Please be advised that", "", "Your parcel is late."),
        ("Please be advised, your parcel is late.", "Please be advised", "", "Your parcel is late."),
        ("Hi Anna, please be advised that it is late.", "please be advised that", "", "Hi Anna, it is late."),
        ("It is, at this point in time, late.", "at this point in time", "", "It is late."),
        ("It is late at this point in time.", "at this point in time", "", "It is late."),
        ("It is late, at this point in time.", "at this point in time", "", "It is late."),
        ("It is late at this point in time, sorry.", "at this point in time", "now", "It is late now, sorry."),
        ("If it breaks, kindly, call us.", "kindly", "", "If it breaks call us."),
        ("It is late kindly", "kindly", "", "It is late"),
        ("Kindly", "Kindly", "", ""),
        ("Unfortunately, iPhones are late.", "Unfortunately", "", "IPhones are late."),
        ("Utilise the form.", "Utilise", "use", "Use the form."),
        ("We utilise the form.", "utilise", "use", "We use the form."),
        ("Utilise it.", "Utilise it", "[what to do]", "[what to do]."),
        ("It is a considerable delay.", "considerable", "enormous", "It is an enormous delay."),
        ("It is a considerable amount.", "considerable", "", "It is an amount."),
        ("It is an unusual user.", "unusual", "", "It is a user."),
        ("It took an hour.", "hour", "one-hour call", "It took a one-hour call."),
        ("It took a long hour.", "long", "", "It took an hour."),
        ("Send a text.", "text", "SMS", "Send an SMS."),
        ("A voucher comes.", "voucher", "offer", "An offer comes."),
        ("We pay a sum of money.", "sum of money", "8% share", "We pay an 8% share."),
        ("We pay what is owed.", "what is owed", "a honest price", "We pay an honest price."),
        ("I am sorry, but we cannot.", ", but we cannot", ". While we cannot, I can [offer]",
         "I am sorry. While we cannot, I can [offer]."),
        ("I am sorry , but no.", ", but no", ". Here is more", "I am sorry. Here is more."),
        ("We are sorry for the delay!", "for the delay", "that it is late.", "We are sorry that it is late!"),
        ("It is late (as per our records).", "as per our records", "in our records", "It is late (in our records)."),
        ("Sorry,but you signed.", ",but you signed", "and I will mend it", "Sorry and I will mend it."),
        ("It is late, obviously, and sad.", "obviously,", "of course,", "It is late, of course, and sad."),
        ("😀 Kindly wait.", "Kindly wait", "please wait", "😀 Please wait."),
    ],
)  # fmt: skip
def test_a_replacement_reads_well_with_what_stands_around_it(sentence, old, new, reads):
    start = sentence.index(old)
    assert mended(sentence, start, start + len(old), new).apply(sentence) == reads


def test_an_edit_reaches_no_further_than_it_must():
    sentence = "Your parcel is late at this point in time, and I am sorry."
    start = sentence.index("at this")
    edit = mended(sentence, start, start + len("at this point in time"), "now")
    assert edit == (start, start + len("at this point in time"), "now")
