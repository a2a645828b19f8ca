"""All that is SQLite's own: its settings, its kinds of failure, and a copy of the file before it is changed."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from coach.errors import StoreError

if TYPE_CHECKING:
    from pathlib import Path

BUSY_SECONDS = 15
BACKUPS_KEPT = 3

# The code of SQLite (its first byte says the kind) and what it means to the user.
_MEANING = {
    sqlite3.SQLITE_BUSY: ("is being used by another program", "Close that program and try again."),
    sqlite3.SQLITE_LOCKED: ("is being used by another program", "Close that program and try again."),
    sqlite3.SQLITE_FULL: ("cannot grow, because the disk is full", "Make room on the disk and try again."),
    sqlite3.SQLITE_READONLY: ("cannot be written to", "Allow this program to change the file and its folder."),
    sqlite3.SQLITE_PERM: ("cannot be written to", "Allow this program to change the file and its folder."),
    sqlite3.SQLITE_CANTOPEN: ("cannot be opened", "Look whether its folder is there and may be changed."),
    sqlite3.SQLITE_IOERR: ("cannot be read or written: the disk reports a fault", "Look after the disk."),
    sqlite3.SQLITE_NOTADB: ("is damaged or is not a store of takes", "Put a backup in its place, or move it away."),
    sqlite3.SQLITE_CORRUPT: ("is damaged", "Put a backup in its place, or move it away."),
}


def prepare(engine: sa.Engine) -> None:
    """Set up each connection. Transactions are begun by us: sqlite3 leaves changes of tables outside of them."""
    sa.event.listen(engine, "connect", _connected)
    sa.event.listen(engine, "begin", _begin)


def keep_log_beside(engine: sa.Engine) -> None:
    """Switch to write-ahead logging once and for all: readers never wait, and a kill costs nothing committed."""
    with closing(engine.raw_connection()) as connection, closing(connection.cursor()) as cursor:
        cursor.execute("PRAGMA journal_mode")
        if cursor.fetchone() != ("wal",):
            try:
                cursor.execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as error:
                # SQLite does not wait for this one. Whoever is in the way has just switched it, or the next one does.
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                    raise


def back_up(database: Path, revision: str) -> Path:
    """Copy the store as it is, whatever another program does to it meanwhile; the newest copies are kept."""
    folder = database.parent / "backups"
    folder.mkdir(mode=0o700, exist_ok=True)
    copy = folder / f"{database.stem}-{revision}-{datetime.now(UTC):%Y%m%dT%H%M%S%f}.db"
    part = copy.with_suffix(".part")
    with closing(sqlite3.connect(database)) as source, closing(sqlite3.connect(part)) as target:
        source.backup(target)
    part.replace(copy)
    by_age = sorted(folder.glob(f"{database.stem}-*.db"), key=lambda path: path.name.rpartition("-")[2])
    for old in by_age[:-BACKUPS_KEPT]:
        old.unlink(missing_ok=True)
    return copy


def store_error(error: BaseException, database: Path) -> StoreError:
    """Say what happened to the store in a sentence."""
    code = sqlite3.SQLITE_CANTOPEN if isinstance(error, OSError) else getattr(error, "sqlite_errorcode", 0) & 0xFF
    what, todo = _MEANING.get(code, (f"could not be used ({error})", "Try again, or put a backup in its place."))
    return StoreError(f"The store of takes {what}: {database}. What it holds was left as it is. {todo}")


def _connected(connection: sqlite3.Connection, _: Any) -> None:  # noqa: ANN401
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
    connection.execute("PRAGMA secure_delete = ON")  # what the user deletes is overwritten, not just unlinked


def _begin(connection: sa.Connection) -> None:
    # SQLite alters a table by dropping it: what refers to its rows must not go with them.
    alters = connection.get_execution_options().get("alters")
    connection.exec_driver_sql(f"PRAGMA foreign_keys = {'OFF' if alters else 'ON'}")
    # Who means to write says so at once: two programs then queue up here, and neither fails half way.
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN")
