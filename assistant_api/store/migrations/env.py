"""Alembic's way in: runs the migrations on the connection that ``store.migrate`` hands over."""

from alembic import context

from assistant_api.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    # SQLite changes a table by making it anew; elsewhere this says nothing.
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
