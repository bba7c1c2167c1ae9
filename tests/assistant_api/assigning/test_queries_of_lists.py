"""The lists ask the database as often for much as for little."""

import pytest
from sqlalchemy import event


def queries(cast, path, name):
    asked = []
    engine = cast.app.extensions["heard"].database.engine

    def count(connection, cursor, statement, *rest):
        asked.append(statement)

    event.listen(engine, "before_cursor_execute", count)
    try:
        assert cast[name].get(path).status_code == 200
    finally:
        event.remove(engine, "before_cursor_execute", count)
    return len([one for one in asked if one.lstrip().upper().startswith("SELECT")])


@pytest.mark.parametrize("name", ["ann", "tess", "ada"])
@pytest.mark.parametrize("path", ["/assignments", "/goals"])
def test_as_many_for_much_as_for_little(cast, path, name):
    def more(count):
        for _ in range(count):
            made = cast["tess"].assign(tries=1)
            cast["tess"].post("/goals", {"team": "north", "measure": "score", "target": 99})
            cast["ann"].begin(made)

    more(1)
    little = queries(cast, path, name)
    more(4)
    assert queries(cast, path, name) == little <= 14
