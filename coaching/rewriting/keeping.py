"""The fact keeper: what a rewrite has to repeat of its draft, and may not add."""

from __future__ import annotations

from collections import Counter

from coaching.rewriting.deeds import conditions, deeds
from coaching.rewriting.rewrite import Kept
from coaching.rewriting.values import values


def lost(draft: str, rewrite: str) -> tuple[str, ...]:
    """What the draft says and the rewrite does not: values, deeds, refusals, conditions.

    Args:
        draft: The draft, or a part of it.
        rewrite: What shall stand for it.

    Returns:
        A short description of each, empty where all is kept. A value that stands twice in the draft has to stand twice.
    """
    after, words = _counted(rewrite), rewrite.lower()
    missing = [
        " ".join(part for part in (kind, key, limit) if part)
        for (kind, key, limit), times in _counted(draft).items()
        if after[(kind, key, limit)] < times and not (kind == "name" and key in words)
    ]
    done = {(one.word, one.refused) for one in deeds(rewrite)}
    missing += [
        f"{'not ' if refused else ''}{word}"
        for word, refused in dict.fromkeys((one.word, one.refused) for one in deeds(draft))
        if (word, refused) not in done
    ]
    later = conditions(rewrite)
    missing += [kind for kind, times in conditions(draft).items() if later[kind] < times]
    return tuple(missing)


def added(draft: str, customer: str, rewrite: str) -> tuple[str, ...]:
    """What the rewrite says that stands neither in the draft nor in the customer's message; promises only in the draft.

    Args:
        draft: The whole draft.
        customer: The customer's message; may be empty.
        rewrite: The whole rewrite.

    Returns:
        A short description of each, empty where nothing is added.
    """
    known = {(one.kind, one.key) for text in (draft, customer) for one in values(text)}
    words = f"{draft} {customer}".lower()
    new = [
        f"{one.kind} {one.text}" for one in values(rewrite) if (one.kind, one.key) not in known and one.key not in words
    ]
    said = {(one.word, one.refused) for one in deeds(draft)}
    new += [
        f"{'not ' if one.refused else ''}{one.word}"
        for one in deeds(rewrite)
        if one.promised and (one.word, one.refused) not in said
    ]
    return tuple(dict.fromkeys(new))


def holds(draft: str, customer: str, rewrite: str) -> bool:
    """Whether a rewrite repeats all of its draft and adds nothing; arguments as for ``added``."""
    return not lost(draft, rewrite) and not added(draft, customer, rewrite)


def kept(draft: str) -> tuple[Kept, ...]:
    """What every rewrite of a draft holds, in the draft's words and order, each thing once."""
    found = [(one.start, Kept(one.kind, one.text)) for one in values(draft)]
    for deed in deeds(draft):
        if deed.refused or deed.promised:
            found.append((deed.start, Kept("refusal" if deed.refused else "promise", deed.text.strip(" ,;:.!?()\n"))))
    found.sort(key=lambda one: one[0])
    return tuple(dict.fromkeys(one for _, one in found))


def _counted(text: str) -> Counter[tuple[str, str, str]]:
    return Counter((one.kind, one.key, one.limit) for one in values(text))
