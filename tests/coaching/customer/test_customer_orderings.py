"""The orderings that ARCHITECTURE.md asks of the customer's feelings, over random scripts, personas and failures."""

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scripts import CONSTANTS, FAILURES, GOOD, SHARES, TEMPERS, acts, play, scripts

from coaching.customer.acts import Act
from coaching.moves import LABELS, MISTAKES, in_codebook_order

EVER = 1e-9
"""Room for rounding."""
CALM_TURN = [Act("one moment", ())]
WORDS = tuple(move for move in GOOD if move != "resolve")
NO_WORDS = ("resolve", "inquire", "courtesy")
CLEAR = SHARES.filter(lambda share: share >= 0.3)


@given(scripts(breaks=True), st.lists(acts(MISTAKES), min_size=1, max_size=3), TEMPERS, FAILURES)
def test_a_message_of_mistakes_never_lowers_anger_nor_raises_satisfaction(script, mistakes, temper, failure):
    assume(any(act.mistakes for act in mistakes))
    path = play([*script, mistakes], temper, failure)
    assert path[-1].anger >= path[-2].anger
    assert path[-1].satisfaction <= path[-2].satisfaction


@given(scripts(least_turns=1, breaks=True), st.data(), st.sampled_from(MISTAKES), TEMPERS, FAILURES)
def test_a_mistake_added_anywhere_never_leaves_the_customer_calmer_or_happier(script, data, mistake, temper, failure):
    turn = data.draw(st.integers(0, len(script) - 1))
    place = data.draw(st.integers(0, len(script[turn])))
    worse = [list(message) for message in script]
    worse[turn].insert(place, Act("a mistake", (mistake,)))
    without, with_it = play(script, temper, failure)[-1], play(worse, temper, failure)[-1]
    assert with_it.anger >= without.anger - EVER
    assert with_it.satisfaction <= without.satisfaction + EVER


@given(scripts(breaks=True), st.lists(acts(GOOD), max_size=2), st.sampled_from(["blame", "dismiss"]), TEMPERS, FAILURES)
def test_blame_and_dismissal_raise_anger_above_where_it_was_and_cost_forgiveness(script, good, grave, temper, failure):
    path = play([*script, [*good, Act("…", (grave,))]], temper, failure)
    before, after = path[-2:]
    assert after.anger > before.anger or before.anger == after.anger == 1
    assert after.forgiveness < before.forgiveness or before.forgiveness == 0


@given(scripts(WORDS, most_turns=15), TEMPERS, FAILURES, st.sampled_from([1, 3, 5]))
def test_words_alone_stop_short_of_satisfied(script, temper, failure, level):
    limit = CONSTANTS.endings.content_satisfaction
    assert max(feelings.satisfaction for feelings in play(script, temper, failure, level)) < limit * 0.7


@given(scripts(NO_WORDS, most_turns=15), TEMPERS, FAILURES, st.sampled_from([1, 3, 5]))
def test_a_remedy_without_acknowledgement_stops_short_as_well(script, temper, failure, level):
    limit = CONSTANTS.endings.content_satisfaction
    assert max(feelings.satisfaction for feelings in play(script, temper, failure, level)) < limit * 0.9


def test_words_and_remedy_together_do_satisfy():
    for temper in TEMPERS.elements:
        for failure in FAILURES.elements:
            script = [
                [Act("a", ("hear", "empathize"), 1)],
                [Act("b", ("apologize",), 1)],
                [Act("c", ("resolve",), 1, (("a", 0.6), ("b", 0.3)))],
                [Act("d", ("diagnose",), 1, names_cause=True)],
                CALM_TURN,
                CALM_TURN,
            ]
            last = play(script, temper, failure)[-1]
            assert last.satisfaction >= CONSTANTS.endings.content_satisfaction
            assert last.anger <= CONSTANTS.endings.content_anger


@given(st.sampled_from(["hear", "empathize", "apologize", "resolve", "diagnose"]), TEMPERS, FAILURES)
def test_stock_phrases_earn_a_fraction_of_specific_ones(move, temper, failure):
    start = play([], temper, failure)[-1]
    stock = play([[Act("x", (move,), 0.0)]], temper, failure)[-1]
    specific = play([[Act("x", (move,), 1.0)]], temper, failure)[-1]
    for on in ("interactional", "procedural", "trust"):
        assert getattr(stock, on) - getattr(start, on) <= 0.3 * (getattr(specific, on) - getattr(start, on)) + EVER
    assert stock.anger > specific.anger


@given(scripts(GOOD), TEMPERS, FAILURES)
def test_a_script_in_stock_phrases_never_beats_the_same_in_specific_ones(script, temper, failure):
    def told(specificity):
        return [[replace(act, specificity=specificity) for act in message] for message in script]

    stock, specific = play(told(0.0), temper, failure)[-1], play(told(1.0), temper, failure)[-1]
    assert stock.anger >= specific.anger - EVER
    assert stock.satisfaction <= specific.satisfaction + EVER


