"""An application where people sign in, on a store full of hostile text, with a hostile scenario of somebody's own."""

from dataclasses import replace

import pytest
from full_store import ADA, ROOT, TOM
from hostile_scenario import hostile_scenario
from hostile_store import fill_hostile
from signed_in import Known
from sqlalchemy import update

from assistant_api import create_app
from assistant_api.store import TokenStore
from assistant_api.store.tables import tokens

ROLES = {"agent": ADA, "trainer": TOM, "admin": ROOT}
SCENARIO = "hostile"


@pytest.fixture
def own_scenarios(tmp_path, catalogue, monkeypatch):
    """A folder with one hostile scenario that can be practised, and one file that cannot be read."""
    folder = tmp_path / "own"
    folder.mkdir()
    monkeypatch.setattr(catalogue.library, "own", folder)
    (folder / f"{SCENARIO}.yml").write_text(hostile_scenario(), "utf-8")
    (folder / "broken.yml").write_text(f"title: [{hostile_scenario()!r}", "utf-8")
    return folder


@pytest.fixture
def everybody(settings, database, own_scenarios):
    """Who asks the application, by role."""
    fill_hostile(database)
    app = create_app(replace(settings, sign_in=True, keep_drafts=True))
    store = TokenStore(database)
    asking = {role: Known(app, store.add(role)) for role in ROLES}
    with database.writing() as connection:
        for role, person_id in ROLES.items():
            mine = update(tokens).where(tokens.c.name == role)
            connection.execute(mine.values(person_id=person_id, scopes=["read", "write", "export", "admin"]))
            asking[role].person_id = person_id
    return asking
