"""The cues of the project's own scenarios: met by whoever has found it or offers it, not by the card or a refusal."""

import re

import pytest

from coaching.customer.matching import hits
from coaching.customer.offers import offers
from coaching.customer.scenario import BESIDE_REMEDIES
from coaching.customer.scenario_file import load_scenarios
from coaching.paths import ROOT
from coaching.yamlfile import read

SCENARIOS = load_scenarios()


def sentences(*texts):
    return [one for text in texts for one in re.split(r"(?<=[.!?])\s+", text)]


def excellent(scenario):
    script = read(ROOT / "benchmarks" / "scripts" / f"{scenario}.yml").at("scripts").at("excellent")
    return sentences(*script.texts())


@pytest.mark.parametrize("scenario", SCENARIOS.values(), ids=SCENARIOS)
def test_the_cause_is_neither_on_the_card_nor_in_an_opening(scenario):
    openings = [line for opening in scenario.openings for line in opening.lines]
    told = sentences(*scenario.brief.order, *scenario.brief.history, *openings)
    assert [one for one in told if hits(one, scenario.root_cause.cues)] == []


@pytest.mark.parametrize("scenario", SCENARIOS.values(), ids=SCENARIOS)
def test_the_excellent_script_names_the_cause_and_meets_every_want(scenario):
    said = excellent(scenario.id)
    assert any(hits(one, scenario.root_cause.cues) for one in said)
    offered = {offer.remedy for one in said for offer in offers(one, scenario) if offer.beyond is None}
    met = offered.union(BESIDE_REMEDIES)
    assert [
        want.text
        for want in scenario.wants
        if not met.issuperset(want.every) or (want.by and met.isdisjoint(want.by)) or not (want.by or want.every)
    ] == []


@pytest.mark.parametrize(
    ("scenario", "said"),
    [
        ("sold_out_offer", "If you want an oven it's £249 from the next delivery, order through the website."),
        ("sold_out_offer", "You could try another branch."),
        ("return_refused", "If you disagree you can put it in writing to Packham."),
        ("refund_missing", "As I said, on our side the refund is done."),
        ("refund_missing", "The refund of £349 was issued on the 28th of October."),
        ("data_breach", "That would be a question for your bank."),
        ("deposit_not_returned", "The £950 was transferred on the 10th of July."),
        ("double_charge", "Let me answer the landlord part straight away."),
        ("order_change", "You would have to send the boots back through the returns portal."),
        ("hotel_room", "You could try another hotel."),
        ("late_parcel", "You can collect it at the depot."),
        ("wrong_size_twice", "You can take it to the post office."),
        ("misdirected_advert", "The £23 offer is for new customers."),
        ("account_taken_over", "You should report that to the police."),
    ],
)
def test_a_refusal_offers_nothing(scenario, said):
    assert offers(said, SCENARIOS[scenario]) == ()


@pytest.mark.parametrize(
    ("scenario", "said"),
    [
        ("return_refused", "They found traces of coffee and drops in the tank and the counter stands at 3 cups."),
        ("return_refused", "Three cups don't make themselves."),
        ("sold_out_offer", "And club card holders got early access on Thursday, it was in the newsletter."),
        ("hearing_aid_repair", "We charged you £45 for handling."),
        ("warranty_claim", "Did you look at the serial number?"),
    ],
)
def test_an_accusation_finds_no_cause(scenario, said):
    assert hits(said, SCENARIOS[scenario].root_cause.cues) == 0