@given(CLEAR, TEMPERS, FAILURES, scripts(("inquire", "resolve"), most_turns=3))
def test_the_third_sorry_does_nothing_and_the_fourth_annoys(specificity, temper, failure, before):
    sorry = [Act("sorry", ("apologize",), specificity)]

    def after(number, last):
        return play([*before, *[sorry] * (number - 1), last], temper, failure)[-1]

    assert after(2, sorry).anger < after(2, CALM_TURN).anger
    assert after(3, sorry) == after(3, CALM_TURN)
    assert after(4, sorry).anger > after(4, CALM_TURN).anger
    assert after(4, sorry).trust < after(4, CALM_TURN).trust or after(4, CALM_TURN).trust == 0


@given(st.sampled_from(["hear", "empathize", "apologize", "diagnose", "thank"]), CLEAR, TEMPERS, FAILURES)
def test_every_repetition_brings_less_until_it_brings_nothing(move, specificity, temper, failure):
    path = play([[Act("x", (move,), specificity)]] * 9, temper, failure)
    gains = [after.interactional - before.interactional for before, after in zip(path, path[1:], strict=False)]
    assert all(later <= earlier + EVER for earlier, later in zip(gains, gains[1:], strict=False))
    assert gains[0] > 0
    assert gains[-1] == 0


@given(st.sampled_from(["hear", "empathize", "apologize"]), CLEAR, CLEAR, st.integers(0, 5), TEMPERS, FAILURES)
def test_empathy_before_remedy_calms_more_than_remedy_first(move, specificity, fit, rest, temper, failure):
    words, remedy = Act("words", (move,), specificity), Act("deed", ("resolve",), 1.0, (("a", fit),))
    quiet = [CALM_TURN] * rest
    for first, second in (([[words], [remedy]], [[remedy], [words]]), ([[words, remedy]], [[remedy, words]])):
        right, wrong = play(first + quiet, temper, failure)[-1], play(second + quiet, temper, failure)[-1]
        assert right.satisfaction > wrong.satisfaction
        assert right.anger < wrong.anger or right.anger == wrong.anger == 0


@given(scripts(("resolve",), least_turns=2, most_turns=7), st.data(), CLEAR, TEMPERS, FAILURES)
def test_a_late_apology_calms_less_than_an_early_one(others, data, specificity, temper, failure):
    # The last turn is the same in both: what was done last is felt most, whatever it is.
    early = data.draw(st.integers(0, len(others) - 2))
    late = data.draw(st.integers(early + 1, len(others) - 1))
    sorry = [Act("sorry", ("apologize",), specificity)]

    def with_sorry(place):
        return play([*others[:place], sorry, *others[place:]], temper, failure)[-1]

    assert with_sorry(early).anger < with_sorry(late).anger
    assert with_sorry(early).interactional > with_sorry(late).interactional


@given(scripts(GOOD), SHARES, TEMPERS, FAILURES)
def test_a_conditional_apology_does_about_nothing(script, specificity, temper, failure):
    weak = [Act("sorry if", in_codebook_order(("apologize", "weak_apology")), specificity)]
    before, after = play([*script, weak], temper, failure)[-2:]
    silent = play([*script, []], temper, failure)[-1]
    assert before.anger <= after.anger
    assert after.anger - max(before.anger, silent.anger) < 0.08
    assert after.interactional <= before.interactional
    assert after.satisfaction <= before.satisfaction


@pytest.mark.parametrize("first", MISTAKES)
def test_a_second_mistake_hurts_more_than_the_first(first):
    for temper in TEMPERS.elements:
        for failure in FAILURES.elements:
            path = play([[Act("x", (first,))], [Act("y", (first,))]], temper, failure)
            one, two = path[1].deviation - path[0].deviation, path[2].deviation - path[1].deviation
            assert two > one


@given(scripts(least_turns=3, breaks=True), TEMPERS, FAILURES)
def test_each_level_of_difficulty_is_no_kinder_than_the_one_below(script, temper, failure):
    ends = [play(script, temper, failure, level)[-1] for level in range(1, 6)]
    for easier, harder in zip(ends, ends[1:], strict=False):
        assert harder.anger >= easier.anger - EVER
        assert harder.satisfaction <= easier.satisfaction + EVER
        assert harder.patience <= easier.patience + EVER


def test_each_level_of_difficulty_changes_the_outcome_of_the_same_script():
    script = [
        [Act("a", ("hear",), 0.6)],
        [Act("b", ("empty_promise",))],
        [Act("c", ("apologize",), 0.8)],
        [Act("d", ("resolve",), 1, (("a", 0.5),))],
    ]
    for temper in TEMPERS.elements:
        ends = [play(script, temper, FAILURES.elements[0], level)[-1] for level in range(1, 6)]
        assert sorted({end.anger for end in ends}) == [end.anger for end in ends]
        assert sorted({end.satisfaction for end in ends}) == [end.satisfaction for end in reversed(ends)]


def test_every_move_of_the_codebook_has_its_size():
    assert set(CONSTANTS.gains) | set(CONSTANTS.mistakes) == set(LABELS)
