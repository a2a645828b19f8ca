"""Whether the file of a store is whole, found out without a change to it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Final

from coach.errors import DamagedStore
from coach.store import sqlite

if TYPE_CHECKING:
    from pathlib import Path

PATIENCE_S: Final = 1.0  # with another program that has it locked

_HEADER: Final = 100  # bytes, as SQLite's own description of its files has them
_SOUND: Final = "ok"


def check(database: Path) -> None:
    """Return where it is whole, or not there at all. Raise `DamagedStore`, `LockedStore` or `StoreError`."""
    if not database.exists():
        return
    try:
        cut_off = _is_cut_off(database)
        found = None if cut_off else _asked(database)
    except (sqlite3.Error, OSError) as error:
        raise sqlite.store_error(error, database) from error
    except ValueError as error:  # not even what is wrong with it can be read
        raise _damaged(database) from error
    if found != _SOUND:
        raise _damaged(database)


def _asked(database: Path) -> str:
    place = f"{database.absolute().as_uri()}?mode=ro"
    with closing(sqlite3.connect(place, uri=True, timeout=PATIENCE_S)) as connection:
        (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    return str(found)


def _is_cut_off(database: Path) -> bool:
    """SQLite takes what is missing of the last page for zeros. While a log lies beside it, the log has the say."""
    log = database.with_name(database.name + "-wal")
    if log.exists() and log.stat().st_size:
        return False
    with database.open("rb") as file:
        header = file.read(_HEADER)
    size = database.stat().st_size
    if len(header) < _HEADER:
        return size > 0  # one without a byte is a store that was never written to

    def number(at: int, length: int) -> int:
        return int.from_bytes(header[at : at + length], "big")

    page = 65_536 if number(16, 2) == 1 else number(16, 2)
    knows_its_size = number(24, 4) == number(92, 4)
    return knows_its_size and size < page * number(28, 4)


def _damaged(database: Path) -> DamagedStore:
    return DamagedStore(f"The store of takes is damaged: {database}. What it holds was left as it is. {sqlite.RESTORE}")
