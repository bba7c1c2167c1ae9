"""Every page, on the one blueprint: reading the modules adds their routes to it."""

from assistant_api.web import (
    assignment_pages,
    insight_pages,
    outward_pages,
    pages,
    people_pages,
    privacy_pages,
    review_pages,
    scenario_pages,
)
from assistant_api.web.blueprint import blueprint

__all__ = [
    "assignment_pages",
    "blueprint",
    "insight_pages",
    "outward_pages",
    "pages",
    "people_pages",
    "privacy_pages",
    "review_pages",
    "scenario_pages",
]
