"""The facts that a customer gave, in the words in which they gave them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from coaching.understanding.mended import Mended
from coaching.understanding.message import DETAILS, PHRASED, Detail
from coaching.understanding.people import is_name, persons
from coaching.understanding.places import without_overlaps
from coaching.understanding.products import products
from coaching.understanding.rules import Hit, Rules, read_rules
from coaching.understanding.towns import towns

_FILES = ("contact", "order", "amount", "when", "people", "place", "occasion", "contacts", "tried")
_FIGURES = {"order", "amount", "link"}
"""What can be read in any language."""
_ALSO, _NAME = "tried.also", "name"


@lru_cache(maxsize=1)
def detail_rules() -> Rules:
    """The rules of all files of details but the products', read once a process."""
    return Rules(rule for name in _FILES for rule in read_rules(f"details/{name}", DETAILS)[1])


def details(mended: Mended, english: bool) -> tuple[Detail, ...]:
    """The facts in a message, in its order. Of what overlaps, the longer one is kept; phrases may hold others.

    Args:
        mended: The message.
        english: Whether it is English; of others only numbers, sums and links are read.
    """
    hits = detail_rules().find_all(mended.text)
    if not english:
        figures = [hit for hit in hits if hit.rule.of in _FIGURES]
        return _placed([_detail(hit, mended) for hit in figures])
    kept = [hit for hit in hits if hit.rule.of != _NAME or is_name(hit)]
    found = [_detail(hit, mended) for hit in kept if hit.rule.of not in PHRASED]
    phrased = [_detail(hit, mended) for hit in _in_rows([hit for hit in kept if hit.rule.of in PHRASED])]
    found += [*products(mended), *persons(mended), *towns(mended)]
    return tuple(sorted([*_placed(found), *_placed(phrased)], key=lambda one: (one.start, -one.end)))


def _detail(hit: Hit, mended: Mended) -> Detail:
    return Detail(hit.rule.of, *mended.cut(hit.start, hit.end), hit.rule.id)


def _in_rows(hits: Sequence[Hit]) -> list[Hit]:
    """Without the further deeds that follow no other one."""
    rows: list[Hit] = []
    for hit in sorted(hits, key=lambda one: (one.start, one.end)):
        before = hit.match.start() if hit.match else hit.start
        if hit.rule.id != _ALSO or any(one.end == before for one in rows if one.rule.of == hit.rule.of):
            rows.append(hit)
    return rows


def _placed(found: Sequence[Detail]) -> tuple[Detail, ...]:
    order = list(DETAILS)
    return tuple(without_overlaps(found, lambda one: (one.start - one.end, order.index(one.kind))))
