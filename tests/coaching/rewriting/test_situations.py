import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.errors import DataError
from coaching.rewriting import situations
from coaching.rewriting.situations import in_person, situation_rules, told


def ids(message):
    heard = told(message)
    return {one.id for one in (*heard.stakes, *heard.troubles)}


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("My kettle stopped working and all I get is automatic replies.", {"broken", "robots"}),
        ("I'm overdrawn now because you charged me twice!", {"overdrawn", "double_charge"}),
        ("My parcel still hasn't arrived. I took a day off work.", {"not_arrived", "day_off"}),
        ("The dress is two sizes too small", {"too_small"}),
        ("My husband died in February and you wrote to him again.", {"bereaved", "letter_after_death"}),
        ("It's my mum's heart monitor and it has not come", {"health_of"}),
        ("Table arrived with a huge crack right across it", {"arrived_damaged"}),
        ("I've been on hold for 50 minutes", {"on_hold"}),
        ("You told me it was confirmed and now there is no place for us", {"misled", "place_gone"}),
        ("Thank you, the shoes fit and the courier was lovely.", set()),
        ("She thought someone had died when the lilies came", set()),
        ("Do you open at nine on Sunday?", set()),
    ],
)
def test_what_befell_them(message, expected):
    assert expected <= ids(message)
    assert expected or not ids(message)


def test_it_is_said_with_their_own_words():
    (trouble,) = told("My new toaster won't start, and that is all.").troubles[:1]
    assert trouble.that == ("that your new toaster let you down",)


def test_notes_of_a_call_are_read_as_if_the_customer_spoke():
    assert in_person("Caller: nobody came. Customer's sofa is late.") == "nobody came. my sofa is late."


@pytest.mark.parametrize("part", [0, 1])
def test_every_situation_can_be_said_in_each_way(part):
    for rule in situation_rules()[part]:
        assert rule.that and rule.short
        assert part == 1 or rule.say
        for text in (*rule.that, *rule.short):
            assert text.startswith(("that ", "for ", "about "))
            assert not text.endswith(".")
        for text in rule.say:
            assert text.endswith(".") and text[0] in "{" or text[0].isupper()


@given(st.text(max_size=200))
def test_no_message_leaves_a_place_open(message):
    heard = told(message)
    for one in (*heard.stakes, *heard.troubles):
        assert not any("{" in text.replace(message, "") for text in (*one.say, *one.that, *one.short))


def test_an_error_names_file_and_line(monkeypatch, tmp_path):
    path = tmp_path / "own.yml"
    head = "note: N\nsource: S\nwords: {a: b}\nstakes: []\ntroubles:\n"
    path.write_text(
        head + "  - {id: x, pattern: '(', that: [that it broke], short: [that it broke]}\n", encoding="utf-8"
    )
    monkeypatch.setattr(situations, "FILE", path)
    situation_rules.cache_clear()
    with pytest.raises(DataError, match=r"own\.yml:6: found pattern"):
        situation_rules()
    situation_rules.cache_clear()
