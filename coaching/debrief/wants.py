"""What the customer was after, and whether it was met."""

from __future__ import annotations

from collections.abc import Iterator

from coaching.customer.constants_file import load_constants
from coaching.customer.scenario import CAUSE, HEARD
from coaching.debrief.report import Want
from coaching.played import PlayedSession
from coaching.scoring.story import Story


def wants(played: PlayedSession, story: Story) -> tuple[Want, ...]:
    """Each want of the scenario that says what meets it, met or not."""
    happened = frozenset(_happened(played, story))
    return tuple(
        Want(want.text, happened.issuperset(want.every) and (not want.by or not happened.isdisjoint(want.by)))
        for want in story.scenario.wants
        if want.by or want.every
    )


def _happened(played: PlayedSession, story: Story) -> Iterator[str]:
    """The remedies that were offered within the limits and not taken back, and what there is beside remedies."""
    enough = load_constants().words.heard_at
    if any(turn.state.feelings.interactional >= enough for turn in played.turns):
        yield HEARD
    on_the_table: set[str] = set()
    for turn in played.turns:
        for sentence in turn.sentences:
            act = story.acts[turn.number, sentence.start]
            on_the_table.difference_update(act.takes_back)
            if act.mistakes:
                continue
            if act.names_cause:
                yield CAUSE
            on_the_table.update(offer.remedy for offer in story.offered(turn.number, sentence) if offer.beyond is None)
    yield from on_the_table
