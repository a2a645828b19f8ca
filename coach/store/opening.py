"""Opens the store: makes it, brings an older one up to date, refuses what it does not understand."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Self

import sqlalchemy as sa

from coach.errors import NewerStore, StoreError
from coach.store import sqlite
from coach.store.backups import back_up
from coach.store.stored_calls import StoredCalls
from coach.store.stored_comments import StoredComments
from coach.store.stored_pasts import StoredPasts
from coach.store.stored_reps import StoredReps
from coach.store.stored_reviews import StoredReviews
from coach.store.stored_rows import StoredRows
from coach.store.stored_takes import StoredTakes
from coach.store.stored_tallies import StoredTallies
from coach.store.stored_team import StoredTeam
from coach.store.tables import HEAD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from importlib.resources.abc import Traversable
    from pathlib import Path

    from coach.calls.call_list import CallList
    from coach.reps import Reps
    from coach.review.reviews import Comments, Reviews
    from coach.review.rows import Rows
    from coach.review.team import TeamTallies
    from coach.review.what_if import Pasts


@dataclass(frozen=True, slots=True)
class History:
    """The folder of Alembic's migrations, and the newest of them; they are numbered from 0001 on."""

    migrations: Traversable
    head: str


OURS = History(files("coach.store") / "migrations", HEAD)


def no_offers() -> Sequence[str]:
    """For those who never ask what is to be said next."""
    return ()


class Store:
    """An open store; made by `open_store`, closed at the end of a `with` block or by `close`."""

    def __init__(self, engine: sa.Engine, database: Path, offers: Callable[[], Sequence[str]]) -> None:
        self._engine = engine
        self._database = database
        self.takes = StoredTakes(self.transact)
        self.tallies = StoredTallies(self.transact)
        self.reviews: Reviews = StoredReviews(self.transact)
        self.comments: Comments = StoredComments(self.transact)
        self.rows: Rows = StoredRows(self.transact)
        self.reps: Reps = StoredReps(self.transact)
        self.team: TeamTallies = StoredTeam(self.transact)
        self.past: Pasts = StoredPasts(self.transact)
        self.calls: CallList = StoredCalls(self.transact, offers)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._engine.dispose()

    @contextmanager
    def transact(self, *, writes: bool = False, alters: bool = False) -> Iterator[sa.Connection]:
        """Begin a transaction; what goes wrong in it comes out as `StoreError`, and nothing of it stays.

        One that `writes` waits its turn at once; one that `alters` tables may drop and copy them.
        """
        with (
            _telling(self._database),
            self._engine.connect() as connection,
            connection.execution_options(writes=writes, alters=alters).begin(),
        ):
            yield connection


def open_store(database: Path, history: History = OURS, offers: Callable[[], Sequence[str]] = no_offers) -> Store:
    """Open the store in the file `database`, made if it is not there. Raise `StoreError` or `NewerStore`.

    `offers` tells the ids of the offers that are given now, in their order, whenever the rotation needs them.
    """
    engine = sa.create_engine(sa.URL.create("sqlite", database=str(database)))
    sqlite.prepare(engine)
    store = Store(engine, database, offers)
    try:
        with _telling(database):
            database.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            _bring_up_to_date(store, database, history)
            sqlite.keep_log_beside(engine)
    except BaseException:
        store.close()
        raise
    return store


def _bring_up_to_date(store: Store, database: Path, history: History) -> None:
    with store.transact() as connection:
        found = _revision(connection, database)
    if found == history.head:
        return
    if found and found > history.head:
        raise NewerStore(
            f"The store of takes was written by a newer version of Okbye: {database}. "
            "It was left as it is. Install the newer version again to open it."
        )
    if found:
        back_up(database, found)
    # Slow to import, and needed once in the life of a version.
    from coach.store.migration import migrate  # noqa: PLC0415

    with store.transact(writes=True, alters=True) as connection:
        migrate(connection, history.migrations)


def _revision(connection: sa.Connection, database: Path) -> str | None:
    """Return the revision of the tables; None where there are none yet."""
    tables = sa.inspect(connection).get_table_names()
    if not tables:
        return None
    found = "alembic_version" in tables and connection.scalar(sa.text("SELECT version_num FROM alembic_version"))
    if not (isinstance(found, str) and found.isdigit()):
        raise StoreError(
            f"This file is not a store of takes: {database}. It was left as it is. Move it away and start again."
        )
    return found


@contextmanager
def _telling(database: Path) -> Iterator[None]:
    try:
        yield
    except sa.exc.DBAPIError as error:
        raise sqlite.store_error(error.orig or error, database) from error
    except (sqlite3.Error, OSError, ValueError) as error:  # a ValueError: what stands there is no date, or no text
        raise sqlite.store_error(error, database) from error
