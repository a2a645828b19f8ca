"""The takes in their table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from coach.store import tables
from coach.store.verdict_text import from_text, to_text
from coach.take import Take
from coach.takes import EVERY, Wanted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager
    from typing import Any, Protocol

    Row = sa.Row[Any]

    class Transact(Protocol):
        """Begin a transaction; what goes wrong in it comes out as `StoreError`."""

        def __call__(self, *, writes: bool = False) -> AbstractContextManager[sa.Connection]: ...


# Read in pages: no query stays open while the caller thinks, and nobody waits for the thousandth row.
PAGE = 100

_column = tables.takes.c
_newest_first = (_column.started_at.desc(), _column.id.desc())


class StoredTakes:
    """Implements `coach.takes.Takes`; may be used from any thread."""

    def __init__(self, transact: Transact) -> None:
        self._transact = transact

    def add(self, take: Take) -> None:
        with self._transact(writes=True) as connection:
            connection.execute(sa.delete(tables.takes).where(_column.id == take.id))
            connection.execute(sa.insert(tables.takes).values(_row(take)))

    def get(self, take_id: str) -> Take | None:
        with self._transact() as connection:
            row = connection.execute(sa.select(tables.takes).where(_column.id == take_id)).one_or_none()
        return None if row is None else _take(row)

    def newest(self, wanted: Wanted = EVERY) -> Iterator[Take]:
        query = sa.select(tables.takes).where(*_matching(wanted)).order_by(*_newest_first).limit(PAGE)
        page = query
        while rows := self._read(page):
            for row in rows:
                yield _take(row)
            last = rows[-1]
            page = query.where(
                sa.or_(
                    _column.started_at < last.started_at,
                    sa.and_(_column.started_at == last.started_at, _column.id < last.id),
                )
            )

    def count(self, wanted: Wanted = EVERY) -> int:
        query = sa.select(sa.func.count()).select_from(tables.takes).where(*_matching(wanted))
        with self._transact() as connection:
            return connection.execute(query).scalar_one()

    def sounds(self) -> frozenset[str]:
        with self._transact() as connection:
            return frozenset(connection.scalars(sa.select(_column.sound).where(_column.sound.is_not(None))))

    def delete(self, take_id: str) -> bool:
        with self._transact(writes=True) as connection:
            return connection.execute(sa.delete(tables.takes).where(_column.id == take_id)).rowcount > 0

    def _read(self, query: sa.Select[Any]) -> list[Row]:
        with self._transact() as connection:
            return list(connection.execute(query).all())


def _matching(wanted: Wanted) -> list[sa.ColumnElement[bool]]:
    matching = []
    if wanted.rep is not None:
        matching.append(_column.rep == wanted.rep)
    if wanted.verdict is not None:
        matching.append(_column.result == wanted.verdict.value)
    if wanted.since is not None:
        matching.append(_column.started_at >= wanted.since)
    return matching


def _row(take: Take) -> dict[str, object]:
    close = take.verdict.close
    return {
        "id": take.id,
        "started_at": take.started_at,
        "rep": take.rep,
        "drill": take.drill,
        "offer": take.offer,
        "sound": take.sound,
        "result": take.verdict.result.value,
        "pause": close and close.pause,
        "silence": close and close.silence,
        "duration": take.verdict.duration,
        "bands_name": take.bands_name,
        "recovered": take.recovered,
        "fault": take.fault,
        "note": take.note,
        "verdict": to_text(take.verdict),
    }


def _take(row: Row) -> Take:
    return Take(
        id=row.id,
        started_at=row.started_at,
        verdict=from_text(row.verdict, row.duration or 0.0),
        rep=row.rep,
        drill=row.drill,
        offer=row.offer,
        sound=row.sound,
        bands_name=row.bands_name,
        recovered=row.recovered,
        fault=row.fault,
        note=row.note,
    )
