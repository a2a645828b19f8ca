"""Copies of the store that are known to be good, and how one takes the place of a store that is damaged."""

from __future__ import annotations

import os
import re
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from coach.errors import StoreError
from coach.store import sqlite
from coach.store.soundness import check

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DAILY: Final = "day"
KEPT: Final = 7
KEPT_OF_VERSIONS: Final = 3

_STAMP: Final = "%Y%m%dT%H%M%S%f"
_BESIDE: Final = ("", "-wal", "-shm")  # what belongs to a store


@dataclass(frozen=True, slots=True)
class Backup:
    path: Path
    made_at: datetime

    @property
    def day(self) -> str:
        """The user's own day and time."""
        return f"{self.made_at.astimezone():%Y-%m-%d %H:%M}"


def back_up(database: Path, label: str) -> Path:
    """Copy the store; a copy that is not whole is none. The newest of days are kept, and the newest of versions.

    The label is the revision of the tables before they are changed, or `DAILY`. Raise `StoreError`.
    """
    folder = _folder(database)
    part = folder / f"{database.stem}-{label}.part"
    copy = folder / f"{database.stem}-{label}-{datetime.now(UTC):{_STAMP}}.db"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _remove(part)
        sqlite.copy(database, part)
        check(part)
        part.replace(copy)
        daily = label == DAILY
        for old in _of(database, daily=daily)[KEPT if daily else KEPT_OF_VERSIONS :]:
            if old.path != copy:  # the clock may have been moved back
                _remove(old.path)
    except (sqlite3.Error, OSError) as error:
        raise sqlite.store_error(error, database) from error
    finally:
        with suppress(OSError):
            _remove(part)
    return copy


def back_up_daily(database: Path) -> Path | None:
    """One for each of the user's days on which Okbye was open; None where today has its own."""
    today = datetime.now(UTC).astimezone().date()
    if any(backup.made_at.astimezone().date() == today for backup in _of(database, daily=True)):
        return None
    return back_up(database, DAILY)


def newest_good(database: Path) -> Backup | None:
    """Return the last one that is whole and has tables in it."""
    return next((backup for backup in _of(database) if _is_store(backup.path)), None)


def forget(database: Path) -> None:
    """Remove them all: what is deleted for good is not to stay in a copy."""
    for backup in _of(database):
        _remove(backup.path)


def put_back(database: Path, backup: Backup | None) -> Path | None:
    """Put the backup where the store is, or nothing; return where the store is kept now, None if there was none.

    Nothing is overwritten, and a kill at any moment leaves the one or the other. Nobody may have the store open.
    Raise `StoreError`.
    """
    aside = database.with_name(f"{database.name}.damaged-{datetime.now(UTC):{_STAMP}}")
    part = database.with_name(f"{database.name}.part")
    try:
        if backup is not None:
            _remove(part)
            sqlite.copy(backup.path, part)
        for beside in reversed(_BESIDE[1:]):
            _move(database.with_name(database.name + beside), aside.with_name(aside.name + beside))
        kept = database.exists()
        if backup is None:
            _move(database, aside)
        else:
            _keep_under(database, aside)
            part.replace(database)
    except (sqlite3.Error, OSError) as error:
        raise StoreError(
            f"The backup could not be put in the place of the store ({error}): {database}. Both are still there. "
            "Close whatever uses them, make room on the disk, and try again."
        ) from error
    return aside if kept else None


def _keep_under(database: Path, aside: Path) -> None:
    """Give the file a second name, so that there is no moment without a store; or move it where that cannot be."""
    try:
        os.link(database, aside)
    except FileNotFoundError:
        return
    except OSError:
        _move(database, aside)


def _move(path: Path, to: Path) -> None:
    with suppress(FileNotFoundError):
        path.rename(to)


def _remove(path: Path) -> None:
    for beside in _BESIDE:
        path.with_name(path.name + beside).unlink(missing_ok=True)


def _folder(database: Path) -> Path:
    return database.parent / "backups"


def _of(database: Path, *, daily: bool | None = None) -> list[Backup]:
    """Those of days, those of versions, or all; the newest first."""
    label = {True: DAILY, False: r"\d+", None: rf"{DAILY}|\d+"}[daily]
    return sorted(_found(database, label), key=lambda backup: backup.made_at, reverse=True)


def _found(database: Path, label: str) -> Iterator[Backup]:
    name = re.compile(rf"{re.escape(database.stem)}-(?:{label})-(\d{{8}}T\d{{12}})\.db")
    with suppress(OSError):
        for path in _folder(database).iterdir():
            if found := name.fullmatch(path.name):
                with suppress(ValueError):  # digits, but no moment
                    yield Backup(path, datetime.strptime(found[1], _STAMP).replace(tzinfo=UTC))


def _is_store(path: Path) -> bool:
    try:
        check(path)
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            return bool(connection.execute("SELECT version_num FROM alembic_version").fetchone())
    except (StoreError, sqlite3.Error, ValueError):
        return False
