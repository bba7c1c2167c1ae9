"""``coach scenario play``: a script, and a person at the keyboard."""

import io
import json

import pytest
from scripts import message

from coaching.cli.main import main
from coaching.customer import Customer

SCRIPT = "So the parcel was promised for Tuesday?\n\nThere is nothing I can do.\n"


class Stub:
    """Labels by the first word: enough to play a script."""

    @classmethod
    def load(cls):
        return cls()

    def recognise(self, text, customer=""):
        assert customer, "the customer's last message goes with every turn"
        return message(({"So": "hear", "There": "dismiss", "Stop": "hostile"}.get(text.split()[0], ""), text))


@pytest.fixture
def play(monkeypatch, tmp_path, capsys, customer):
    monkeypatch.setattr("coaching.cli.scenario_play.Reader", Stub)
    monkeypatch.setattr(Customer, "load", lambda: customer)

    def play(*arguments, script=SCRIPT):
        path = tmp_path / "script.txt"
        path.write_bytes(script if isinstance(script, bytes) else script.encode())
        status = main(["scenario", "play", *arguments, "--script", str(path)])
        return status, *capsys.readouterr()

    return play


def test_a_script_is_played_with_the_mood_after_each_turn(play):
    status, out, _ = play("late_parcel", "--persona", "ironic", "--seed", "3")
    assert status == 0
    assert out.count("Agent     ") == 2
    assert out.count("[") == 3
    assert "anger 0." in out and "satisfaction 0." in out
    assert "the customer is still there" in out


def test_the_same_seed_prints_the_same_and_another_does_not(play):
    assert play("hotel_room", "--seed", "1") == play("hotel_room", "--seed", "1")
    assert play("hotel_room", "--seed", "1") != play("hotel_room", "--seed", "2")


def test_json_is_one_document_with_the_ledger(play):
    _, out, _ = play("double_charge", "--json")
    told = json.loads(out)
    assert told["scenario"] == "double_charge"
    assert [turn["turn"] for turn in told["turns"]] == [1, 2]
    assert {change["rule"] for change in told["turns"][1]["changes"]} >= {"dismiss"}
    assert told["turns"][1]["mood"]["anger"] > told["turns"][0]["mood"]["anger"]
    assert told["ending"] is None and told["not_played"] == []


def test_what_comes_after_an_ending_is_not_played_and_is_told(play):
    script = "".join(f"Stop whining, number {number}.\n" for number in range(8))
    told = json.loads(play("late_parcel", "--json", script=script)[1])
    assert told["ending"]["kind"] == "walks_off"
    assert len(told["turns"]) + len(told["not_played"]) == 8
    assert told["not_played"][-1] == "Stop whining, number 7."
    assert "Not played" in play("late_parcel", script=script)[1]


@pytest.mark.parametrize(
    ("arguments", "script", "says"),
    [
        (["lost_cat"], SCRIPT, "no scenario 'lost_cat'; there are: abandoned_payment, "),
        (["late_parcel", "--persona", "x"], SCRIPT, "no persona 'x'; there are: furious, anxious, formal, ironic"),
        (["late_parcel"], "\n  \n", "found no text; expected one agent turn a line"),
        (["late_parcel"], b"\xff\xfe", "not UTF-8"),
    ],
)
def test_what_cannot_be_played_is_told_with_status_2(play, arguments, script, says):
    status, out, error = play(*arguments, script=script)
    assert (status, out) == (2, "")
    assert says in error


def test_a_script_that_is_not_there_is_told(capsys, tmp_path):
    assert main(["scenario", "play", "late_parcel", "--script", str(tmp_path / "none.txt")]) == 2
    assert "cannot read" in capsys.readouterr().err


def test_a_script_comes_from_standard_input(monkeypatch, capsys, customer):
    monkeypatch.setattr("coaching.cli.scenario_play.Reader", Stub)
    monkeypatch.setattr(Customer, "load", lambda: customer)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(SCRIPT.encode())))
    assert main(["scenario", "play", "late_parcel", "--script", "-"]) == 0
    assert "There is nothing I can do." in capsys.readouterr().out


@pytest.fixture
def type_in(monkeypatch, capsys, customer):
    monkeypatch.setattr("coaching.cli.scenario_play.Reader", Stub)
    monkeypatch.setattr(Customer, "load", lambda: customer)

    def type_in(*lines, arguments=()):
        typed = iter(lines)

        def ask(prompt):
            try:
                return next(typed)
            except StopIteration:
                raise EOFError from None

        monkeypatch.setattr("builtins.input", ask)
        assert main(["scenario", "play", "late_parcel", *arguments]) == 0
        return capsys.readouterr().out

    return type_in


def test_a_person_sees_card_mood_and_ledger_and_a_score_at_the_end(type_in):
    out = type_in("So the parcel was promised for Tuesday?", "There is nothing I can do.", "/quit")
    assert "You may offer:" in out and "Maya Kapoor" in out
    assert out.count("[") >= 3
    assert "“There is nothing I can do.”" in out and " dismiss" in out
    assert "(agent_closes)" in out
    assert "Score " in out and "not found" in out


def test_a_turn_can_be_taken_back(type_in):
    out = type_in("/undo", "Stop whining.", "/undo", "/nonsense", "", "/card", "/quit")
    assert "There is nothing to take back." in out and "Taken back." in out
    assert out.count("/undo takes") == 2
    assert "Score" not in out


def test_the_end_of_the_input_ends_the_conversation(type_in):
    assert "(agent_closes)" in type_in("So the parcel was promised for Tuesday?")


def test_a_customer_who_leaves_ends_it(type_in):
    assert "(walks_off)" in type_in(*(f"Stop whining, number {number}." for number in range(12)))


def test_the_level_is_ones_own_choice(play):
    told = [json.loads(play("late_parcel", "--json", "--level", level)[1]) for level in ("1", "5")]
    assert [one["level"] for one in told] == [1, 5]
    assert isinstance(told[0]["score"], int)


def test_json_takes_a_script(capsys):
    assert main(["scenario", "play", "late_parcel", "--json"]) == 2
    assert "expected --script FILE" in capsys.readouterr().err


@pytest.mark.model
def test_with_the_trained_recogniser_a_good_reply_calms_and_a_bad_one_does_not(tmp_path, capsys):
    angers = []
    for line in (
        "I'm sorry that the parcel we promised for Tuesday still isn't there for your daughter's birthday.",
        "There is nothing we can do, you should have ordered earlier.",
    ):
        (tmp_path / "script.txt").write_text(line)
        assert main(["scenario", "play", "late_parcel", "--script", str(tmp_path / "script.txt"), "--json"]) == 0
        told = json.loads(capsys.readouterr().out)
        angers.append(told["turns"][0]["mood"]["anger"] - told["opening"]["mood"]["anger"])
    assert angers[0] < 0 < angers[1]
