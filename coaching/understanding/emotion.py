"""What a customer feels, by the words that show it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from coaching.understanding.marks import EXCLAIMED, SHOUTED_MESSAGE, Mark, marks, marks_of, said_how
from coaching.understanding.mended import Mended
from coaching.understanding.message import EMOTIONS, Cue, Emotion, Urgency, Want
from coaching.understanding.retelling import Retold
from coaching.understanding.rules import Hit, Rules, read_rules
from coaching.understanding.scoring import scoring, together

_FILES = ("angry", "frustrated", "disappointed", "anxious", "sad", "irony", "pleased", "trouble")
_PLEASED, _FRUSTRATED, _ANXIOUS, _DISAPPOINTED, _ANGRY = "pleased", "frustrated", "anxious", "disappointed", "angry"


@dataclass(frozen=True)
class _Sign:
    """Words that speak for a feeling, by their place in the customer's own words."""

    of: str
    start: int
    end: int
    rule: str
    weight: float

    @property
    def trouble(self) -> bool:
        return self.rule.startswith("trouble.")


@lru_cache(maxsize=1)
def emotion_rules() -> Rules:
    """The rules of all files of feelings, read once a process."""
    return Rules(rule for name in _FILES for rule in read_rules(f"emotions/{name}", EMOTIONS)[1])


def feel(mended: Mended, urgency: Urgency, retold: Retold, wants: Sequence[Want]) -> Emotion:
    """The feeling that a message shows most.

    Every rule that finds its words speaks for one feeling, more behind "very", less behind "a bit", not at all behind
    "not". Praise beside trouble is not counted. Capitals, exclamation marks and drawn-out letters strengthen what the
    words show. ``emotions/scoring.yml`` says how all this adds up.

    Args:
        mended: The message.
        urgency: How little time there is; very little makes anxious.
        retold: Its clauses; one that tells what went wrong is trouble, whatever its words.
        wants: What it asks for; who wants their money back has had trouble.
    """
    rules = scoring()
    signs = [sign for hit in emotion_rules().find(mended.text) for sign in _sign(hit, mended)]
    if all(sign.of == _PLEASED for sign in signs):
        signs += _without_words(mended, retold, wants)
    signs += _faces(mended.original, any(sign.of != _PLEASED for sign in signs))
    if urgency.strength >= rules.hurry_from and all(sign.of != _PLEASED for sign in signs):
        signs += [_Sign(_ANXIOUS, cue.start, cue.end, cue.rule, rules.hurry_weight) for cue in urgency.cues]
    loud = list(marks_of(mended.original))
    signs = _meant([*signs, *_shouting(loud, signs)])
    shown = {name: _shown(signs, name) for name in rules.order}
    name = max(rules.order, key=lambda one: shown[one])
    if shown[name] == 0:
        return _by_marks_alone(loud, mended.original)
    borne = [weight * shown[other] for other, weight in rules.borne.get(name, {}).items()]
    raised = min(rules.marks_most, together(mark.weight for mark in loud))
    strength = round(1 - (1 - together([shown[name], *borne], rules.others)) ** (1 + raised), 3)
    if strength < rules.least:
        return Emotion()
    return Emotion(name, strength, _cues([*(sign for sign in signs if sign.of == name), *loud], mended.original))


def _without_words(mended: Mended, retold: Retold, wants: Sequence[Want]) -> list[_Sign]:
    """Trouble that no listed words tell: a clause about what went wrong, or else a want that follows from trouble."""
    told = [(*mended.place(one.start, one.end), "trouble.told") for one in retold.problems]
    owed = [(want.start, want.end, "trouble.wanted") for want in wants if want.kind in scoring().owed]
    return [_Sign(_FRUSTRATED, start, end, rule, scoring().told) for start, end, rule in (*told, *owed)[:1]]


def _sign(hit: Hit, mended: Mended) -> Iterable[_Sign]:
    factor = said_how(mended.text, hit)
    of, weight = hit.rule.of, min(0.95, hit.rule.weight * factor)
    if factor == 0:
        if of != _PLEASED or not hit.rule.id.endswith(".praise"):
            return
        of, weight = _DISAPPOINTED, hit.rule.weight
    yield _Sign(of, *mended.place(hit.start, hit.end), hit.rule.id, weight)


def _faces(message: str, trouble: bool) -> list[_Sign]:
    return [
        _Sign(face.of, *found.span(), face.id, face.weight)
        for face in marks().faces
        if trouble or not face.beside_trouble
        for found in face.pattern.finditer(message)
    ]


def _shouting(loud: Sequence[Mark], signs: Sequence[_Sign]) -> list[_Sign]:
    """A message all in capitals about trouble is anger, whatever its words."""
    if all(sign.of == _PLEASED for sign in signs):
        return []
    shouted = [mark for mark in loud if mark.rule == SHOUTED_MESSAGE]
    return [_Sign(_ANGRY, mark.start, mark.end, mark.rule, mark.weight) for mark in shouted]


def _meant(signs: Sequence[_Sign]) -> list[_Sign]:
    """Without praise beside trouble, and without content that does not outweigh trouble."""
    against = [sign for sign in signs if sign.of != _PLEASED]
    if not against:
        return list(signs)
    thanks = [sign for sign in signs if sign.of == _PLEASED and not sign.rule.endswith(".praise")]
    content = together(sign.weight for sign in thanks)
    only_trouble = all(sign.trouble for sign in against)
    return thanks if only_trouble and content > together(sign.weight for sign in against) else against


def _shown(signs: Sequence[_Sign], name: str) -> float:
    """How strongly the signs show a feeling, 0 to 1."""
    rules, seen = scoring(), Counter[str]()
    felt: list[float] = []
    trouble: list[float] = []
    for sign in signs:
        if sign.of == name:
            (trouble if sign.trouble else felt).append(sign.weight * rules.repeated ** min(seen[sign.rule], 3))
            seen[sign.rule] += 1
    return together([*felt, min(rules.trouble_most, together(trouble, rules.others))], rules.others)


def _by_marks_alone(loud: Sequence[Mark], message: str) -> Emotion:
    """Capitals or "??" without a word of feeling: impatience; exclamation marks alone may be joy."""
    strength = round(together(mark.weight for mark in loud), 3)
    if strength <= scoring().alone or all(mark.rule == EXCLAIMED for mark in loud):
        return Emotion()
    return Emotion(_FRUSTRATED, strength, _cues(loud, message))


def _cues(signs: Iterable[_Sign | Mark], message: str) -> tuple[Cue, ...]:
    places = sorted({(sign.start, sign.end, sign.rule) for sign in signs})
    return tuple(Cue(message[start:end], start, end, rule) for start, end, rule in places)
