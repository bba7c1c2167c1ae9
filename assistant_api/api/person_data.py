"""What is stored of a person over the API: what that is, all of it handed out, all of it erased."""

from __future__ import annotations

from typing import Any

from flask import Blueprint
from pydantic import Field

from assistant_api.access import Access, Scope
from assistant_api.api.operation import Routes
from assistant_api.people import current_person
from assistant_api.services import services
from assistant_api.shapes import Shape
from assistant_api.store.people_errors import NoSuchPerson

Rows = list[dict[str, Any]]


class StoredOfPerson(Shape):
    """Everything that is stored of a person, row by row; hashes of passwords and tokens are left out."""

    person: dict[str, Any]
    teams: list[str]
    sessions: Rows = Field(description="With turns, scorecard, debrief, comments, corrections, disputes and ratings")
    comments_written: Rows
    corrections_made: Rows
    disputes_answered: Rows
    ratings_given: Rows
    assignments_made: Rows
    goals_set: Rows
    assigned: Rows
    certificates: Rows
    kept_replies: Rows = Field(description="Finished replies, where these are kept")
    tokens: Rows
    sign_ins: Rows = Field(description="Browsers that are signed in")
    record: Rows = Field(description="What they did, and what others did with them and their sessions")


class ErasedOfPerson(Shape):
    """What was erased."""

    sessions: int = Field(ge=0)
    account: bool = Field(description="False for the last admin, and where nobody signs in: then the account stays")


def export_person(person_id: str) -> StoredOfPerson:
    """All that there is."""
    asks = current_person()
    _require(person_id)
    return StoredOfPerson.parse_obj(services().privacy.person.export(person_id, asks))


def erase_person(person_id: str) -> ErasedOfPerson:
    """Nothing of it stays."""
    asks = current_person()
    _require(person_id)
    return ErasedOfPerson.parse_obj(services().privacy.person.erase(person_id, asks)._asdict())


def add_to(blueprint: Blueprint) -> None:
    """Add these routes."""
    Routes(blueprint, "Personal data", Access.AGENT, Scope.EXPORT).route(
        "GET",
        "/people/<person_id>/export",
        "Everything that is stored of a person, for themselves or an admin",
        answer=StoredOfPerson,
    )(export_person)
    # A token that may write sessions should not be able to do this by mistake.
    Routes(blueprint, "Personal data", Access.AGENT, Scope.ADMIN).route(
        "DELETE",
        "/people/<person_id>/data",
        "Erase everything that is stored of a person, account included; for themselves or an admin",
        answer=ErasedOfPerson,
    )(erase_person)


def _require(person_id: str) -> None:
    """Oneself, or an admin; others are not there for anybody else."""
    asks = current_person()
    if asks.id != person_id and not asks.is_admin:
        raise NoSuchPerson
