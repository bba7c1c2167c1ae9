"""The wording of what a rewrite adds, from ``leads.yml``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from coaching.channels import CHANNELS
from coaching.rewriting.rewrite import APOLOGETIC, STYLES, WARMER
from coaching.yamlfile import read

FILE = Path(__file__).with_name("leads.yml")


@dataclass(frozen=True)
class Leads:
    """The file's wording.

    Attributes:
        feelings: A word for each feeling of ``coaching.understanding.EMOTIONS``.
        lead: For each style and kind of case the sentences in front.
        own: Sentences that own what happened.
        close: For the styles and channels that have one, the last line.
        grave: Situations that even the shorter style names.
        condolence: Situations in which a close would jar.
        tails: For each kind (refusal, excuse, shown) the words behind it.
        afraid: What softens a refusal from the front.
        hoped_for: Deeds of which a refusal disappoints.
        excuses, showings: How such sentences are known.
        lead_why, own_why, close_why, tails_why: Why each is added.
    """

    feelings: Mapping[str, str]
    lead: Mapping[str, Mapping[str, tuple[str, ...]]]
    own: tuple[str, ...]
    close: Mapping[str, Mapping[str, tuple[str, ...]]]
    grave: frozenset[str]
    condolence: frozenset[str]
    tails: Mapping[str, tuple[str, ...]]
    afraid: str
    hoped_for: frozenset[str]
    excuses: re.Pattern[str]
    showings: re.Pattern[str]
    lead_why: str
    own_why: str
    close_why: str
    tails_why: str


@lru_cache(maxsize=1)
def leads() -> Leads:
    """Read ``leads.yml``, once a process.

    Raises:
        DataError: The file is not as it should be; names the line.
    """
    root = read(FILE)
    root.only("note", "source", "feelings", "lead", "own", "close", "grave", "condolence", "tails")
    lead, close, tails = root.at("lead"), root.at("close"), root.at("tails")
    return Leads(
        feelings={name: node.text() for name, node in root.at("feelings").items()},
        lead={style: {kind: node.texts() for kind, node in lead.at(style).items()} for style in STYLES},
        own=root.at("own").at("say").texts(),
        close={
            style: {channel: close.at(style).at(channel).texts() for channel in CHANNELS}
            for style in (WARMER, APOLOGETIC)
        },
        grave=frozenset(root.at("grave").texts()),
        condolence=frozenset(root.at("condolence").texts()),
        tails={kind: tails.at(kind).texts() for kind in ("refusal", "excuse", "shown")},
        afraid=tails.at("afraid").text(),
        hoped_for=frozenset(tails.at("hoped_for").texts()),
        excuses=re.compile(tails.at("excuses").text(), re.IGNORECASE),
        showings=re.compile(tails.at("showings").text(), re.IGNORECASE),
        lead_why=lead.at("why").text(),
        own_why=root.at("own").at("why").text(),
        close_why=close.at("why").text(),
        tails_why=tails.at("why").text(),
    )
