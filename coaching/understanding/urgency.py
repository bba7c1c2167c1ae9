"""How little time a customer has, by the words that show it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from coaching.understanding.mended import Mended
from coaching.understanding.message import Cue, Urgency
from coaching.understanding.places import without_overlaps
from coaching.understanding.rules import Rules, read_rules
from coaching.understanding.scoring import together


@dataclass(frozen=True)
class _Grading:
    """What ``urgency.yml`` holds.

    Attributes:
        rules: What to look for.
        others: What each weaker find adds, as a share of its weight.
        grades: From which strength on it is called what, lowest first.
    """

    rules: Rules
    others: float
    grades: tuple[tuple[float, str], ...]

    def title(self, strength: float) -> str:
        return next(title for least, title in reversed(self.grades) if strength >= least)


@lru_cache(maxsize=1)
def urgency_rules() -> _Grading:
    """Read ``urgency.yml``, once a process.

    Raises:
        DataError: The file is not as it should be; names the line.
    """
    root, rules = read_rules("urgency", ("urgency",), "others", "grades")
    grades = tuple((node.at("from").number(0, 1), node.at("title").text()) for node in root.at("grades").each())
    if not grades or grades[0][0] != 0 or list(grades) != sorted(grades):
        raise root.at("grades").error("grades from 0 upwards")
    return _Grading(Rules(rules), root.at("others").number(0, 1), grades)


def hurry(mended: Mended) -> Urgency:
    """How little time a message shows: the strongest sign counts, each other one adds a little."""
    grading = urgency_rules()
    hits = without_overlaps(
        grading.rules.find_all(mended.text), lambda hit: (-round(100 * hit.rule.weight), hit.start - hit.end)
    )
    strength = round(together({hit.rule.id: hit.rule.weight for hit in hits}.values(), grading.others), 3)
    cues = tuple(Cue(*mended.cut(hit.start, hit.end), hit.rule.id) for hit in hits)
    return Urgency(grading.title(strength), strength, cues)
