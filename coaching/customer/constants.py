"""What the sizes of the customer model mean; the sizes themselves stand in ``constants.yml`` with note and source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Appraisal:
    """How fairness changes the judgement of the failure.

    Attributes:
        loss_by_remedy: Share of the loss that a complete remedy takes away.
        blame_by_words: Share of the blame that full interactional and procedural fairness takes away.
        kind_bonus: Added to the first for a failed outcome, to the second for a failed process.
        interactional_share: Weight of interactional against procedural fairness in the blame.
        unforgiving: What fairness still does for a customer with no forgiveness left.
        curve: Exponent of loss times blame; under 1, since half a loss angers more than half.
    """

    loss_by_remedy: float
    blame_by_words: float
    kind_bonus: float
    interactional_share: float
    unforgiving: float
    curve: float


@dataclass(frozen=True)
class Satisfaction:
    """Weights of the satisfaction that the treatment so far deserves.

    Attributes:
        base: What is there at the beginning.
        words, process, remedy: Weights of interactional, procedural, distributive fairness.
        together: Weight of acknowledgement and remedy together; neither reaches it alone.
        anger_spoils: Share that full anger takes away.
        rate: How much of the way satisfaction goes in a turn.
    """

    base: float
    words: float
    process: float
    remedy: float
    together: float
    anger_spoils: float
    rate: float


@dataclass(frozen=True)
class Words:
    """What makes a good move count.

    Attributes:
        stock: What a phrase that fits any complaint earns of a specific one.
        late_per_turn: What hearing, empathy or apology lose with every turn they come later.
        late_floor: What is left of them at the least.
        own_case: Specificity from which a sentence shows that their case was looked at, whatever it is called.
        heard_at: Interactional fairness from which a customer takes a remedy in full.
        unheard: Share of a remedy that a customer takes who does not feel heard at all.
        doubt: Share of a remedy that no trust at all takes away.
        unknown_fit: Worth of an action that is none of the scenario's remedies.
        muted: What good moves count in the same message as a grave mistake.
    """

    stock: float
    late_per_turn: float
    late_floor: float
    own_case: float
    heard_at: float
    unheard: float
    doubt: float
    unknown_fit: float
    muted: float


@dataclass(frozen=True)
class Patience:
    """What costs patience, and what its loss does.

    Attributes:
        turn: Cost of any turn.
        idle: Further cost of a turn that brings nothing.
        idle_anger: Anger of such a turn for a customer with no patience left.
        remedy: What a full remedy gives back.
        asked_twice, asked_twice_anger: Cost in patience and anger of a question already answered.
        dose_anger, dose_trust: Cost of a move made once too often.
    """

    turn: float
    idle: float
    idle_anger: float
    remedy: float
    asked_twice: float
    asked_twice_anger: float
    dose_anger: float
    dose_trust: float


@dataclass(frozen=True)
class Gain:
    """What a good move earns at its best.

    Attributes:
        interactional, procedural, trust: Share of the way to 1 that it moves these.
        fade: Factor by how often the move was made before; the last one holds from there on.
        annoys_from: The repetition from which the move annoys (1 = the first); None for never.
    """

    interactional: float
    procedural: float
    trust: float
    fade: tuple[float, ...]
    annoys_from: int | None


@dataclass(frozen=True)
class Sting:
    """What a mistake, or a breach of trust, costs.

    Attributes:
        anger, deviation: Added at once.
        trust, patience, forgiveness: Taken away.
        interactional, procedural: Share of what was earned that is lost.
        grave: Whether the message that carries it can calm nothing.
    """

    anger: float
    deviation: float
    trust: float
    patience: float
    forgiveness: float
    interactional: float
    procedural: float
    grave: bool


@dataclass(frozen=True)
class Deviation:
    """Double deviation: the recovery itself fails.

    Attributes:
        floor: Anger that one grave mistake leaves for good in a customer with no forgiveness.
        floor_most: Grave mistakes that are counted at the most.
        mild_most: Share of the way to the utmost anger that a mistake which is not grave goes at the most.
        again: What each earlier mistake adds to the next one's cost.
        again_most: Earlier mistakes that are counted at the most.
        unforgiven: What lost forgiveness adds to a mistake's cost.
        slowed: Share of the way down that anger goes in a message that also hurts.
        most_rise: What anger rises in one turn at the most: nobody goes from uneasy to beside themselves at once.
    """

    floor: float
    floor_most: float
    mild_most: float
    again: float
    again_most: float
    unforgiven: float
    slowed: float
    most_rise: float


@dataclass(frozen=True)
class Bands:
    """Anger from which a mood is furious, angry, annoyed; below, satisfaction from which it is pleased, else calm."""

    furious: float
    angry: float
    annoyed: float
    pleased: float


@dataclass(frozen=True)
class Endings:
    """When a customer ends by themselves.

    Attributes:
        content_anger, content_satisfaction: At most and at least this much to be content.
        glad: Satisfaction from which somebody content lets a thing be that is still open.
        grudging_anger, grudging_remedy: At most this anger, and at least this distributive fairness, to settle.
        boiling: Anger at which one more mistake is the last straw.
        most_turns: Agent turns after which the customer has had enough in any case.
    """

    content_anger: float
    content_satisfaction: float
    glad: float
    grudging_anger: float
    grudging_remedy: float
    boiling: float
    most_turns: float


@dataclass(frozen=True)
class Constants:
    """All of ``constants.yml``."""

    appraisal: Appraisal
    satisfaction: Satisfaction
    words: Words
    patience: Patience
    gains: Mapping[str, Gain]
    mistakes: Mapping[str, Sting]
    breaches: Mapping[str, Sting]
    deviation: Deviation
    bands: Bands
    endings: Endings
