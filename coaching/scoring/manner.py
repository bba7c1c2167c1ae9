"""Feelings first, ownership, and a next step with who and when."""

from __future__ import annotations

from coaching.moves import DIAGNOSE, RESOLVE, move
from coaching.scoring.account import Said
from coaching.scoring.promises import Commitment, binds, commitment
from coaching.scoring.sayings import plainly, sayings
from coaching.scoring.session_weights import Quality
from coaching.scoring.steps import counts, share_of
from coaching.scoring.talk import Judged, Talk, place
from coaching.scoring.worth import worth_of

_OWN = ("I", "we")


def order(talk: Talk, quality: Quality) -> Judged:
    """Whether hearing, empathy and apology come before the first remedy."""
    remedy = talk.first_remedy()
    steps, worth = talk.weights.late.steps, worth_of(talk.rubric, talk.weights.late.steps, story=True)
    share, before, after, proof = 0.0, [], [], []
    for step in steps:
        doing = [one for one in talk.said if step in one.sentence.labels and counts(step, one)]
        early = [one for one in doing if remedy is None or place(one) <= place(remedy)]
        if early:
            best = max(early, key=lambda one: share_of(step, one, worth, talk.rubric))
            share += share_of(step, best, worth, talk.rubric) / len(steps)
            before.append(move(step).title)
            proof.append(best)
        elif doing:
            after.append(move(step).title)
    if not before and not after:
        return Judged(0.0, "no word of feeling came at all")
    what = "any remedy" if remedy is None else f"the first remedy ({remedy.quoted})"
    told = f"{', '.join(before)} came before {what}" if before else f"nothing of it came before {what}"
    return Judged(share, f"{told}; {', '.join(after)} only after it" if after else told, tuple(proof))


def ownership(talk: Talk, quality: Quality) -> Judged:
    """Whether the agent does something themselves, takes the case over, and passes nobody on."""
    own = [one for one in talk.deeds() if _acts(one)]
    acts = next((one for one in own if RESOLVE in one.sentence.labels and _done(one)), own[0] if own else None)
    takes = next((one for one in talk.good() if _takes_over(one)), None)
    share = (quality.parts["acts"] if acts else 0.0) + (quality.parts["takes_over"] if takes else 0.0)
    told = [
        f"{acts.quoted} does it yourself" if acts else "no deed of your own that is tied to the case or has a time",
        f"{takes.quoted} takes the case over" if takes else "nothing takes the case over",
    ]
    if talk.passed_on:
        share *= quality.parts["passed_on"]
        told.append(f"{talk.passed_on[0].quoted} sends the customer elsewhere")
    return Judged(share, "; ".join(told), tuple(one for one in (acts, takes) if one))


def next_step(talk: Talk, quality: Quality) -> Judged:
    """Whether one sentence that does something says who does it and when."""
    best, found, most = None, Commitment(None, None), 0.0
    for one in talk.deeds():
        if RESOLVE not in one.sentence.labels or not binds(one.sentence.text):
            continue
        told = commitment(one.sentence.text)
        share = (quality.parts["who"] if told.who else 0.0) + (quality.parts["when"] if told.when else 0.0)
        if share > most:
            best, found, most = one, told, share
    if best is None:
        return Judged(0.0, "nothing says who does what, and when")
    who = f"who ({found.who})" if found.who else "not who"
    when = f"when ({found.when})" if found.when else "not when"
    joined = (
        f"{who} and {when}" if found.who and found.when else f"{who}, but {when}" if found.who else f"{when}, {who}"
    )
    return Judged(most, f"{best.quoted} says {joined}", (best,))


def _acts(one: Said) -> bool:
    told = commitment(one.sentence.text)
    deed = bool({RESOLVE, DIAGNOSE} & set(one.sentence.labels)) and binds(one.sentence.text)
    return deed and (told.who in _OWN or _done(one)) and (one.specific > 0 or told.when is not None)


def _done(one: Said) -> bool:
    """Whether it tells what is being done or has just been done: "the charge is cancelled" has an author as well."""
    text = plainly(one.sentence.text)
    return bool(sayings().just_done.search(text)) or bool(
        sayings().commits.search(text) and commitment(text).who in _OWN
    )


def _takes_over(one: Said) -> bool:
    return bool(sayings().takes_over.search(plainly(one.sentence.text)))
