"""Drafts that are not English."""

import pytest

GERMAN = "Das tut mir leid. Wegen unserer policy should have, kind regards, können wir Ihr Paket leider nicht ersetzen."


def test_nothing_is_found_asked_for_or_scored(checker, message):
    report = checker.check(GERMAN, message)
    assert (report.language.code, report.language.judged) == ("de", False)
    assert report.sentences == report.findings == report.suggestions == ()
    said = report.to_json()
    assert {key for key, value in said.items() if value is None} == {
        *("score", "steps", "sentiment", "rubric"),
        *("tone", "fit", "reaction"),
    }
    assert said["advice"] == []
    assert said["understanding"]["emotion"]["name"] == "frustrated"
    assert said["points"] == []
    assert said["language"]["name"] == "German"


@pytest.mark.parametrize(
    "draft", ["We refunded you today.", "Merci!", "🙏", "Hola Ana! We refunded you, it takes two days."]
)
def test_all_else_is_judged(checker, message, draft):
    said = checker.check(draft, message).to_json()
    assert said["language"]["judged"]
    assert isinstance(said["score"], int) and len(said["steps"]) == 5


def test_the_same_report_has_the_language_beside_a_score(checker, message):
    language = checker.check("We refunded you today, I am sorry for the wait.", message).to_json()["language"]
    assert (language["code"], language["name"], language["judged"]) == ("en", "English", True)
    assert 0 <= language["confidence"] <= 1
