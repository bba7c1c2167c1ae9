"""What there is: versions, switches, the codebook, scenarios, personas, levels, health, and the API's own document."""

from __future__ import annotations

from flask import current_app

from assistant_api.api import answers
from assistant_api.api.openapi import VERSION, Document, document
from assistant_api.api.operation import Routes
from assistant_api.api.scenario_views import scenario_answer, scenario_summary
from assistant_api.services import services
from coaching.channels import channel_norms
from coaching.moves import CODEBOOK_VERSION, MOVES

OK, DOWN, DEGRADED = "ok", "down", "degraded"


def get_about() -> answers.AboutAnswer:
    """The versions, and what is switched on."""
    keeping = services().keeping
    return answers.AboutAnswer(
        api=VERSION,
        codebook=CODEBOOK_VERSION,
        channels=[answers.ChannelAnswer(name=name, title=norms.title) for name, norms in channel_norms().items()],
        keeps_drafts=keeping.is_on,
        keep_drafts_days=keeping.days,
    )


def get_moves() -> answers.MovesAnswer:
    """The codebook."""
    moves = [
        answers.MoveAnswer(label=move.label, kind=move.kind.value, title=move.title, meaning=move.meaning)
        for move in MOVES
    ]
    return answers.MovesAnswer(codebook=CODEBOOK_VERSION, moves=moves)


def get_scenarios() -> answers.ScenariosAnswer:
    """All scenarios."""
    return answers.ScenariosAnswer(scenarios=[scenario_summary(one) for one in services().catalogue.scenarios])


def get_scenario(scenario_id: str) -> answers.ScenarioAnswer:
    """One scenario."""
    return scenario_answer(services().catalogue.scenario(scenario_id))


def get_personas() -> answers.PersonasAnswer:
    """All personas."""
    return answers.PersonasAnswer(
        personas=[
            answers.PersonaAnswer(id=one.id, name=one.name, description=one.description)
            for one in services().catalogue.personas
        ]
    )


def get_levels() -> answers.LevelsAnswer:
    """The levels of difficulty."""
    levels = services().levels.values()
    return answers.LevelsAnswer(levels=[answers.LevelAnswer.parse_obj(level.to_json()) for level in levels])


def get_health() -> answers.HealthAnswer:
    """Every part's health."""
    parts = services().health.parts()
    told = {name: {"status": OK if part.works else DOWN, "detail": part.detail} for name, part in parts.items()}
    works = all(part.works for part in parts.values())
    return answers.HealthAnswer.parse_obj({"status": OK if works else DEGRADED, "parts": told})


def get_openapi() -> Document:
    """The document of this API."""
    return document(current_app)


def add_health_to(routes: Routes) -> None:
    """Add what whoever runs this asks."""
    routes.route("GET", "/health", "How each part is", answer=answers.HealthAnswer)(get_health)


def add_to(routes: Routes) -> None:
    """Add these routes."""
    routes.route("GET", "/about", "Versions, channels, and whether replies are kept", answer=answers.AboutAnswer)(
        get_about
    )
    routes.route("GET", "/moves", "The codebook: the moves a sentence can make", answer=answers.MovesAnswer)(get_moves)
    routes.route("GET", "/scenarios", "The scenarios there are", answer=answers.ScenariosAnswer)(get_scenarios)
    routes.route("GET", "/scenarios/<scenario_id>", "A scenario with its brief", answer=answers.ScenarioAnswer)(
        get_scenario
    )
    routes.route("GET", "/personas", "The customers there are", answer=answers.PersonasAnswer)(get_personas)
    routes.route("GET", "/levels", "The levels of difficulty, and what each changes", answer=answers.LevelsAnswer)(
        get_levels
    )
    routes.route("GET", "/openapi.json", "This document", answer=Document)(get_openapi)
