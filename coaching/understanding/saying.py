"""What was understood, as phrases for a reply: what they want, have tried and feel, and how often they wrote."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from coaching.understanding.details import detail_rules
from coaching.understanding.mended import Mended
from coaching.understanding.message import WANTS, Detail, Emotion, Want
from coaching.understanding.parsed import parsed
from coaching.understanding.rules import FOLDER, compiled
from coaching.understanding.turning import said_back, sayable
from coaching.understanding.wording import wording
from coaching.yamlfile import read

REPLIES_FILE = FOLDER / "replies.yml"
_SHORTEST = 4
"""Words of a phrase at least: "you told us" says nothing."""
_NEAR, _AROUND = 30, 60
"""Characters before a number in which its name may stand, and on either side of a sum in which it is disputed."""
_APART = {"neighbour", "friend", "boss"}
"""People of the customer's who are not in it with them."""
_CALLS = {"calls", "phone calls", "phonecalls", "call"}


@dataclass(frozen=True)
class Replies:
    """What ``replies.yml`` holds.

    Attributes:
        wanted: Phrases behind "you would like" by kind of want, the first kind first; may have a place for the thing.
        told: Beginnings of what they did to reach us, with how that goes on behind "you have".
        sent: What they have sent us, by their word.
        nth: Ordinals, by the customer's writing.
        felt: Finds the word for what they say they feel.
        referred_to: What numbers may be called.
        owed: Finds words beside a sum that is in dispute.
        longest: Words of a phrase at the most.
    """

    wanted: Mapping[str, tuple[str, ...]]
    told: tuple[tuple[str, str], ...]
    sent: Mapping[str, str]
    nth: Mapping[str, str]
    felt: re.Pattern[str]
    referred_to: tuple[str, ...]
    owed: re.Pattern[str]
    longest: int


@lru_cache(maxsize=1)
def replies() -> Replies:
    """Read ``replies.yml``, once a process.

    Raises:
        DataError: The file is not as it should be; names the line.
    """
    root = read(REPLIES_FILE)
    root.only("note", "source", "wanted", "told", "sent", "nth", "felt", "referred_to", "owed", "longest")
    root.at("wanted").only(*WANTS)
    told = []
    for node in root.at("told").each():
        node.only("words", "been")
        told += [(word.removesuffix("*"), node.at("been").text()) for word in node.at("words").texts()]
    return Replies(
        wanted={kind: node.texts() for kind, node in root.at("wanted").items()},
        told=tuple(told),
        sent={word: node.text() for word, node in root.at("sent").items()},
        nth={word: node.text() for word, node in root.at("nth").items()},
        felt=compiled(root.at("felt")),
        referred_to=root.at("referred_to").texts(),
        owed=re.compile(
            rf"\b(?:{'|'.join(word.replace('*', chr(92) + 'w*') for word in root.at('owed').texts())})\b", re.IGNORECASE
        ),
        longest=int(root.at("longest").number(3, 40)),
    )


def wanted_of(wants: Iterable[Want], thing: str | None) -> str | None:
    """What they want most, if it has a phrase: "your money back"."""
    kinds = {want.kind for want in wants}
    phrases = (phrase for kind, some in replies().wanted.items() if kind in kinds for phrase in some)
    return next((phrase.format(thing=thing) for phrase in phrases if thing or "{thing}" not in phrase), None)


def tried_of(details: Sequence[Detail], mended: Mended) -> str | None:
    """What they did about it, first one or two deeds: "you have already restarted the router twice"."""
    deeds: list[str] = []
    for one in details:
        if one.kind != "tried":
            continue
        if deeds and one.rule != "tried.also":
            break
        said = _said_back(one, mended)
        if said is None:
            break
        deeds.append(said)
    return _within(" and ".join(deeds[:2])) if deeds else None


