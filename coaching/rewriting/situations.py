"""What a customer went through, in words that a reply may use."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from coaching.errors import DataError
from coaching.rewriting.shaping import with_calendar
from coaching.understanding import FACTS, read_facts
from coaching.yamlfile import Node, read

FILE = Path(__file__).with_name("situations.yml")
_PLACE = re.compile(r"\{(\w+)\}")
_NOTES = re.compile(r"\b(?:caller|customer|client|guest|patient)'s\b", re.IGNORECASE)
_NOTE_HEAD = re.compile(r"^\s*(?:caller|customer|client|guest|patient)\s*:\s*", re.IGNORECASE)
_OWN = re.compile(r"^(?:my|our|an?|his|her)\b", re.IGNORECASE)
_BARE = re.compile(r"^(?:my|our|your|the|this|that|an?|his|her|it|order)\b", re.IGNORECASE)
_HOURS, _MINUTES = re.compile(r"\bhrs\b"), re.compile(r"\bmins\b")


@dataclass(frozen=True)
class Situation:
    """Something that the customer told, filled with their words.

    Attributes:
        id: The rule's id.
        like: What it has in common with others, one of which is enough.
        say: Sentences that show what it means to them.
        that: What "I'm sorry" goes on with.
        short: The same, briefly.
    """

    id: str
    like: str
    say: tuple[str, ...]
    that: tuple[str, ...]
    short: tuple[str, ...]


@dataclass(frozen=True)
class Told:
    """A customer's message as a reply takes it up.

    Attributes:
        stakes: What it means to them, the gravest first.
        troubles: What went wrong, the most telling first.
    """

    stakes: tuple[Situation, ...]
    troubles: tuple[Situation, ...]


@dataclass(frozen=True)
class _Rule:
    id: str
    like: str
    pattern: re.Pattern[str] | None
    beside: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    needs: tuple[str, ...]
    say: tuple[str, ...]
    that: tuple[str, ...]
    short: tuple[str, ...]


@lru_cache(maxsize=256)
def told(customer: str) -> Told:
    """Find what a customer went through. Same message, same answer.

    Args:
        customer: Their message, or notes of a call; may be empty.
    """
    if not customer.strip():
        return Told((), ())
    facts = read_facts(in_person(customer)).known()
    if facts.get("thing", "").startswith("the "):
        facts["thing"] = f"your {facts['thing'].removeprefix('the ')}"
    text = " ".join(in_person(customer).replace("’", "'").split())
    stakes, troubles = situation_rules()
    return Told(_matching(stakes, text, facts), _matching(troubles, text, facts))


def in_person(customer: str) -> str:
    """Notes of a call as if the customer spoke: "Caller's machine" to "My machine"."""
    return _NOTES.sub(lambda found: "My" if found.start() == 0 else "my", _NOTE_HEAD.sub("", customer))


def _matching(rules: tuple[_Rule, ...], text: str, facts: Mapping[str, str]) -> tuple[Situation, ...]:
    found: dict[str, Situation] = {}
    for rule in rules:
        if any(fact not in facts for fact in rule.needs):
            continue
        match = rule.pattern.search(text) if rule.pattern else None
        if rule.pattern is not None and match is None:
            continue
        if (rule.beside and not rule.beside.search(text)) or (rule.unless and rule.unless.search(text)):
            continue
        places = {**facts, **_groups(match)}
        filled = [_filled(texts, places) for texts in (rule.say, rule.that, rule.short)]
        if filled[1] and filled[2]:
            found.setdefault(rule.like, Situation(rule.id, rule.like, *filled))
    return tuple(found.values())


def _groups(match: re.Match[str] | None) -> dict[str, str]:
    """The customer's words by the name of their place, with "my" as "your"."""
    if match is None:
        return {}
    found: dict[str, str] = {}
    for name, text in match.groupdict().items():
        if text is None:
            continue
        said = text if text.isupper() and any(one.isdigit() for one in text) else text.lower()
        if name.startswith("what") and name != "what":
            name = "what"
        if name in {"what", "who"}:
            said = _OWN.sub("your", said.strip())
        said = _HOURS.sub("hours", _MINUTES.sub("minutes", said))
        found.setdefault(name, re.sub(r"^order (?=[a-z-]*\d)", "order ", said))
    return {name: with_calendar(said) for name, said in found.items()}


def _filled(texts: tuple[str, ...], places: Mapping[str, str]) -> tuple[str, ...]:
    """The texts of which all places are known; the ones with the most places, where there are several kinds."""
    fitting = [text for text in texts if all(place in places for place in _PLACE.findall(text))]
    most = max((len(_PLACE.findall(text)) for text in fitting), default=0)
    return tuple(
        _PLACE.sub(lambda place: _placed(place, places[place[1]]), text)
        for text in fitting
        if len(_PLACE.findall(text)) == most
    )


def _placed(place: re.Match[str], said: str) -> str:
    before = place.string[: place.start()]
    if place[1] == "what" and not before.rstrip().endswith(("your", "the", "a", "our", "without", "to", "that")):
        said = said if _BARE.match(said) else f"your {said}"
    elif place[1] == "what" and before.rstrip().endswith("that") and not _BARE.match(said):
        said = f"your {said}"
    return said[0].upper() + said[1:] if not before and said else said


@lru_cache(maxsize=1)
def situation_rules() -> tuple[tuple[_Rule, ...], tuple[_Rule, ...]]:
    """Read ``situations.yml``, once a process: the stakes, then the troubles.

    Raises:
        DataError: The file is not as it should be; names the line.
    """
    root = read(FILE)
    root.only("note", "source", "words", "stakes", "troubles")
    words: dict[str, str] = {}
    for name, node in root.at("words").items():
        words[name] = _spelled(node.text(), words)
    stakes = tuple(_rule(node, words) for node in root.at("stakes").each())
    return stakes, tuple(_rule(node, words) for node in root.at("troubles").each())


def _rule(node: Node, words: Mapping[str, str]) -> _Rule:
    node.only("id", "like", "pattern", "with", "unless", "needs", "say", "that", "short")
    patterns = {name: _pattern(node.get(name), words) for name in ("pattern", "with", "unless")}
    needs = node.get("needs")
    say = node.get("say")
    like = node.get("like")
    return _Rule(
        id=node.at("id").text(),
        like=like.text() if like else node.at("id").text(),
        pattern=patterns["pattern"],
        beside=patterns["with"],
        unless=patterns["unless"],
        needs=tuple(item.one_of(FACTS) for item in needs.each()) if needs else (),
        say=say.texts() if say else (),
        that=node.at("that").texts(),
        short=node.at("short").texts(),
    )


def _pattern(node: Node | None, words: Mapping[str, str]) -> re.Pattern[str] | None:
    if node is None:
        return None
    try:
        return re.compile(_spelled(node.text(), words), re.IGNORECASE)
    except re.error as error:
        raise DataError(node.file, node.line, f"{node.name}: {error}", "a regular expression") from error


def _spelled(pattern: str, words: Mapping[str, str]) -> str:
    return re.sub(r"(?<!\?P)<(\w+)>", lambda word: words.get(word[1], word[0]), pattern)
