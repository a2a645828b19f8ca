"""Runs Alembic's migrations inside this process, in a transaction of the caller's. Imported only when needed."""

from __future__ import annotations

from importlib.resources import as_file
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config
from alembic.util import CommandError

from coach.errors import StoreError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    import sqlalchemy as sa


def migrate(connection: sa.Connection, migrations: Traversable) -> None:
    """Bring the tables to the newest revision; nothing happens if they are."""
    with as_file(migrations) as folder:
        config = Config(attributes={"connection": connection})
        # A percent sign in a folder's name would be an interpolation to the reader of settings.
        config.set_main_option("script_location", str(folder).replace("%", "%%"))
        try:
            command.upgrade(config, "head")
        except CommandError as error:
            raise StoreError(
                f"The store of takes could not be brought up to date ({error}). It was left as it was."
            ) from error
