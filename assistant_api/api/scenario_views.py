"""From a scenario to what the API answers of it: nothing of what the agent has yet to find out."""

from __future__ import annotations

from assistant_api.api import answers
from assistant_api.services import services
from coaching.customer import Scenario


def scenario_summary(scenario: Scenario) -> answers.ScenarioSummary:
    """A scenario without its brief."""
    return answers.ScenarioSummary.parse_obj(_shown(scenario))


def scenario_answer(scenario: Scenario) -> answers.ScenarioAnswer:
    """A scenario with its brief."""
    return answers.ScenarioAnswer.parse_obj({**_shown(scenario), "brief": scenario.brief.to_json()})


def _shown(scenario: Scenario) -> dict[str, object]:
    told = {name: getattr(scenario, name, None) for name in answers.ScenarioSummary.__fields__}
    own = services().catalogue.library.is_own(scenario.id)
    return {**told, "service": scenario.service.to_json(), "own": own}
