"""Executed by Alembic before the steps: hands it the connection that `coach.store.migration` opened."""

from alembic import context

from coach.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite changes a column by copying its table
    transactional_ddl=True,  # our transactions hold changes of tables too: all steps or none
)
with context.begin_transaction():
    context.run_migrations()
