"""The takes in their table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from coach.review.doubt import doubt
from coach.store import tables
from coach.store.matching import matching, newest_first
from coach.store.review_rows import settle
from coach.store.review_tables import comments
from coach.store.searching import found_by
from coach.store.verdict_text import from_text, to_text
from coach.take import Take
from coach.takes import EVERY, Wanted, day_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from datetime import datetime
    from typing import Any

    from coach.store.matching import Transact

    Row = sa.Row[Any]


# Read in pages: no query stays open while the caller thinks, and nobody waits for the thousandth row.
PAGE = 100
AT_A_TIME = 500

_column = tables.takes.c


class StoredTakes:
    """Implements `coach.takes.Takes`; may be used from any thread."""

    def __init__(self, transact: Transact) -> None:
        self._transact = transact

    def add(self, take: Take) -> None:
        with self._transact(writes=True) as connection:
            replaced = sa.update(tables.takes).where(_column.id == take.id).values(**_row(take), aside_at=None)
            if not connection.execute(replaced).rowcount:
                _insert(connection, take)
                return
            connection.execute(sa.delete(tables.checks).where(tables.checks.c.take_id == take.id))
            _insert_checks(connection, take)
            settle(connection, take.id)  # what a trainer said of it is now said of this

    def add_new(self, take: Take) -> bool:
        with self._transact(writes=True) as connection:
            if connection.execute(sa.select(_column.id).where(_column.id == take.id)).first():
                return False
            _insert(connection, take)
            return True

    def get(self, take_id: str) -> Take | None:
        with self._transact() as connection:
            row = connection.execute(sa.select(tables.takes).where(_column.id == take_id)).one_or_none()
        return None if row is None else _take(row)

    def newest(self, wanted: Wanted = EVERY) -> Iterator[Take]:
        query = sa.select(tables.takes).where(*matching(wanted)).order_by(*newest_first).limit(PAGE)
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
        query = sa.select(sa.func.count()).select_from(tables.takes).where(*matching(wanted))
        with self._transact() as connection:
            return connection.execute(query).scalar_one()

    def sounds(self) -> frozenset[str]:
        with self._transact() as connection:
            keys = (*connection.scalars(sa.select(_column.sound)), *connection.scalars(sa.select(comments.c.sound)))
        return frozenset(key for key in keys if key is not None)

    def reps(self) -> list[str]:
        query = sa.select(_column.rep).distinct().where(*matching(EVERY)).order_by(_column.rep)
        with self._transact() as connection:
            return list(connection.scalars(query))

    def drills(self) -> list[str]:
        query = sa.select(_column.drill).distinct().where(_column.drill.is_not(None), *matching(EVERY))
        with self._transact() as connection:
            return list(connection.scalars(query.order_by(_column.drill)))

    def known(self, contents: Collection[str]) -> dict[str, str]:
        wanted, found = list(contents), dict[str, str]()
        query = sa.select(_column.content, _column.id)
        for start in range(0, len(wanted), AT_A_TIME):
            some = wanted[start : start + AT_A_TIME]
            found.update((row.content, row.id) for row in self._read(query.where(_column.content.in_(some))))
        return found

    def sounds_before(self, moment: datetime) -> list[tuple[str, str]]:
        query = sa.select(_column.id, _column.sound).where(_column.sound.is_not(None), _column.started_at < moment)
        return [(row.id, row.sound) for row in self._read(query)]

    def forget_sounds(self, ids: Sequence[str]) -> None:
        self._change_these(sa.update(tables.takes).values(sound=None), ids)

    def delete(self, take_id: str) -> bool:
        return self._change(sa.delete(tables.takes).where(_column.id == take_id)) > 0

    def delete_these(self, ids: Sequence[str]) -> None:
        self._change_these(sa.delete(tables.takes), ids)

    def set_aside(self, wanted: Wanted, at: datetime) -> int:
        return self._change(sa.update(tables.takes).where(*matching(wanted)).values(aside_at=at))

    def bring_back(self, at: datetime) -> int:
        return self._change(sa.update(tables.takes).where(_column.aside_at == at).values(aside_at=None))

    def aside(self) -> list[tuple[str, str | None]]:
        query = sa.select(_column.id, _column.sound).where(_column.aside_at.is_not(None))
        said = tables.takes.join(comments, comments.c.take_id == _column.id)
        spoken = sa.select(_column.id, comments.c.sound).select_from(said)
        spoken = spoken.where(_column.aside_at.is_not(None), comments.c.sound.is_not(None))
        return [(row.id, row.sound) for row in (*self._read(query), *self._read(spoken))]

    def _change_these(self, change: sa.Update | sa.Delete, ids: Sequence[str]) -> None:
        """One transaction for them all, however many a database takes at a time."""
        with self._transact(writes=True) as connection:
            for start in range(0, len(ids), AT_A_TIME):
                connection.execute(change.where(_column.id.in_(ids[start : start + AT_A_TIME])))

    def _change(self, change: sa.Update | sa.Delete) -> int:
        """Return how many rows it was."""
        with self._transact(writes=True) as connection:
            return connection.execute(change).rowcount

    def _read(self, query: sa.Select[Any]) -> list[Row]:
        with self._transact() as connection:
            return list(connection.execute(query).all())


def _insert(connection: sa.Connection, take: Take) -> None:
    connection.execute(sa.insert(tables.takes).values(_row(take)))
    _insert_checks(connection, take)


def _insert_checks(connection: sa.Connection, take: Take) -> None:
    if said := _checks(take):
        connection.execute(sa.insert(tables.checks), said)


def _checks(take: Take) -> list[dict[str, object]]:
    return [
        {
            "take_id": take.id,
            "place": place,
            "name": check.name,
            "result": check.result.value,
            "word": check.word,
            "value": check.value,
        }
        for place, check in enumerate(take.verdict.checks)
    ]


def _row(take: Take) -> dict[str, object]:
    close = take.verdict.close
    return {
        "id": take.id,
        "started_at": take.started_at,
        "day": day_of(take.started_at),
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
        "content": take.content,
        "source": take.source,
        "doubt": doubt(take.verdict),
        "found_by": found_by(take),
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
        content=row.content,
        source=row.source,
    )
