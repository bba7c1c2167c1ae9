import json
import re

import pytest

from coaching.moves import STEPS
from coaching.suggestions.ruleset import active_rules

POOR = (
    "Hi Anna,\n\nWe apologise for any inconvenience caused. As per our policy, lost parcels cannot be refunded within "
    "14 days. You should have told us. We will look into it.\n\nKind regards,\nTom"
)


def test_offsets_are_those_of_the_draft(checker, message):
    draft = "😀 " + POOR
    report = checker.check(draft, message)
    for sentence in report.sentences:
        assert draft[sentence.start : sentence.end] == sentence.text
    for finding in report.findings:
        assert draft[finding.start : finding.end] == finding.text
    for suggestion in report.suggestions:
        assert 0 <= suggestion.start <= suggestion.end <= len(draft)


def test_every_mistake_is_found_with_a_reason_and_a_better_wording(checker, message):
    report = checker.check(POOR, message)
    assert [finding.label for finding in report.findings if finding.label] == [
        "weak_apology",
        "policy",
        "dismiss",
        "blame",
        "empty_promise",
    ]
    offered = {suggestion.id for suggestion in report.suggestions}
    for finding in report.findings:
        assert finding.message and finding.why
        assert finding.suggestion in offered


def test_findings_point_at_the_offending_words(checker, message):
    words = {finding.label: finding.text for finding in checker.check(POOR, message).findings}
    assert words["weak_apology"] == "for any inconvenience caused"
    assert words["policy"] == "As per our policy"


def test_a_suggestion_for_every_missing_step(checker, message):
    report = checker.check(POOR, message)
    missing = [step for step in STEPS if not report.covered()[step]]
    offered = [suggestion.step for suggestion in report.suggestions if suggestion.kind == "insert"]
    # The weak apology covers nothing, and is mended where it stands.
    assert offered == [step for step in missing if step != "apologize"]
    assert "apologize" in missing


def test_each_mistake_replaced_raises_the_score(checker, message, filled):
    report = checker.check(POOR, message)
    mending = {finding.suggestion for finding in report.findings if finding.label}
    for suggestion in report.suggestions:
        if suggestion.id in mending:
            mended = checker.check(filled(suggestion.apply(POOR)), message)
            assert mended.scorecard.score > report.scorecard.score, suggestion


def test_words_around_a_replacement_stay(checker, message):
    report = checker.check(POOR, message)
    (suggestion,) = [one for one in report.suggestions if one.rule.startswith("weak_apology")]
    mended = suggestion.apply(POOR)
    assert mended.startswith("Hi Anna,\n\nWe apologise ")
    assert re.search(r"We apologise \w[^.]+\. As per our policy", mended)


def test_a_refusal_keeps_its_fact(checker):
    draft = "I am sorry, but we cannot refund opened items."
    (suggestion,) = [one for one in checker.check(draft).suggestions if one.kind == "replace"]
    assert re.fullmatch(r"I am sorry\. \w+ we cannot refund opened items, .+\[.+\]\.", suggestion.apply(draft))


def test_a_replacement_leaves_the_greeting_of_its_sentence(checker):
    draft = "Hello Anna, you should have told us."
    (suggestion,) = [one for one in checker.check(draft).suggestions if one.kind == "replace"]
    assert re.fullmatch(r"Hello Anna, [A-Z].+\.", suggestion.apply(draft))


@pytest.mark.parametrize(
    ("draft", "step", "before", "after"),
    [
        ("Hi Anna,\n\nI have refunded it.\n\nKind regards,\nTom", "hear", "Hi Anna,\n\n", " I have refunded it."),
        (
            "Hi Anna,\n\nI have refunded it.\n\nKind regards,\nTom",
            "diagnose",
            "I have refunded it. ",
            "\n\nKind regards,\nTom",
        ),
        ("This is frustrating. I have refunded it.", "hear", "", " This is frustrating."),
        ("This is frustrating. I have refunded it.", "apologize", "This is frustrating. ", " I have refunded it."),
        ("There were two labels. Bye", "resolve", "", " There were two labels. Bye"),
        ("I am sorry that it came late", "resolve", "I am sorry that it came late. ", ""),
        ("Hi Anna", "hear", "Hi Anna,\n\n", ""),
        ("Hi Anna,", "hear", "Hi Anna,\n\n", ""),
        ("Kind regards", "hear", "", "\n\nKind regards"),
        ("ok", "hear", "ok. ", ""),
        ("ok,", "hear", "ok, ", ""),
        ("Mrs Kowal", "hear", "Mrs Kowal,\n\n", ""),
        ("Anna,", "hear", "Anna,\n\n", ""),
        ("", "hear", "", ""),
    ],
)
def test_a_missing_step_goes_to_its_place(checker, message, draft, step, before, after):
    (suggestion,) = [one for one in checker.check(draft, message).suggestions if one.step == step]
    left, right = suggestion.apply(draft).split(suggestion.text.strip(" \n,."))
    assert left.endswith(before)
    assert right.removeprefix(".").startswith(after)


