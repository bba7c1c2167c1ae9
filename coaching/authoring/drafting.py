"""A transcript made into a draft scenario: what it tells is filled in, the rest is left to be written."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from coaching.authoring import draft_case, draft_facts, draft_lines
from coaching.authoring.draft_words import DraftWords, draft_words
from coaching.authoring.emit import Noted, emit
from coaching.authoring.heard import Heard, listen, spoken
from coaching.authoring.masking import without_personal_data
from coaching.authoring.starter import hints, starter
from coaching.authoring.transcript import read_transcript
from coaching.privacy import take_out
from coaching.suggestions.reading import Reader

_SUMMARY = 200
_GUESS = "a guess"
_ENOUGH = 0.5


@dataclass(frozen=True)
class Draft:
    """A draft scenario.

    Attributes:
        text: The scenario file's text; it loads, and says ``draft: true``.
        taken_out: Kind of personal data to how many pieces of it were taken out.
        customer, agent: How many messages of each side the transcript has.
    """

    text: str
    taken_out: dict[str, int]
    customer: int
    agent: int


def draft_from(transcript: str, reader: Reader, personas: Collection[str], title: str | None = None) -> Draft:
    """Make a draft; the same transcript and recogniser give the same.

    Args:
        transcript: The conversation, as ``read_transcript`` takes it.
        reader: Tells the agent's moves.
        personas: The ids of those there are.
        title: What it is to be called, also without personal data; None to take it from the transcript.

    Raises:
        UnclearTranscript: It cannot be told who says something; names the line.
        MissingResourceError: No language pipeline is installed.
    """
    read = read_transcript(transcript)
    clean, taken = without_personal_data(read)
    words = draft_words()
    heard = listen(clean, reader, words)
    scenario = _plain(starter().value)
    scenario.update(_filled(heard, read.is_mail, words, personas))
    if title is not None:
        scenario["title"] = take_out(title).text
    told = sum(one.meaning is not None for one in heard)
    return Draft(_written(scenario), taken, told, len(heard) - told)


def _filled(heard: Sequence[Heard], is_mail: bool, words: DraftWords, personas: Collection[str]) -> dict[str, Any]:
    """What the transcript tells, by the scenario's keys."""
    first = next(one for one in heard if one.meaning is not None)
    assert first.meaning is not None
    touchpoint, inquiry = draft_case.inquiry(heard, words)
    facts = draft_facts.facts(heard, words)
    begun = draft_lines.opening(heard)
    scenario: dict[str, Any] = {
        "summary": f"The customer writes: “{_short(' '.join(first.sentences[:2]) or spoken(first.text))}”",
        "channel": draft_case.channel(heard, is_mail),
        "touchpoint": touchpoint,
        "inquiry": inquiry,
        "difficulty": Noted(max(2, min(5, round(1 + 4 * first.meaning.emotion.strength))), _GUESS),
        "persona": Noted(_persona(first, words, personas), _GUESS),
        "brief": _brief(heard),
        "failure": draft_case.failure(heard, words, str(inquiry.value)),
        "openings": [{"lines": begun}],
        "lines": _with_open_places(draft_lines.lines(heard, draft_facts.answers(facts), begun)),
    }
    thing = first.meaning.facts.thing
    if thing is not None:
        scenario["title"] = f"Trouble with {'the ' + thing[5:] if thing.startswith('your ') else thing}"
    cause = draft_case.root_cause(heard, [first.text, *scenario["brief"]["order"], *scenario["brief"]["history"]])
    known = {"facts": facts, "wants": draft_case.wants(heard), "root_cause": cause}
    scenario.update({key: value for key, value in known.items() if value})
    remedies = draft_case.remedies(heard, words)
    scenario["remedies"] = remedies if _enough(remedies) else {**remedies, **_plain(_open_remedy())}
    return scenario


def _brief(heard: Sequence[Heard]) -> dict[str, Any]:
    brief: dict[str, Any] = _plain(starter().at("brief").value)
    brief["order"] = draft_case.order_lines(heard) or brief["order"]
    brief["history"] = draft_case.history_lines(heard) or brief["history"]
    brief["may_offer"] = [*draft_case.may_offer(heard), *brief["may_offer"]]
    return brief


def _persona(first: Heard, words: DraftWords, personas: Collection[str]) -> str:
    assert first.meaning is not None
    wanted = words.feelings[first.meaning.emotion.name].persona
    return wanted if wanted in personas else next(iter(personas))


def _with_open_places(found: dict[str, list[dict[str, Any]]]) -> dict[str, list[dict[str, Any]]]:
    """The lines, with the starting file's places for the moods that have none."""
    places: dict[str, list[dict[str, Any]]] = _plain(starter().at("lines").value)
    for topic, lines in found.items():
        moods = {line["mood"] for line in lines}
        lines += [place for place in places[topic] if place["mood"] not in moods]
    return found


def _enough(remedies: dict[str, dict[str, Any]]) -> bool:
    left = 1.0
    for remedy in remedies.values():
        left *= 1.0 - remedy["fit"].value
    return 1.0 - left >= _ENOUGH


def _open_remedy() -> dict[str, Any]:
    name, remedy = next(iter(starter().at("remedies").value.items()))
    return {name: remedy}


def _short(text: str) -> str:
    return text if len(text) <= _SUMMARY else f"{text[:_SUMMARY].rsplit(' ', 1)[0]} …"


def _written(scenario: dict[str, Any]) -> str:
    """The file: the starting file's order and hints, what is known under them."""
    told = hints()
    parts = [told[""]]
    for key, value in scenario.items():
        if key in told:
            parts += ["", told[key]]
        parts += emit({key: value})
    return "\n".join(parts) + "\n"


def _plain(value: Any) -> Any:  # noqa: ANN401 - YAML holds anything
    """Without the lines, in values that may be changed."""
    if isinstance(value, dict):
        return {key: _plain(held) for key, held in value.items()}
    return [_plain(held) for held in value] if isinstance(value, list) else value
