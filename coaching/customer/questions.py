"""What a question of the agent asks for: facts of the case, or a direct answer: a choice, a time, a yes or a no."""

from __future__ import annotations

import re

from coaching.customer.cues import Cues
from coaching.customer.matching import hits, says, stems
from coaching.customer.offers import offers
from coaching.customer.scenario import Fact, Scenario
from coaching.customer.state import CustomerState

MORE, DECLINES, CHOOSES, TIME, LEAVES_IT, AGREES, WISH = (
    *("nothing_more", "says_no", "chooses", "soonest", "leaves_choice", "says_yes", "wish"),
)
"""What direct questions want: whether anything is left, whether they give up, one of those named, a time, one of any,
a yes or no, what they want. All but the last are topics of the phrasebook."""
_TIME = re.compile(
    r"\b(?:which|what|is there an?|any) (?:\w+ )?"
    r"(?:days?|dates?|times?|hours?|slots?|mornings?|afternoons?|evenings?|windows?)\b"
    r"|\bwhen (?:would|could|can|may|shall|should|will|are you|do you (?:want|need)|suits)\b",
    re.I,
)
_LIKING = re.compile(r"\b(?:shall|want|like|prefer|rather|suits?|best|better|disturb|choose|choice)\b", re.I)
_WHICH = re.compile(r"\bwhich\b", re.I)
_OR = re.compile(r"\b(?:or|either)\b(?! (?:not|isn't|is)\b)", re.I)
_PAST = re.compile(r"\b(?:did|was|were|had|been|happen\w*|went|since)\b", re.I)
_WISHES = re.compile(
    r"\bwhat (?:would you (?:like|want|prefer)|do you (?:want|need)|can i do|would help|can we do)\b", re.I
)
_AHEAD = re.compile(
    r"(?:^|[,;:–-] ?|\b(?:and|but|so|or|case|now|just) )"
    r"(?:will|would|can|could|may|shall|should|do|don't|are|aren't|is|isn't|have you got)"
    r" (?:you|it|that|this|there|i|we|they|he|she|the|your|my|our|any\w+|some\w+)\b",
    re.I,
)
_BARE = re.compile(r"^\W*(?:yes or no|is that so|is that you|agreed|right|okay|ok|shall i|shall we|may i)\W*$", re.I)
_ASKS_AHEAD = re.compile(r"^(?:would|could|can|shall|will|may|is|are|do|does|which|what|when)\b", re.I)
_FIRST_OF_ALL = re.compile(r"\bbefore (?:anything|something) else\b", re.I)
_OPEN_WORD = re.compile(r"\b(?:what|which|when|who|whose|where|why|how)\b", re.I)
_ONE_OF = re.compile(r"\bwhich (?:one|of)\b", re.I)
_COVERED = 0.5
"""Share of a question's words that what was told has to hold for it to be the same question."""
_PLAIN_WORDS = stems(
    "a an and are at be been by can could did do does for from have has how i in is it its may me my of on or our"
    " please tell that the there this to us was we were what when where which who why will with would you your again"
)


def is_question(text: str) -> bool:
    """Whether a sentence ends as a question."""
    return text.rstrip(" \"'”’)").endswith("?")


def wants_choice(text: str) -> bool:
    """Whether the customer is to choose a time or one of several things, so that a yes would be no answer."""
    tail = re.split(r"[:;] ", text)[-1]
    text = tail if _ASKS_AHEAD.search(tail) else text
    if _PAST.search(text):
        return False
    return bool(_TIME.search(text) or (_LIKING.search(text) and (_WHICH.search(text) or _OR.search(text))))


def wants_words(text: str) -> bool:
    """Whether a question asks what, who, when or how, so that a yes would be no answer."""
    return is_question(text) and bool(_OPEN_WORD.search(re.split(r"[:;,] ", text)[-1]))


def asks_more(text: str, cues: Cues) -> bool:
    """Whether a sentence asks if anything is left."""
    return is_question(text) and says(text, cues.more) and not _FIRST_OF_ALL.search(text)


def gives_up(text: str, scenario: Scenario, cues: Cues) -> bool:
    """Whether a question is whether the customer gives up what they came for, and not for a remedy of the case."""
    drops = is_question(text) and says(text, cues.dropping) and _AHEAD.search(text)
    return bool(drops) and not offers(text, scenario)


def direct(text: str, named: str, cues: Cues) -> str | None:
    """What answers a question that asks for no fact; None where nothing said above does.

    Args:
        text: One sentence of the agent, which asks something.
        named: What the message says up to its end; alternatives may be named in the sentence before.
        cues: From ``load_cues``.
    """
    if asks_more(text, cues):
        return MORE
    if _BARE.search(text):
        return AGREES
    if wants_choice(text):
        if _OR.search(text) or _OR.search(named) or _ONE_OF.search(text):
            return CHOOSES
        return TIME if _TIME.search(text) else LEAVES_IT
    if _WISHES.search(text):
        return WISH
    return AGREES if is_question(text) and _AHEAD.search(text) and not _PAST.search(text) else None


def asked_for(text: str, scenario: Scenario) -> tuple[Fact, ...]:
    """The facts that a question is about, those of them that it meets best.

    What they would like of several things is not what they like best of all.
    """
    text = _LIKING.sub(" ", text) if wants_choice(text) else text
    met = [(hits(text, fact.cues), fact) for fact in scenario.facts]
    best = max((weight for weight, _ in met), default=0)
    return tuple(fact for weight, fact in met if weight == best > 0)


def goes_further(text: str, fact: Fact, scenario: Scenario, state: CustomerState, cues: Cues) -> bool:
    """Whether a question touches a fact told before and wants more: a photo of it, another side of it."""
    if fact.id not in state.told:
        return False
    if hits(text, cues.new_thing) > 0:
        return True
    wants = stems(text) - _PLAIN_WORDS
    told = (fact.topic, *fact.cues, *(line.text for line in fact.lines), *scenario.brief.order)
    return len(wants & stems(" ".join(told))) < _COVERED * len(wants)
