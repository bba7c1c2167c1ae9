"""Makes a stored session as old as a test wants it."""

from datetime import datetime, timedelta

from sqlalchemy import select, update

from assistant_api.store.tables import sessions, turns


def age(database, session, **by):
    """Move a session and its turns into the past, as if all of it had happened so long ago."""
    back = timedelta(**by)
    with database.writing() as connection:
        for table, key in ((sessions, sessions.c.id), (turns, turns.c.session_id)):
            for row in connection.execute(select(table).where(key == session["id"])).all():
                moved = {
                    name: value - back
                    for name, value in row._mapping.items()
                    if isinstance(value, datetime) and name != "claimed_until"
                }
                connection.execute(update(table).where(table.c.serial == row.serial).values(moved))


def told(moment):
    """A moment of an answer as a value."""
    return datetime.fromisoformat(moment)
