"""What a rewrite adds: the acknowledgement and apology in front, the close, a word behind a refusal."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coaching.rewriting.case import Case
from coaching.rewriting.leadfile import leads
from coaching.rewriting.rewrite import APOLOGETIC, SHORTER, WARMER
from coaching.rewriting.situations import Situation

_AS_TEAM = (
    (re.compile(r"\bI'm\b"), "we're"),
    (re.compile(r"\bI(?= (?:am|was)\b)"), "we"),
    (re.compile(r"\bwe am\b"), "we are"),
    (re.compile(r"\bI\b"), "we"),
    (re.compile(r"\b(tell|with) me\b"), r"\1 us"),
    (re.compile(r"(?:^|(?<=[.!?] ))we\b"), "We"),
)


@dataclass(frozen=True)
class Added:
    """Sentences that are added, the rule they come from, and why they are added."""

    text: str
    rule: str
    why: str


def lead(style: str, case: Case, *, felt: bool, sorry: bool, thanked: bool, mistaken: bool) -> Added | None:
    """The sentences in front.

    Args:
        style: One of ``STYLES``.
        case: The case.
        felt: Whether the draft's own words show feeling for the customer already.
        sorry: Whether the draft's own words apologise well already.
        thanked: Whether the draft thanks them.
        mistaken: Whether the draft has a mistake; if not, and nothing is known of the customer, nothing is amiss.

    Returns:
        None where the draft has all that the style wants.
    """
    stake = next(iter(case.told.stakes), None)
    trouble = next(iter(case.told.troubles), None)
    says = _says(case, stake)
    if sorry:
        # Its apology stays; what is left to show is that the customer was heard.
        fit = stake is not None and says and style != SHORTER and not felt and "sorry" not in says
        return Added(_voiced(says, case), f"situations.{stake.id}", leads().lead_why) if stake and fit else None
    kind = _kind(style, case, stake, trouble)
    unwanted = (kind == "unknown" and not mistaken) or (
        kind in {"asks", "refused"} and style == WARMER and (thanked or not case.asks)
    )
    if unwanted or not leads().lead[style][kind]:
        return None
    wording = case.choose(f"lead.{style}.{kind}", leads().lead[style][kind])
    if felt:
        wording = wording.replace("{say} ", "")
    text = wording.format_map({**_places(case), "say": says})
    told = stake if stake is not None and re.search(r"\{say\}|\{stake\}", wording) else trouble or stake
    if style == SHORTER:
        text = text.replace("sorry that ", "sorry ", 1)
    rule = (
        f"leads.{style}.{kind}"
        if told is None or kind in {"nothing", "unknown", "asks", "refused"}
        else f"situations.{told.id}"
    )
    return Added(_voiced(text, case), rule, leads().lead_why)


def briefer(front: Added, case: Case) -> tuple[Added, ...]:
    """Shorter and shorter ways to say what stands in front, the fullest first."""
    plain = re.sub(r"^(?:I'm|We're) sorry ", "Sorry ", re.sub(r", [^,.]*\.$", ".", front.text))
    shortest = (_voiced(text, case) for text in leads().lead[SHORTER]["least"])
    return (Added(plain, front.rule, front.why), *(Added(text, "leads.shorter.least", front.why) for text in shortest))


def close(style: str, case: Case) -> Added | None:
    """The last line, where the style and the channel have one."""
    if style == SHORTER or any(stake.id in leads().condolence for stake in case.told.stakes):
        return None
    choice = leads().close[style][case.channel]
    if not choice:
        return None
    return Added(_voiced(case.choose(f"close.{style}", choice), case), f"leads.close.{style}", leads().close_why)


def tail(kind: str, case: Case) -> Added:
    """A word behind a refusal (a sentence), or behind an excuse or a showing (goes on in the sentence)."""
    text = case.choose(f"tail.{kind}", leads().tails[kind])
    return Added(_voiced(text, case), f"leads.tails.{kind}", leads().tails_why)


def _kind(style: str, case: Case, stake: Situation | None, trouble: Situation | None) -> str:
    grave = stake is not None and stake.id in leads().grave
    condolence = stake is not None and stake.id in leads().condolence
    told = trouble is not None or case.problem is not None
    if not case.known:
        return "unknown"
    if not case.complains:
        return "refused" if case.refused else "asks"
    if style == SHORTER:
        return "grave" if grave else "short" if stake or told else "nothing"
    if condolence and (style == WARMER or trouble is not None):
        return "condolence"
    if style == WARMER and stake is not None and stake.say:
        return "say_trouble" if told else "say_only"
    if style == APOLOGETIC and stake is not None:
        return "stake_trouble" if told else "stake_only"
    if len(case.told.troubles) > 1:
        return "two_troubles"
    return "trouble" if told else "nothing"


def _says(case: Case, stake: Situation | None) -> str:
    return case.choose(f"{stake.id}.say", stake.say) if stake is not None and stake.say else ""


def _places(case: Case) -> Mapping[str, str]:
    stake = next(iter(case.told.stakes), None)
    troubles = case.told.troubles
    brief = stake if stake is not None and (stake.id in leads().grave or not troubles) else next(iter(troubles), None)
    problem = f"that {case.problem}" if case.problem else ""
    return {
        "stake": _one(case, "that", stake),
        "trouble": _one(case, "that", troubles[0]) if troubles else problem,
        "trouble2": _one(case, "that", troubles[1] if len(troubles) > 1 else None),
        "short": _one(case, "short", brief) or problem,
        "feeling": leads().feelings[case.feeling],
        "own": case.choose("own", leads().own),
    }


def _one(case: Case, part: str, situation: Situation | None) -> str:
    if situation is None:
        return ""
    texts: Sequence[str] = situation.that if part == "that" else situation.short
    return case.choose(f"{situation.id}.{part}", texts)


def _voiced(text: str, case: Case) -> str:
    """The text in the voice of a team, where one speaks."""
    if case.team:
        for one, many in _AS_TEAM:
            text = one.sub(many, text)
    return text
