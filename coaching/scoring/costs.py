"""What takes points away, in a session and in a draft."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from coaching.asking import asks_for_told
from coaching.moves import APOLOGIZE, MISTAKES, move
from coaching.recognition.doubt import is_doubtful
from coaching.reply import Reply
from coaching.reply_weights import ReplyWeights
from coaching.rubric import Dose, Rubric
from coaching.scoring.account import Account, Evidence, Said
from coaching.scoring.repair import repaired_by
from coaching.scoring.safety import left_open
from coaching.scoring.session_weights import SessionWeights
from coaching.scoring.story import Story
from coaching.tone.fit import APOLOGIES, GOOD, said_sorry

_WORD = re.compile(r"[\w'’]+")
_SAFETY_TAKES = 0.5
"""The share of what is left that an open safety question takes at most: friendly and idle is still not rude."""
_SHORT = 4
"""Sentences of fewer words ("Thank you so much.") may come again."""


def charge_repeats(account: Account, said: Sequence[Said], rubric: Rubric) -> None:
    """Charge sentences whose words (as a set, Jaccard index) are those of an earlier one."""
    earlier: list[frozenset[str]] = []
    left = rubric.repeats.most
    for one in said:
        words = frozenset(word.lower() for word in _WORD.findall(one.sentence.text))
        if len(words) < _SHORT:
            continue
        again = any(len(words & other) / len(words | other) >= rubric.repeats.alike for other in earlier)
        earlier.append(words)
        if again:
            left -= account.charge("repeat", min(rubric.repeats.points, left), f"Said again: {one.quoted}.")


def charge_overdose(account: Account, said: Sequence[Said], rubric: Rubric, story: Story | None = None) -> None:
    """Charge the messages that apologise beyond the dose: many apologies read as empty (Packard, Ashtar).

    In a session the first two sentences of a message are one apology; and one that the customer asked for, or that
    takes a mistake back, is none too many.
    """
    dose, left = rubric.apologies, rubric.apologies.most
    apologies = [one for one in said if APOLOGIZE in one.sentence.labels and said_sorry([one.sentence])]
    if rubric.session:
        owed = {one.turn for one in apologies if one.asked_sorry or _mends(one, said, rubric, story)}
        apologies = _second_halves_dropped([one for one in apologies if one.turn not in owed])
    for count, one in enumerate(apologies[dose.enough :], start=dose.enough + 1):
        left -= account.charge("apology_dose", min(dose.points, left), f"Apology number {count}: {one.quoted}.")


def _second_halves_dropped(apologies: Sequence[Said]) -> list[Said]:
    """Without the second sentence of each message: "I'm sorry. That should not have happened." is one apology."""
    counted = Counter[int]()
    kept = []
    for one in apologies:
        if counted[one.turn] != 1:
            kept.append(one)
        counted[one.turn] += 1
    return kept


def _mends(one: Said, said: Sequence[Said], rubric: Rubric, story: Story | None) -> bool:
    """Whether a sentence stands in the message that puts an earlier mistake right."""
    if rubric.session is None:
        return False
    mended = (
        repaired_by(earlier, label, said, rubric.session.repair, story)
        for earlier in said
        for label in earlier.sentence.labels
        if label in MISTAKES and earlier.turn < one.turn
    )
    return any(other is not None and other.turn == one.turn for other in mended)


def charge_reply(account: Account, said: Sequence[Said], rubric: Rubric, weights: ReplyWeights, reply: Reply) -> None:
    """Charge what only a draft's score knows."""
    _every_sorry(account, said, rubric.apologies, reply)
    _padding(account, said, weights)
    _asked_again(account, said, weights, reply)
    _wordings(account, weights, reply)
    _misfit(account, weights, reply)


def charge_session(account: Account, said: Sequence[Said], weights: SessionWeights, story: Story | None) -> None:
    """Charge what only a scenario tells: promises beyond the limits, and questions whose answer was known."""
    if story is None:
        return
    left = weights.beyond.most - _charge_safety(account, said, weights, story)
    for one in said:
        for offer in story.offers(one):
            if offer.beyond is not None and not story.forbidden(one):
                reason = f"Beyond your limits ({offer.beyond}): {one.quoted} promises {offer.title.lower()}."
                left -= account.charge(f"beyond_limits.{offer.remedy}", min(weights.beyond.points, left), reason)
    left = weights.asked_known.most
    for one in said:
        if story.act(one).asks_known:
            reason = f"{one.quoted} asks for what they had told you or your card shows."
            left -= account.charge("asked_known", min(weights.asked_known.points, left), reason)


