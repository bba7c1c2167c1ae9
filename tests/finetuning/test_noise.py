from __future__ import annotations

import random

from finetuning.settings import read_settings
from finetuning.texts import Labelled, Pieces, customers_with_gaps, with_noise

ROWS = [
    Labelled("01", "I am sorry that it broke.", "it broke", "talk-1", (1.0, 0.0)),
    Labelled("02", "A new one is on its way.", "it broke", "talk-1", (0.0, 1.0)),
    Labelled("03", "Is that all for today?", "thanks", "talk-1", (0.0, 0.5)),
]


def test_without_a_share_nothing_changes() -> None:
    assert with_noise(ROWS, 0.0, random.Random(1)) == [(row.text, row.target) for row in ROWS]


def test_noise_is_the_same_for_the_same_seed_and_other_in_the_next_epoch() -> None:
    chance = random.Random(7)
    first, second = with_noise(ROWS * 30, 1.0, chance), with_noise(ROWS * 30, 1.0, chance)
    assert with_noise(ROWS * 30, 1.0, random.Random(7)) == first
    assert first != second


def test_joined_sentences_do_what_either_does_and_stay_within_their_message() -> None:
    targets = {target for seed in range(40) for _, target in with_noise(ROWS, 1.0, random.Random(seed))}
    assert targets == {(1.0, 0.0), (1.0, 1.0), (0.0, 1.0), (0.0, 0.5)}


def test_slips_of_typing_leave_most_of_the_letters() -> None:
    for seed in range(60):
        for (text, _), row in zip(with_noise(ROWS[2:], 1.0, random.Random(seed)), ROWS[2:], strict=True):
            assert abs(len(text) - len(row.text)) <= 2
            assert set(text.lower()) <= set(row.text.lower())


def test_long_texts_are_cut_to_pieces() -> None:
    (long, short) = Pieces(12)(["word " * 50, "word"])
    assert len(long) == 12
    assert (long[0], long[-1]) == (short[0], short[-1])


def test_settings_can_be_read() -> None:
    settings = read_settings()
    assert settings.parts >= 2
    assert 0 <= settings.augment <= 1


def test_some_customers_lose_their_beginning_or_all_they_said() -> None:
    said = [f"one two three four five six seven eight nine {number}" for number in range(200)]
    found = customers_with_gaps(said, 0.8, random.Random(3))
    assert all(text.endswith(kept) for text, kept in zip(said, found, strict=True))
    assert "" in found
    assert said[0] in customers_with_gaps(said, 0.0, random.Random(3))
    assert len(set(customers_with_gaps(said[:1] * 50, 1.0, random.Random(3)))) == 1
