"""What the wording of one rewrite hangs on: the customer's case, the channel, the voice."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from coaching.moves import MISTAKES
from coaching.rewriting.deeds import deeds
from coaching.rewriting.leadfile import leads
from coaching.rewriting.letter import Letter
from coaching.rewriting.rewrite import STYLES
from coaching.rewriting.situations import Told, in_person, told
from coaching.understanding import understand

_LONGEST_PROBLEM = 12
_OURS = re.compile(
    r"(?:we|our|nobody|nothing|you(?:'ve| have| were| had| got| still| never| didn't| don't| can't| cannot)|the"
    r"|your (?!\w*(?:baby|son|daughter|wife|husband|mum|mother|dad|father|kids?|children|friend|partner|boss)\b))\b",
    re.IGNORECASE,
)
"""How a clause begins that tells of something that befell them, rather than of their people or their doings."""
_CONTENT = {"calm", "pleased"}
_SHOWING = 0.25
"""A feeling of this strength shows that something went wrong."""
_TELLING = 5
"""Words of a sentence that tells something."""
_SELF = re.compile(r"\b(?:I|I['’](?:m|ve|ll|d)|i|im|ive|ill|me|my)\b")
_DISPUTED = re.compile(
    r"\bnot (?:actually |really )?(?:charged|an? (?:error|mistake|fault)|a scam|our (?:fault|mistake|error))"
    r"|\b(?:mistake|error|fault) (?:is|was|lies) (?:on|with|at) your|\bas (?:uploaded|ordered|described)\b"
    r"|\byou (?:ordered|chose|selected|booked|uploaded|entered|forgot|failed|did not|didn't)\b"
    r"|\bworking (?:as|correctly)\b|\bno (?:problem|fault|error)\b|\bshows? (?:that )?you\b",
    re.IGNORECASE,
)
"""Words with which a draft tells the matter otherwise than the customer."""


def _tells(customer: str) -> bool:
    """Whether a message tells something, rather than asks: a full sentence that is no question."""
    return any(len(one.split()) >= _TELLING and not one.endswith("?") for one in re.findall(r"[^.!?]+[.!?]*", customer))


@dataclass(frozen=True)
class Case:
    """What the wording hangs on.

    Attributes:
        told: What the customer went through.
        known: Whether there is a message of the customer's at all.
        asks: Whether they ask a question.
        complains: Whether something went wrong for them, as against a question.
        refused: Whether the draft refuses them something.
        poor: Whether the draft has a mistake of the codebook.
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
    asks: bool
    complains: bool
    refused: bool
    poor: bool
    feeling: str
    problem: str | None
    name: str | None
    channel: str
    team: bool
    style: str
    seed: str

    def choose(self, rule: str, wordings: Sequence[str]) -> str:
        """One of several wordings: the same one each time in the same case, another one in the next style."""
        if len(wordings) == 1:
            return wordings[0]
        first = hashlib.sha256(f"{rule}\n{self.seed}".encode()).digest()[0]
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
    understood = understand(in_person(customer))
    facts = understood.facts
    problem = facts.problem or ""
    fits = 0 < len(problem.split()) <= _LONGEST_PROBLEM and _OURS.match(problem) and not _DISPUTED.search(draft)
    emotion, heard = understood.emotion, told(customer)
    poor = any(set(one.labels) & set(MISTAKES) for one in letter.body)
    upset = emotion.name not in _CONTENT and emotion.strength >= _SHOWING
    return Case(
        told=heard,
        known=bool(customer.strip()),
        asks="?" in customer,
        refused=any(one.refused and one.word in leads().hoped_for for one in deeds(draft)),
        poor=poor,
        complains=upset or bool(heard.stakes or heard.troubles or facts.problem) or (poor and _tells(customer)),
        feeling=emotion.name,
        problem=problem if fits else None,
        name=facts.name,
        channel=channel,
        team=letter.team and not _SELF.search(draft),
        style=style,
        seed=hashlib.sha256(f"{customer}\n{draft}".encode("utf-8", "replace")).hexdigest(),
    )
