"""Mistakes that are put right: a good repair earns back a part of what they cost."""

from __future__ import annotations

from collections.abc import Sequence

from coaching.moves import APOLOGIZE, EMPTY_PROMISE, WEAK_APOLOGY
from coaching.scoring.account import Said
from coaching.scoring.promises import binds, commitment, is_deed, is_hollow
from coaching.scoring.sayings import plainly, sayings
from coaching.scoring.session_weights import Repair
from coaching.scoring.story import Story
from coaching.scoring.talk import is_good, place


def repaired_by(mistaken: Said, label: str, said: Sequence[Said], repair: Repair, story: Story | None) -> Said | None:
    """The sentence that puts a mistake right within the turns that there are for it; None where none does.

    An apology repairs what it takes back, and so does a plain retraction; a weak one is repaired by a plain one that is
    tied to the case. A refusal or an evasion is also repaired by a deed of the agent's own that has a time or is a
    remedy of the scenario. What an empty promise lacked is who and when, so nothing else puts it right.
    """
    for one in said:
        if place(one) <= place(mistaken) or one.turn > mistaken.turn + repair.turns or not is_good(one):
            continue
        if label == EMPTY_PROMISE:
            if _keeps(one, story):
                return one
            continue
        if _takes_back(one, said) or (label == WEAK_APOLOGY and _sorry(one) and one.specific > 0):
            return one
        if label in repair.by_deed and one.turn > mistaken.turn and _makes_good(one, said, story):
            return one
    return None


def _takes_back(one: Said, said: Sequence[Said]) -> bool:
    """Whether a sentence takes back what was said: plainly, or with a full apology in it or beside it."""
    if sayings().retracts.search(plainly(one.sentence.text)):
        return True
    if not sayings().takes_back.search(plainly(one.sentence.text)):
        return False
    return any(_sorry(other) for other in said if other.turn == one.turn)


def _sorry(one: Said) -> bool:
    return is_good(one) and APOLOGIZE in one.sentence.labels


def _keeps(one: Said, story: Story | None) -> bool:
    """Whether a sentence says who does it and when, as the empty promise had not."""
    told = commitment(one.sentence.text)
    if told.when is None or one.demands or (story is not None and story.exceeds(one)):
        return False
    return is_deed(one.sentence) and binds(one.sentence.text) and not is_hollow(one.sentence.text)


def _makes_good(one: Said, said: Sequence[Said], story: Story | None) -> bool:
    """Whether a sentence does something new for the customer, in a message that does no harm besides."""
    told = commitment(one.sentence.text)
    harmed = any(not is_good(other) for other in said if other.turn == one.turn)
    if harmed or not is_deed(one.sentence) or not binds(one.sentence.text) or told.who not in ("I", "we"):
        return False
    if story is None:
        return told.when is not None
    before = {offer.remedy for other in said if place(other) < place(one) for offer in story.offers(other)}
    offered = story.offers(one)
    if story.exceeds(one):
        return False
    fits = any(offer.beyond is None and offer.remedy not in before for offer in offered)
    return fits or (told.when is not None and not offered)
