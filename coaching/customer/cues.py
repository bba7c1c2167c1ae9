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
        wondering: Words of somebody who does not know yet, said word for word.
        checking: Words that ask whether something was understood rightly, said word for word.
        agreement: Words that ask whether what was offered suits them, said word for word.
        committing: Words of somebody who does something or will do it, said word for word.
        telling: Words of a sentence that tells how things are or were; a bare offer has none of them.
        your_turn: Words that ask what the customer has done or can do.
        up_to: Words that make of a sum the most there will be.
    """

    invitation: tuple[str, ...]
    closing: tuple[str, ...]
    waiting: tuple[str, ...]
    refusal: tuple[str, ...]
    wondering: tuple[str, ...]
    checking: tuple[str, ...]
    agreement: tuple[str, ...]
    committing: tuple[str, ...]
    telling: tuple[str, ...]
    your_turn: tuple[str, ...]
    up_to: tuple[str, ...]


def load_cues(path: Path = CUES_FILE) -> Cues:
    """Read the cues.

    Raises:
        CoachError: The file cannot be read.
        DataError: Something in it is not as expected; names the line.
    """
    root = read(path)
    root.only("note", "source", *Cues.__dataclass_fields__)
    return Cues(
        invitation=root.at("invitation").texts(),
        closing=root.at("closing").texts(),
        waiting=root.at("waiting").texts(),
        refusal=root.at("refusal").texts(),
        wondering=root.at("wondering").texts(),
        checking=root.at("checking").texts(),
        agreement=root.at("agreement").texts(),
        committing=root.at("committing").texts(),
        telling=root.at("telling").texts(),
        your_turn=root.at("your_turn").texts(),
        up_to=root.at("up_to").texts(),
    )