def contacts_of(details: Sequence[Detail], mended: Mended) -> str | None:
    """How they turned to us before: "this is the third time you have written to us"; the one with a number first."""
    found = [one for one in details if one.kind == "contacts"]
    counted = [phrase for one in found if (phrase := _counted(one, mended))]
    told = (_said_back(one, mended) for one in found if one.rule in {"contacts.sent", "contacts.unanswered"})
    return counted[0] if counted else next((_within(phrase) for phrase in told if phrase), None)


def reference_of(details: Sequence[Detail], mended: Mended) -> str | None:
    """The first number that they name, with what it numbers: "booking HX-20931"."""
    number = next((one for one in details if one.kind == "order"), None)
    if number is None:
        return None
    start, _ = mended.bounds(number.start, number.end)
    before = re.findall(r"[a-z]+", mended.text[max(0, start - _NEAR) : start].lower())
    noun = next((word for word in reversed(before) if word in replies().referred_to), "reference")
    return f"{noun} {number.text}"


def amount_of(details: Sequence[Detail], mended: Mended) -> str | None:
    """The sum in dispute; of several nobody can tell which one is owed."""
    sums = [one for one in details if one.kind == "amount"]
    if len({one.text for one in sums}) != 1:
        return None
    start, end = mended.bounds(sums[0].start, sums[0].end)
    around = mended.text[max(0, start - _AROUND) : end + _AROUND]
    return sums[0].text if replies().owed.search(around) else None


def felt_of(mended: Mended) -> str | None:
    """What they say they feel: "worried"."""
    found = replies().felt.search(mended.text)
    return found["it"].lower() if found else None


def person_of(details: Sequence[Detail], emotion: Emotion, mended: Mended) -> str | None:
    """Who is in it with them: "your mother"; nobody where somebody has died."""
    if any(cue.rule in {"sad.death", "sad.funeral"} for cue in emotion.cues):
        return None
    for one in details:
        words = mended.words(one.start, one.end).lower().split()
        theirs = mended.text[mended.bounds(one.start, one.end)[1] :].startswith("'")
        occasion = any(other.start <= one.start < other.end for other in details if other.kind == "occasion")
        if one.rule == "people.kin" and words[-1] in wording().people - _APART and (occasion or not theirs):
            return " ".join(["your", *words[1:]])
    return None


def _counted(one: Detail, mended: Mended) -> str | None:
    """How often they called or wrote, where they say how often."""
    rule = detail_rules().rule(one.rule)
    match = rule.pattern.search(mended.words(one.start, one.end)) if rule.pattern else None
    groups = {name: words.lower() for name, words in match.groupdict().items() if words} if match else {}
    told, nth = groups.get("told", ""), replies().nth.get(groups.get("nth", ""))
    been = next((been for word, been in replies().told if told.startswith(word)), None)
    sent = replies().sent.get(told)
    if one.rule == "contacts.messages" and told in _CALLS:
        return f"you have called us {groups['many']} times"
    if one.rule == "contacts.messages" and sent:
        return f"you have sent us {groups['many']} {sent}"
    if one.rule == "contacts.nth_message" and nth and told not in _CALLS:
        return f"this is your {nth} message"
    if one.rule == "contacts.nth_time" and nth and been:
        return f"this is the {nth} time you have {been}"
    return f"you have {been} {groups['times']}" if one.rule == "contacts.counted" and been else None


def _said_back(one: Detail, mended: Mended) -> str | None:
    """The customer's clause with "you" for "I"; a deed without its subject gets one."""
    start, end = mended.bounds(one.start, one.end)
    span = parsed(mended.text).char_span(start, end, alignment_mode="expand")
    if span is None or not sayable(span):
        return None
    said = said_back(span)
    if span[0].lower_ in {"i", "we", "my", "nobody", "no", "you", "none"} or one.rule == "tried.also":
        return said
    return f"you {said}"


def _within(phrase: str) -> str | None:
    return phrase if _SHORTEST <= len(phrase.split()) <= replies().longest else None
