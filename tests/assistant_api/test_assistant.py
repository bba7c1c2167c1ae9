"""The assistant's routes with the recogniser: channel, cap of advice, batches, rewrites."""

import pytest
from api_client import assert_problem

pytestmark = pytest.mark.model

DRAFT = "Sorry if you were upset. As per our policy we cannot refund it. You should have read the terms. Calm down!"
CUSTOMER = "My parcel 48213 was due on Friday, for my daughter's birthday. Where is it?!"
BODY = {"draft": DRAFT, "customer": CUSTOMER}


@pytest.fixture(scope="module")
def api(tmp_path_factory):
    """One application for all of them: the recogniser is loaded once, and nothing here is stored."""
    from api_client import Api

    from assistant_api import create_app
    from assistant_api.settings import Settings
    from assistant_api.store import Database
    from assistant_api.store.migrate import migrate

    url = f"sqlite:///{tmp_path_factory.mktemp('assistant') / 'heard.sqlite3'}"
    migrate(Database(url, 1))
    return Api(create_app(Settings(database_url=url)))


def check(api, **more):
    answer = api.post("/drafts/check", {**BODY, **more})
    assert answer.status_code == 200, answer.text
    return answer.json


def test_the_cap_takes_the_weightiest_and_changes_nothing_else(api):
    everything, three = check(api), check(api, most=3)
    assert len(everything["advice"]) > 3
    assert three["advice"] == everything["advice"][:3]
    weights = [advice["weight"] for advice in everything["advice"]]
    assert weights == sorted(weights, reverse=True)
    assert {**three, "advice": None} == {**everything, "advice": None}
    assert check(api, most=None) == everything


def test_advice_names_what_is_in_the_report(api):
    report = check(api)
    findings = {finding["id"] for finding in report["findings"]}
    suggestions = {suggestion["id"] for suggestion in report["suggestions"]}
    assert {advice["finding"] for advice in report["advice"]} - {None} == findings
    assert {advice["suggestion"] for advice in report["advice"]} - {None} == suggestions


def test_the_channel_is_what_the_draft_is_judged_by(api):
    reports = {channel: check(api, channel=channel) for channel in ("chat", "email", "social", "phone")}
    assert [report["channel"] for report in reports.values()] == list(reports)
    assert check(api) == reports["chat"]
    assert len({tuple(fit["high"] for fit in report["fit"]) for report in reports.values()}) > 1


def test_without_a_message_nothing_is_understood_or_foreseen(api):
    report = check(api, customer="")
    assert report["understanding"] is report["reaction"] is None
    assert report["tone"] and report["fit"]


def test_a_batch_is_its_drafts_one_by_one(api):
    drafts = [{**BODY, "channel": "email", "most": 2}, {"draft": "Danke für Ihre Geduld, wir melden uns."}, BODY, BODY]
    answer = api.post("/drafts/check/batch", {"drafts": drafts})
    assert answer.status_code == 200, answer.text
    assert answer.json["reports"] == [api.post("/drafts/check", draft).json for draft in drafts]


def test_a_full_batch(api):
    drafts = [{"draft": f"I am sorry about parcel {number}."} for number in range(50)]
    reports = api.post("/drafts/check/batch", {"drafts": drafts}).json["reports"]
    assert [report["sentences"][0]["text"] for report in reports] == [draft["draft"] for draft in drafts]
    problem = assert_problem(api.post("/drafts/check/batch", {"drafts": [*drafts, BODY]}), "validation", 422)
    assert [error["field"] for error in problem["errors"]] == ["drafts"]


def test_the_longest_that_is_taken(api):
    # Six bytes a character, as some programs write JSON.
    longest = ("Sorry, caf\u00e9. " * 2000)[:20_000]
    assert api.post("/drafts/check", {"draft": longest, "customer": longest}).status_code == 200


def test_three_rewrites_with_the_scores_that_they_would_get(api):
    answer = api.post("/drafts/rewrite", {**BODY, "channel": "email"})
    assert answer.status_code == 200, answer.text
    rewrites = answer.json["rewrites"]
    assert [rewrite["style"] for rewrite in rewrites] == ["warmer", "more_apologetic", "shorter"]
    for rewrite in rewrites:
        assert rewrite["score"] == check(api, draft=rewrite["text"], channel="email")["score"]
    assert answer.json["rubric"] == check(api)["rubric"]


def test_the_same_question_has_the_same_answer(api):
    for path in ("/drafts/check", "/drafts/rewrite"):
        assert api.post(path, BODY).json == api.post(path, BODY).json
