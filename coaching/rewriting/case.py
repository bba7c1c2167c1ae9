"""What the wording of one rewrite hangs on: the customer's case, the channel, the voice."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from coaching.rewriting.letter import Letter
from coaching.rewriting.rewrite import STYLES
from coaching.rewriting.situations import Told, told
from coaching.understanding import understand

_LONGEST_PROBLEM = 12
_SELF = re.compile(r"\b(?:I|I['’](?:m|ve|ll|d)|i|im|ive|ill|me|my)\b")
_DISPUTED = re.compile(
    r"\bnot (?:actually |really )?(?:charged|an? (?:error|mistake|fault)|a scam|our (?:fault|mistake|error))"
    r"|\b(?:mistake|error|fault) (?:is|was|lies) (?:on|with|at) your|\bas (?:uploaded|ordered|described)\b"
    r"|\byou (?:ordered|chose|selected|booked|uploaded|entered|forgot|failed|did not|didn't)\b"
    r"|\bworking (?:as|correctly)\b|\bno (?:problem|fault|error)\b|\bshows? (?:that )?you\b",
    re.IGNORECASE,
)
"""Words with which a draft tells the matter otherwise than the customer."""


@dataclass(frozen=True)
class Case:
    """What the wording hangs on.

    Attributes:
        told: What the customer went through.
        known: Whether there is a message of the customer's at all.
        feeling: The name of their feeling (``coaching.understanding.EMOTIONS``).
        problem: A clause of theirs that may stand after "I'm sorry that", where the draft does not tell it otherwise.
        name: How they call themselves.
        channel: One of ``coaching.channels.CHANNELS``.
        team: Whether a team speaks ("we").
        style: One of ``STYLES``.
        seed: Tells one case from another.
    """

    told: Told
    known: bool
    feeling: str
    problem: str | None
    name: str | None
    channel: str
    team: bool
    style: str
    seed: str

    def choose(self, rule: str, wordings: Sequence[str]) -> str:
        """One of several wordings: the same one each time in the same case, another one in the next style."""
        first = hashlib.sha256(f"{rule}\n{self.seed}".encode("utf-8", "replace")).digest()[0]
        return wordings[(first + STYLES.index(self.style)) % len(wordings)]


def case_of(draft: str, customer: str, channel: str, letter: Letter, style: str) -> Case:
    """Put together what is known of a case.

    Args:
        draft: The draft.
        customer: The customer's message; may be empty.
        channel: One of ``CHANNELS``.
        letter: The draft's parts.
        style: One of ``STYLES``.
    """
    understood = understand(customer)
    facts = understood.facts
    fits = facts.problem is not None and len(facts.problem.split()) <= _LONGEST_PROBLEM
    return Case(
        told=told(customer),
        known=bool(customer.strip()),
        feeling=understood.emotion.name,
        problem=facts.problem if fits and not _DISPUTED.search(draft) else None,
        name=facts.name,
        channel=channel,
        team=letter.team and not _SELF.search(draft),
        style=style,
        seed=f"{customer}\n{draft}",
    )
