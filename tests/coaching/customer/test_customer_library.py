"""Scenarios of the project and of one's own: seen as soon as a file changes, and never in each other's way."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from coaching.customer import Customer
from coaching.customer.library import Library, missing
from coaching.errors import CoachError
from coaching.paths import ROOT

PROJECT = ROOT / "training_data" / "scenarios"
TEXT = (PROJECT / "late_parcel.yml").read_text("utf-8")


@pytest.fixture
def own(tmp_path):
    folder = tmp_path / "own"
    folder.mkdir()
    return folder


@pytest.fixture
def library(own):
    return Library(PROJECT, own)


def write(path: Path, text: str) -> None:
    """In one step, as an editor does, with a time of its own."""
    new = path.with_suffix(".new")
    new.write_text(text, "utf-8")
    os.utime(new, ns=(write.clock, write.clock))
    write.clock += 1_000_000
    new.replace(path)


write.clock = 1_700_000_000_000_000_000


def test_a_file_of_ones_own_is_there_at_once_changes_and_goes(library, own):
    assert "mine" not in library
    write(own / "mine.yml", TEXT)
    assert library["mine"].title == library["late_parcel"].title
    assert library.is_own("mine") and not library.is_own("late_parcel")
    write(own / "mine.yml", TEXT.replace("title: A late parcel, needed for a birthday", "title: Mine", 1))
    assert library["mine"].title == "Mine"
    (own / "mine.yml").unlink()
    assert "mine" not in library


def test_two_libraries_see_the_same_file(own):
    one, other = Library(PROJECT, own), Library(PROJECT, own)
    write(own / "mine.yml", TEXT)
    assert one["mine"] == other["mine"]


def test_a_broken_file_of_ones_own_is_left_out_and_its_error_kept(library, own):
    write(own / "mine.yml", TEXT.replace("channel: chat", "channel: pigeon", 1))
    assert "mine" not in library and "late_parcel" in library
    assert "mine.yml:5: found channel: 'pigeon'; expected one of chat" in str(library.errors["mine"])
    assert "mine.yml:5" in str(missing("scenario", "mine", library))
    assert str(own) not in str(library.errors["mine"])
    write(own / "mine.yml", TEXT)
    assert "mine" in library and library.errors == {}


@pytest.mark.parametrize("text", ["[" * 100_000, "a: &b [1]\nc: *b\n", "\x00", "- " * 50_000, "", "caf\udce9"])
def test_a_file_made_to_choke_its_reader_is_an_error_like_any_other(library, own, text):
    (own / "mine.yml").write_bytes(text.encode("utf-8", "surrogateescape"))
    assert "mine" not in library
    assert "mine" in library.errors


@pytest.mark.parametrize("name", ["late_parcel", "Mine", "my-own", "x" * 65])
def test_names_that_are_taken_or_odd_are_told(library, own, name):
    write(own / f"{name}.yml", TEXT)
    assert name in library.errors
    assert len(library) == len(list(PROJECT.glob("*.yml")))


def test_a_broken_file_of_the_project_stops_the_start_and_later_stays_as_it_was(tmp_path):
    write(tmp_path / "one.yml", TEXT)
    library = Library(tmp_path, tmp_path / "none")
    write(tmp_path / "one.yml", "title: [")
    assert library["one"].persona == "furious"
    assert "one" in library.errors
    with pytest.raises(CoachError, match=r"one\.yml"):
        Library(tmp_path, tmp_path / "none")


def test_no_scenario_at_all_is_told(tmp_path):
    with pytest.raises(CoachError, match="no scenario in"):
        Library(tmp_path, tmp_path / "none")


def test_what_is_not_there_is_told_with_what_is(library):
    assert str(missing("scenario", "nothing", library)).startswith("no scenario 'nothing'; there are: abandoned_")


def test_a_session_goes_on_with_a_changed_file_and_is_told_of_a_broken_or_deleted_one(library, own):
    customer = replace(Customer.load(), scenarios=library)
    write(own / "mine.yml", TEXT)
    state = customer.begin("mine").state
    facts = "facts:\n  other: {topic: the other, cues: [other], lines: [Another.]}\n"
    start, end = TEXT.index("\nfacts:\n") + 1, TEXT.index("\nwants:\n") + 1
    write(own / "mine.yml", TEXT[:start] + facts + TEXT[end:])
    state = customer.respond(state, ()).state
    write(own / "mine.yml", TEXT.replace("channel: chat", "channel: pigeon", 1))
    with pytest.raises(CoachError, match=r"the scenario 'mine' has an error: mine\.yml:5: found channel: 'pigeon'"):
        customer.respond(state, ())
    (own / "mine.yml").unlink()
    with pytest.raises(CoachError, match="no scenario 'mine'; there are: "):
        customer.respond(state, ())
    write(own / "mine.yml", TEXT)
    assert customer.respond(state, ()).lines
