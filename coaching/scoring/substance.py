"""A remedy that fits the loss, and the true cause: what only the scenario tells."""

from __future__ import annotations

from coaching.scoring.account import Said
from coaching.scoring.session_weights import Quality
from coaching.scoring.talk import Judged, Talk


def remedy(talk: Talk, quality: Quality) -> Judged:
    """How far what was offered within the limits makes up for the loss."""
    assert talk.story is not None
    fits: dict[str, float] = {}
    titles: dict[str, str] = {}
    proof: list[Said] = []
    for one in talk.good():
        inside = [offer for offer in talk.story.offers(one) if offer.beyond is None]
        if any(offer.remedy not in fits for offer in inside):
            proof.append(one)
        fits.update({offer.remedy: offer.fit for offer in inside})
        titles.update({offer.remedy: offer.title for offer in inside})
    left = 1.0
    for fit in fits.values():
        left *= 1.0 - fit
    if not fits:
        return Judged(0.0, "nothing was offered that makes up for this loss within your limits")
    what, made = ", ".join(titles.values()), 1.0 - left
    enough = ", which is enough" if made >= talk.weights.remedy_full else ""
    proved = " and ".join(one.quoted for one in proof)
    return Judged(
        made / talk.weights.remedy_full,
        f"{proved} – {what} – makes up for {made:.0%} of the loss{enough}",
        tuple(proof),
    )


def cause(talk: Talk, quality: Quality) -> Judged:
    """Whether the true cause was named."""
    assert talk.story is not None
    story = talk.story
    naming = next((one for one in talk.good() if story.act(one).names_cause), None)
    if naming is None:
        return Judged(0.0, "nothing names why it really happened")
    return Judged(1.0, f"{naming.quoted} names why it really happened", (naming,))