def _charge_safety(account: Account, said: Sequence[Said], weights: SessionWeights, story: Story) -> float:
    """Charge a safety question left open, and a promise about it that nobody may give; tells what the latter took."""
    safety, taken = story.scenario.safety, 0.0
    if safety is None:
        return taken
    turns = max((one.turn for one in said), default=0)
    cost = min(weights.safety.points * left_open(said, turns, safety), weights.safety.most)
    account.charge(
        "safety_open",
        min(cost, account.left * _SAFETY_TAKES),
        f"Safety: it has to be said first {safety.text}; that came late or not at all.",
    )
    for one in said:
        if story.forbidden(one):
            reason = f"Beyond your limits: {one.quoted} promises {safety.never}."
            # One such promise is as bad as it gets: all that promises may cost.
            taken += account.charge("beyond_limits.safety", weights.beyond.most - taken, reason)
    return taken


def charge_mistakes(
    account: Account, said: Sequence[Said], rubric: Rubric, story: Story | None = None
) -> Iterator[tuple[str, Evidence, float, Evidence | None]]:
    """Charge each mistake a share of what is left, so that mending any one of many is seen in the score.

    Yields:
        Label, proof, what it cost, and what put it right; in a session a part of the cost is earned back for that.
    """
    marks = [
        (one, label)
        for one in said
        for label in one.sentence.labels
        if label in MISTAKES and not is_doubtful(one.sentence, label)
    ]
    marked = len({(one.turn, one.sentence.start) for one, _ in marks})
    for one, label in marks:
        rule, kind, share = f"mistake.{label}", move(label), rubric.mistakes[label]
        if rubric.session:
            share *= rubric.session.lone.share_of(one.sentence, label, marked)
        reason = f"{kind.title}: {one.quoted} {kind.meaning}; takes {share:.0%} of {account.left:.1f}."
        cost = account.charge(rule, account.left * share, reason)
        mended = repaired_by(one, label, said, rubric.session.repair, story) if rubric.session else None
        if mended is not None and rubric.session is not None:
            back = rubric.session.repair.share
            account.give_back(
                f"repair.{label}",
                cost * back,
                f"Put right: {mended.quoted} makes up for {one.quoted}; gives back {back:.0%} of {cost:.1f}.",
            )
        yield label, one.as_evidence(rule), cost, mended.as_evidence(f"repair.{label}") if mended else None


def _every_sorry(account: Account, said: Sequence[Said], dose: Dose, reply: Reply) -> None:
    """Charge each "sorry" beyond what the channel can bear, several in one sentence too."""
    norm = next((fit.high for fit in reply.fit if fit.name == APOLOGIES), None)
    enough = dose.enough if norm is None else round(norm)
    count, left = 0, dose.most
    for one in said:
        more = said_sorry([one.sentence])
        count += more
        beyond = min(more, count - enough)
        if beyond > 0:
            reason = f"Sorry is said {count} times by then, and {enough} is enough: {one.quoted}."
            left -= account.charge("apology_dose", min(beyond * dose.points, left), reason)


def _padding(account: Account, said: Sequence[Said], weights: ReplyWeights) -> None:
    padding, left = weights.padding, weights.padding.most
    done: set[str] = set()
    for one in said:
        moves = set(one.sentence.labels)
        if moves and moves <= done and one.specific < padding.below:
            which = " and ".join(move(step).title for step in padding.steps if step in moves)
            reason = f"{which} once more, in a phrase that would fit any complaint: {one.quoted}."
            left -= account.charge("padding", min(padding.points, left), reason)
        done |= moves & set(padding.steps)


def _asked_again(account: Account, said: Sequence[Said], weights: ReplyWeights, reply: Reply) -> None:
    if reply.understanding is None:
        return
    left = weights.told.most
    for one in said:
        told = asks_for_told(one.sentence, reply.understanding)
        if told is not None:
            reason = f"{one.quoted} asks for what the customer told already: “{told.text}”."
            left -= account.charge(f"asked_again.{told.kind}", min(weights.told.points, left), reason)


def _wordings(account: Account, weights: ReplyWeights, reply: Reply) -> None:
    left = weights.wordings.most
    for one in reply.wordings:
        reason = f"Weak wording ({one.severity}): “{one.text}”."
        left -= account.charge(f"wording.{one.rule}", min(weights.wordings.by[one.severity], left), reason)


def _misfit(account: Account, weights: ReplyWeights, reply: Reply) -> None:
    """Charge what is beyond the channel's norm by how far it is; a short reply costs nothing, it only lacks steps."""
    left = weights.channel.most
    for fit in reply.fit:
        norm = fit.high or fit.low
        # Being short is low where there is a high end too.
        if fit.verdict == GOOD or fit.name not in weights.channel.by or not norm or (fit.high and fit.value < norm):
            continue
        cost = weights.channel.by[fit.name] * abs(fit.value - norm) / norm
        left -= account.charge(f"channel.{fit.name}", min(cost, left), fit.message)
