"""All that is SQLite's own: its settings, its kinds of failure, and how its file is copied."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from coach.errors import DamagedStore, LockedStore, StoreError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

BUSY_SECONDS = 15

RESTORE = "Open Okbye or run `okbye restore` to go on with the last good backup."

# The code of SQLite (its first byte says the kind) and what it means to the user.
_MEANING = {
    sqlite3.SQLITE_BUSY: ("is being used by another program", "Close that program and try again."),
    sqlite3.SQLITE_LOCKED: ("is being used by another program", "Close that program and try again."),
    sqlite3.SQLITE_FULL: ("cannot grow, because the disk is full", "Make room on the disk and try again."),
    sqlite3.SQLITE_READONLY: ("cannot be written to", "Allow this program to change the file and its folder."),
    sqlite3.SQLITE_PERM: ("cannot be written to", "Allow this program to change the file and its folder."),
    sqlite3.SQLITE_CANTOPEN: ("cannot be opened", "Look whether its folder is there and may be changed."),
    sqlite3.SQLITE_IOERR: ("cannot be read or written: the disk reports a fault", "Look after the disk."),
    sqlite3.SQLITE_NOTADB: ("is damaged or is not a store of takes", RESTORE),
    sqlite3.SQLITE_CORRUPT: ("is damaged", RESTORE),
}
_KIND = {
    sqlite3.SQLITE_BUSY: LockedStore,
    sqlite3.SQLITE_LOCKED: LockedStore,
    sqlite3.SQLITE_NOTADB: DamagedStore,
    sqlite3.SQLITE_CORRUPT: DamagedStore,
}
# Its pages are whole, but what stands on one of them is not.
_UNREADABLE = (
    "holds something that cannot be read",
    "`okbye restore --anyway` puts the last good backup in its place.",
)


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


def copy(database: Path, to: Path) -> None:
    """Copy the store as it is, whatever another program does to it meanwhile; the copy is one file without a log."""
    with closing(sqlite3.connect(database)) as source, closing(sqlite3.connect(to)) as target:
        source.backup(target)
        target.execute("PRAGMA journal_mode = DELETE")


def store_error(error: BaseException, database: Path) -> StoreError:
    """Say what happened to the store in a sentence."""
    code = sqlite3.SQLITE_CANTOPEN if isinstance(error, OSError) else getattr(error, "sqlite_errorcode", 0) & 0xFF
    if isinstance(error, ValueError) or "Could not decode" in str(error):
        what, todo = _UNREADABLE
    else:
        what, todo = _MEANING.get(code, (f"could not be used ({error})", "Try again, or put a backup in its place."))
    return _KIND.get(code, StoreError)(
        f"The store of takes {what}: {database}. What it holds was left as it is. {todo}"
    )


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


def one_of(column: sa.ColumnElement[str], values: Iterable[str]) -> sa.ColumnElement[bool]:
    """As one value: it takes no more than some ten thousand of them."""
    each = sa.func.json_each(json.dumps(sorted(values))).table_valued("value")
    return column.in_(sa.select(each.c.value))
