"""How the customer reads sentences beyond their labels: cue words, read from ``cues.yml``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from coaching.yamlfile import read

CUES_FILE = Path(__file__).with_name("cues.yml")


@dataclass(frozen=True)
class Cues:
    """Cue words, compared as stems.

    Attributes:
        invitation: Words that tell an invitation from a restatement.
        closing: Words that tell a farewell from a greeting.
        waiting: Words that ask the customer to wait.
        refusal: Words that say no to something.
        checking: Words that ask whether something was understood rightly, said word for word.
        agreement: Words that ask whether what was offered suits them, said word for word.
        committing: Words of somebody who does something or will do it, said word for word.
        telling: Words of a sentence that tells how things are or were; a bare offer has none of them.
        delivering: Words that hand over an answer by telling it, said word for word.
        your_turn: Words that ask what the customer has done or can do.
        up_to: Words that make of a sum the most there will be.
        cold: Words that hold something against them, defend the firm or put them off, said word for word.
        reciting: Words that tell what they were told before, said word for word.
        clearing: Words that say that it was none of their doing, said word for word.
        alarming: Words of news that frightens, said word for word.
        more: Words that ask whether anything is left, said word for word.
        dropping: Words that ask whether they give up what they came for, said word for word.
        definite: Words that say when something is done, said word for word.
        new_thing: Words that ask for something to be fetched or sent.
    """

    invitation: tuple[str, ...]
    closing: tuple[str, ...]
    waiting: tuple[str, ...]
    refusal: tuple[str, ...]
    checking: tuple[str, ...]
    agreement: tuple[str, ...]
    committing: tuple[str, ...]
    telling: tuple[str, ...]
    delivering: tuple[str, ...]
    your_turn: tuple[str, ...]
    up_to: tuple[str, ...]
    cold: tuple[str, ...]
    reciting: tuple[str, ...]
    clearing: tuple[str, ...]
    alarming: tuple[str, ...]
    more: tuple[str, ...]
    dropping: tuple[str, ...]
    definite: tuple[str, ...]
    new_thing: tuple[str, ...]


def load_cues(path: Path = CUES_FILE) -> Cues:
    """Read the cues.

    Raises:
        CoachError: The file cannot be read.
        DataError: Something in it is not as expected; names the line.
    """
    root = read(path)
    root.only("note", "source", *Cues.__dataclass_fields__)
    return Cues(**{name: root.at(name).texts() for name in Cues.__dataclass_fields__})
