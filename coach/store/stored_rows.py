"""The takes as the trainer's table shows them: found by their index alone, and only those on the page read."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

import sqlalchemy as sa

from coach.drills.sentences import EVERY_FAULT
from coach.review.rows import MOST_DOUBTFUL, Fault, Order, TakeRow
from coach.store import tables
from coach.store.matching import matching
from coach.store.review_tables import comments
from coach.takes import EVERY, Wanted
from coach.verdict import Result

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from coach.review.rows import By
    from coach.store.matching import Transact

_take = tables.takes.c
_check = tables.checks.c
_COLUMNS: Final[dict[By, sa.ColumnElement[Any]]] = {
    "doubt": _take.doubt,
    "time": _take.started_at,
    "rep": _take.rep,
    "drill": _take.drill,
    "pause": _take.pause,
    "silence": _take.silence,
    "verdict": _take.result,
}
_SHOWN = ("id", "rep", "started_at", "drill", "pause", "silence", "result", "doubt", "trainer", "reviewed", "sound")
_RANK = {(name, word): place for place, (name, word, *_) in enumerate(EVERY_FAULT)}


class _Key(NamedTuple):
    """What is put in order; never nothing, so that it can be compared with."""

    column: sa.ColumnElement[Any]
    falling: bool


class _Said(NamedTuple):
    """By a check that is no pass."""

    name: str
    result: str
    word: str


class StoredRows:
    """Implements `coach.review.rows.Rows`; may be used from any thread."""

    def __init__(self, transact: Transact) -> None:
        self._transact = transact

    def page(
        self, wanted: Wanted = EVERY, order: Order = MOST_DOUBTFUL, offset: int = 0, limit: int = 100
    ) -> list[TakeRow]:
        ordered = (key.column.desc() if key.falling else key.column.asc() for key in _keys(order))
        query = sa.select(_take.id).where(*matching(wanted)).order_by(*ordered).limit(limit).offset(offset)
        with self._transact() as connection:
            ids = list(connection.scalars(query))
            return _rows(connection, ids)

    def place(self, take: str, wanted: Wanted = EVERY, order: Order = MOST_DOUBTFUL) -> int | None:
        keys = _keys(order)
        its = sa.select(*(key.column.label(f"key{number}") for number, key in enumerate(keys)))
        with self._transact() as connection:
            of = connection.execute(its.where(_take.id == take, *matching(wanted))).one_or_none()
            if of is None:
                return None
            before = sa.select(sa.func.count()).select_from(tables.takes).where(*matching(wanted), _before(keys, of))
            return connection.execute(before).scalar_one()


def _keys(order: Order) -> list[_Key]:
    column = _COLUMNS[order.by]
    keys = [_Key(column, order.falling)]
    if order.by in {"drill", "pause", "silence"}:  # those that there may be none of
        nothing = "" if order.by == "drill" else 0.0
        keys = [
            _Key(sa.case((column.is_(None), 1), else_=0), falling=False),
            _Key(sa.func.coalesce(column, nothing), order.falling),
        ]
    if order.by != "time":
        keys.append(_Key(_take.started_at, falling=True))
    return [*keys, _Key(_take.id, falling=True)]


def _before(keys: Sequence[_Key], of: sa.Row[Any]) -> sa.ColumnElement[bool]:
    """Whatever comes first in that order: one that is like `of` up to some key, and ahead in that."""
    ways = []
    for number, (key, value) in enumerate(zip(keys, of, strict=True)):
        alike = [earlier.column == its for earlier, its in zip(keys[:number], of, strict=False)]
        ways.append(sa.and_(*alike, key.column > value if key.falling else key.column < value))
    return sa.or_(*ways)


def _rows(connection: sa.Connection, ids: Sequence[str]) -> list[TakeRow]:
    faults, said = _faults(connection, ids), _comments(connection, ids)
    query = sa.select(*(_take[name] for name in _SHOWN)).where(_take.id.in_(ids))
    found = {row.id: row for row in connection.execute(query)}
    return [
        TakeRow(
            id=row.id,
            rep=row.rep,
            started_at=row.started_at,
            drill=row.drill,
            pause=row.pause,
            silence=row.silence,
            result=Result(row.result),
            fault=faults.get(row.id),
            doubt=row.doubt,
            trainer=None if row.trainer is None else Result(row.trainer),
            reviewed=row.reviewed,
            comments=said[row.id],
            sound=row.sound,
        )
        for row in (found[take] for take in ids)
    ]


def _faults(connection: sa.Connection, ids: Sequence[str]) -> dict[str, Fault]:
    amiss = _check.result.in_((Result.FAIL.value, Result.UNSURE.value))
    query = sa.select(_check.take_id, _check.name, _check.result, _check.word)
    by_take: defaultdict[str, list[_Said]] = defaultdict(list)
    for row in connection.execute(query.where(_check.take_id.in_(ids), amiss).order_by(_check.place)):
        by_take[row.take_id].append(_Said(row.name, row.result, row.word))
    return {take: fault for take, rows in by_take.items() if (fault := _worst(rows)) is not None}


def _worst(rows: Iterable[_Said]) -> Fault | None:
    """Tone is never one."""
    deciding = [row for row in rows if not row.name.startswith("tone_")]
    failed = [row for row in deciding if row.result == Result.FAIL.value]
    first = min(failed or deciding, key=lambda row: _RANK.get((row.name, row.word), len(_RANK)), default=None)
    return None if first is None else Fault(first.name, first.word)


def _comments(connection: sa.Connection, ids: Sequence[str]) -> Counter[str]:
    column = comments.c
    query = sa.select(column.take_id, sa.func.count()).group_by(column.take_id)
    found = connection.execute(query.where(column.take_id.in_(ids), column.aside_at.is_(None)))
    return Counter({row[0]: row[1] for row in found})
