from coaching.hints import next_hint

HEARD = [("hear", "So the parcel for Saturday never came, and the telescope was for your daughter.")]
EMPATHY = [("empathize", "It must be hard to face your daughter's birthday on Saturday without the telescope.")]
SORRY = [("apologize", "I am sorry that the parcel with the telescope did not come.")]
ASKED = [("inquire", "What does the tracking page show?")]
CAUSE = [("diagnose", "The label fell off and the parcel went back to the warehouse because of the wrong postcode.")]


def test_before_a_word_is_said_the_hint_is_to_hear(played, case):
    hint = next_hint(played(), case)
    assert (hint.rule, hint.step) == ("hear", "hear")
    assert hint.title and hint.why and hint.next_in_words


def test_the_steps_come_in_their_order_and_a_mistake_comes_first(played, case):
    rules = [
        next_hint(played(*messages), case).rule
        for messages in (
            [HEARD],
            [HEARD, EMPATHY],
            [HEARD, EMPATHY, SORRY],
            [HEARD, EMPATHY, SORRY, ASKED],
            [HEARD, EMPATHY, SORRY, [("blame", "You should have given us the right address.")]],
        )
    ]
    assert rules == ["empathize", "apologize", "ask", "resolve", "repair"]


def test_a_stock_phrase_gets_the_hint_to_make_it_specific(played, case):
    hint = next_hint(played(HEARD, [("empathize", "I understand how frustrating this is.")]), case)
    assert hint.rule == "empathize_specific"


def test_the_words_come_for_a_newcomer_and_not_for_one_who_has_managed_the_step(played, case):
    newcomer = next_hint(played(), case)
    knows = next_hint(played(), case, practised=[{"hear": 0.9}])
    assert newcomer.strength == "sentence" and newcomer.sentence
    assert knows.strength == "nudge" and knows.sentence is None
    assert next_hint(played(), case, practised=[{"hear": 0.9}], asked_before=True).sentence
    assert next_hint(played(), case, practised=[{"hear": 0.9}], stuck=True).sentence


def test_a_step_done_well_in_three_sessions_running_fades(played, case):
    well = [{"hear": 0.9}] * 3
    assert next_hint(played(), case, practised=well).faded
    assert not next_hint(played(), case, practised=well[:2]).faded
    assert not next_hint(played(), case, practised=[*well, {"hear": 0.2}]).faded


def test_a_remedy_is_offered_from_the_card_and_the_best_one_first(played, case):
    hint = next_hint(played(HEARD, EMPATHY, SORRY, ASKED), case, stuck=True)
    assert hint.rule == "resolve"
    assert "courier" in hint.sentence or "replacement" in hint.sentence.lower()
    assert hint.sentence.startswith(("Here is what I can do for you: ", "I can "))


def test_nothing_that_needs_a_supervisor_is_ever_offered(played, people):
    for scenario in people.scenarios.values():
        for _ in range(2):
            hint = next_hint(played(HEARD, EMPATHY, SORRY, ASKED, scenario=scenario.id), scenario, stuck=True)
            assert "supervisor" not in hint.sentence
            assert "{" not in hint.sentence and "[" not in hint.sentence


def test_a_sentence_that_was_said_is_not_offered_again(played, case):
    first = next_hint(played(), case, stuck=True).sentence
    again = next_hint(played([("courtesy", first)]), case, stuck=True).sentence
    assert again != first


def test_who_looks_for_the_cause_is_given_a_question_about_something_untold(played, case):
    hint = next_hint(played(HEARD, EMPATHY, SORRY), case, stuck=True)
    assert hint.step == "diagnose"
    assert hint.sentence.endswith("?")
    assert any(fact.topic in hint.sentence for fact in case.facts if not fact.on_card)


def test_the_same_session_gets_the_same_hint(played, case):
    assert next_hint(played(HEARD), case, stuck=True) == next_hint(played(HEARD), case, stuck=True)
