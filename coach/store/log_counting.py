"""The call log and the turns, counted where they lie."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import sqlalchemy as sa

from coach.calls.call import Outcome
from coach.calls.call_list import Counts, Week
from coach.store import turns
from coach.store.call_rows import to_call
from coach.store.call_tables import calls, prospects
from coach.store.list_reading import AT_A_TIME

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from coach.calls.call import Call
    from coach.store.matching import Transact

_column = calls.c
_DAYS = 7


def weeks(connection: sa.Connection, today: date, count: int) -> list[Week]:
    first = today - timedelta(today.weekday())
    starts = [first + timedelta(_DAYS * number) for number in range(count)]
    day = prospects.c.turn_from
    query = sa.select(day, sa.func.count()).where(turns.wanted, day >= first, day < first + timedelta(_DAYS * count))
    by_week = dict.fromkeys(starts, 0)
    for due, how_many in connection.execute(query.group_by(day)):
        by_week[due - timedelta(due.weekday())] += how_many
    return [Week(start, due) for start, due in by_week.items()]


def counts(connection: sa.Connection, since: datetime, until: datetime | None) -> Counts:
    within = [_column.started_at >= since, *([] if until is None else [_column.started_at < until])]
    query = sa.select(_column.outcome, sa.func.count(), sa.func.count(_column.offer)).where(*within)
    found = connection.execute(query.group_by(_column.outcome)).all()
    of = {outcome: dials for outcome, dials, _ in found}
    noes, yeses = of.get(Outcome.NO.value, 0), of.get(Outcome.YES.value, 0)
    return Counts(
        dials=sum(of.values()),
        offers=sum(offers for _, _, offers in found),
        answers=noes + yeses,
        noes=noes,
        yeses=yeses,
        usual_pause=_median_pause(connection, within),
    )


def given(connection: sa.Connection) -> dict[str, int]:
    query = sa.select(_column.offer, sa.func.count()).where(_column.offer.is_not(None)).group_by(_column.offer)
    return dict(connection.execute(query).all())


def all_calls(transact: Transact, *, newest_first: bool) -> Iterator[Call]:
    """Yield them in order of time, reading on as the caller does."""
    order = (_column.started_at, _column.id)
    query = sa.select(calls).limit(AT_A_TIME).order_by(*(one.desc() if newest_first else one for one in order))
    page = query
    while True:
        with transact() as connection:
            found = [to_call(row) for row in connection.execute(page)]
        if not found:
            return
        yield from found
        last = sa.tuple_(found[-1].started_at, found[-1].id, types=[column.type for column in order])
        page = query.where(sa.tuple_(*order) < last if newest_first else sa.tuple_(*order) > last)


def _median_pause(connection: sa.Connection, within: list[sa.ColumnElement[bool]]) -> float | None:
    pause = _column.pause
    measured = [pause.is_not(None), *within]
    count = connection.execute(sa.select(sa.func.count(pause)).where(*measured)).scalar_one()
    if not count:
        return None
    middle = sa.select(pause).where(*measured).order_by(pause).offset((count - 1) // 2).limit(2 - count % 2)
    two = connection.scalars(middle).all()
    return float(sum(two)) / len(two)