def test_suggestions_are_about_this_customer(checker, message):
    offered = " ".join(one.text for one in checker.check("Hi Anna,", message).suggestions)
    assert "your son" in offered
    assert "48213" in offered
    assert "Lego castle" in offered


def test_nothing_is_made_up_where_nothing_is_known(checker):
    for suggestion in checker.check("Hi there,", "").suggestions:
        assert not re.search(r"[\d£$€{}]", suggestion.text)


def test_a_fact_is_said_once_before_it_is_said_again(checker, message):
    offered = [one.text for one in checker.check("Hi Anna,", message).suggestions]
    assert sum("nobody answered your emails" in text for text in offered) == 1
    assert len(set(offered)) == len(offered)


def test_other_customers_get_other_words(checker):
    things = ("kettle", "toaster", "lamp", "printer", "heater", "fridge")
    wordings = {
        one.rule
        for thing in things
        for one in checker.check("Hi,", f"My {thing} arrived broken.").suggestions
        if one.step == "empathize"
    }
    assert len(wordings) > 1


def test_wording_stands_still_while_the_agent_types_on(checker, message):
    short = checker.check("Hi Anna,\n\nYou should have told us.", message)
    longer = checker.check("Hi Anna,\n\nYou should have told us. I am", message)
    assert [one.text for one in short.suggestions if one.kind == "replace"] == [
        one.text for one in longer.suggestions if one.kind == "replace"
    ]


def test_the_same_draft_gets_the_same_report(checker, message):
    assert checker.check(POOR, message).to_json() == checker.check(POOR, message).to_json()


@pytest.mark.parametrize("customer", ["", "   ", "🙂", "thanks!", "x" * 5000, "word " * 3000])
@pytest.mark.parametrize("draft", ["", " \n", "ok", "🙂🙂", POOR, "!!!", "https://example.org"])
def test_any_text_gets_a_report_that_json_can_carry(checker, draft, customer):
    data = checker.check(draft, customer).to_json()
    assert json.loads(json.dumps(data)) == data
    assert 0 <= data["score"] <= 100
    assert data["score"] == round(sum(point["points"] for point in data["points"]))
    assert list(data["steps"]) == list(STEPS)


@pytest.mark.parametrize(
    ("draft", "rule"),
    [
        ("That's not my department.", "deflect.not_mine"),
        ("Calm down.", "dismiss.calm_down"),
        ("Stop being childish.", "hostile.insult"),
    ],
)
def test_words_beyond_doubt_count_in_marks_findings_and_score_though_the_recogniser_missed_them(checker, draft, rule):
    report = checker.check(f"This is frustrating. {draft}")
    assert [finding.rule for finding in report.findings] == [rule]
    assert report.sentences[1].labels == (rule.split(".")[0],)
    assert report.scorecard.score < checker.check("This is frustrating. It is Friday.").scorecard.score


@pytest.mark.parametrize(
    ("customer", "fact"),
    [
        ("Meant to arrive on Tuesday. Birthday on Saturday!", "Tuesday and Saturday"),
        ("charged me twice £184.20, can't pay my rent", "£184.20"),
        ("washing machine leaks all over kitchen floor", "your message"),
    ],
)
def test_who_told_it_in_fragments_is_not_asked_to_tell_it_again(checker, customer, fact):
    (hear,) = [one for one in checker.check("Hi,", customer).suggestions if one.step == "hear"]
    assert "what happened" not in hear.text
    assert fact in hear.text


def test_a_hurried_customer_is_not_told_that_there_is_no_hurry():
    offered = " ".join(one.text for rule in active_rules().of_label["rush"] for one in rule.replace)
    assert "no hurry" not in offered
    assert "I am reading every word" in offered


def test_a_lost_occasion_is_not_taken_care_of(checker):
    offered = " ".join(
        one.text for one in checker.check("Hi,", "You cancelled it, so my mum missed her operation.").suggestions
    )
    assert "your mum's operation" in offered
    assert "taken care of" not in offered


def test_an_empty_draft_scores_nothing(checker, message):
    assert checker.check("", message).scorecard.score == 0
