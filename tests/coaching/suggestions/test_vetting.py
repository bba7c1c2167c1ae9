from coaching.suggestions.reading import Reader
from coaching.suggestions.vetting import Vetting


class Counted:
    """A recogniser that counts how often it is asked."""

    def __init__(self, told):
        self.told, self.version, self.asked = told, told.version, []

    def recognise(self, text, customer=""):
        self.asked.append((text, customer))
        return self.told.recognise(text, customer)

    def label(self, rows):
        return self.told.label(rows)


SORRY, MEND = "I am sorry that we lost it.", "I have refunded you; there were two labels."


def test_what_is_read_together_is_what_is_read_alone(told):
    alone, together = Counted(told), Counted(told)
    vetting = Vetting(Reader(together))
    vetting.read_ahead([SORRY, MEND, SORRY], "Hello")
    assert len(together.asked) == 1
    for text in (SORRY, MEND):
        assert vetting.moves(text, "Hello") == Vetting(Reader(alone)).moves(text, "Hello")
    assert vetting.moves(SORRY, "Hello") == {"apologize"} and vetting.moves(MEND, "Hello") == {"resolve", "diagnose"}
    assert len(together.asked) == 1


def test_each_customer_is_another_reading(told):
    recogniser = Counted(told)
    vetting = Vetting(Reader(recogniser))
    for customer in ("Hello", "Hi", "Hello"):
        vetting.of(customer).moves(SORRY)
    vetting.of("Hi").read_ahead([SORRY])
    assert [customer for _, customer in recogniser.asked] == ["Hello", "Hi"]


def test_only_so_many_are_remembered(told, monkeypatch):
    monkeypatch.setattr("coaching.suggestions.vetting._REMEMBERED", 2)
    recogniser = Counted(told)
    vetting = Vetting(Reader(recogniser))
    for text in ("one", "two", "one", "three", "one", "two"):
        vetting.moves(text, "")
    assert [text for text, _ in recogniser.asked] == ["one", "two", "three", "two"]
