"""The call list in its tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import sqlalchemy as sa

from coach.calls.call import Outcome
from coach.calls.call_list import Counts, Week
from coach.calls.next_call import Planned
from coach.calls.rotation import next_call
from coach.calls.turn import turn_of
from coach.store import list_keeping, list_reading, log_counting, turns
from coach.store.call_rows import to_call
from coach.store.call_tables import calls, never_called, prospects
from coach.takes import day_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence
    from datetime import datetime
    from typing import Any

    from coach.calls.call import Call
    from coach.calls.prospect import Prospect
    from coach.store.matching import Transact

_column = prospects.c
_DUE_ORDER = (_column.turn_until, _column.place)
_TURN_ORDER = (_column.turn_from, _column.place)
_LIST_ORDER = (_column.place,)


class StoredCalls:
    """Implements `coach.calls.call_list.CallList`; may be used from any thread.

    `offers` tells the ids of the offers that are given now, in their order.
    """

    def __init__(self, transact: Transact, offers: Callable[[], Sequence[str]]) -> None:
        self._transact = transact
        self._offers = offers

    def put(self, prospects: Sequence[Prospect]) -> None:
        with self._transact(writes=True) as connection:
            for some in list_reading.batches(prospects):
                list_keeping.keep_prospects(connection, some)

    def get(self, prospect: str) -> Prospect | None:
        with self._transact() as connection:
            return _one(connection, prospect)

    def remove(self, prospect: str) -> None:
        with self._transact(writes=True) as connection:
            connection.execute(sa.delete(prospects).where(_column.id == prospect))

    def count(self) -> int:
        with self._transact() as connection:
            return connection.execute(sa.select(sa.func.count()).select_from(prospects)).scalar_one()

    def known(self) -> bool:
        with self._transact() as connection:
            return any(
                connection.execute(sa.select(sa.literal(1)).select_from(table).limit(1)).first()
                for table in (prospects, calls, never_called)
            )

    def find(self, text: str, limit: int = 50) -> list[Prospect]:
        with self._transact() as connection:
            return list_reading.search(connection, text, limit)

    def by_number(self, numbers: Collection[str]) -> dict[str, Prospect]:
        with self._transact() as connection:
            first: dict[str, int] = {}
            for number, place in list_reading.places_with(connection, numbers):
                first[number] = min(place, first.get(number, place))
            found = list_reading.at_places(connection, sorted(set(first.values())))
            at = dict(zip(sorted(set(first.values())), found, strict=True))
            return {number: at[place] for number, place in first.items()}

    def everybody(self) -> Iterator[Prospect]:
        after: str | None = None
        query = sa.select(prospects).limit(list_reading.AT_A_TIME)
        while True:
            with self._transact() as connection:
                some = list_reading.read_prospects(connection, _after(connection, query, _LIST_ORDER, after))
            if not some:
                return
            yield from some
            after = some[-1].id

    def never_called(self) -> list[str]:
        query = sa.select(never_called.c.number).distinct().order_by(never_called.c.number)
        with self._transact() as connection:
            return list(connection.scalars(query))

    def never_call(self, numbers: Collection[str]) -> None:
        with self._transact(writes=True) as connection:
            list_keeping.never_call(connection, numbers)

    def planned(self, prospect: str, now: datetime) -> Planned | None:
        with self._transact() as connection:
            found = _one(connection, prospect)
            return None if found is None else self._plan(connection, [found], now)[0]

    def due(self, now: datetime, limit: int = 100, after: str | None = None) -> list[Planned]:
        return self._listed(now, turns.due(day_of(now), self._offers()), _DUE_ORDER, limit, after)

    def waiting(self, now: datetime, limit: int = 100, after: str | None = None) -> list[Planned]:
        return self._listed(now, turns.waiting(day_of(now), self._offers()), _TURN_ORDER, limit, after)

    def never(self, now: datetime, limit: int = 100, after: str | None = None) -> list[Planned]:
        return self._listed(now, _column.never.is_(True), _LIST_ORDER, limit, after)

    def next_due(self, now: datetime, skip: Collection[str] = ()) -> Planned | None:
        due = turns.due(day_of(now), self._offers())
        with self._transact() as connection:
            zones = list_reading.zones(connection)
            query = sa.select(prospects).where(due, turns.called_at(now, zones)).limit(1)
            if skip:
                query = query.where(_column.id.not_in(skip))
            found = list_reading.read_prospects(connection, _after(connection, query, _DUE_ORDER, None))
            return self._plan(connection, found, now)[0] if found else None

    def due_count(self, now: datetime) -> tuple[int, int]:
        today = day_of(now)
        late = sa.func.coalesce(sa.func.sum(sa.case((_column.turn_until < today, 1), else_=0)), 0)
        with self._transact() as connection:
            query = sa.select(sa.func.count(), late).where(turns.due(today, self._offers()))
            due, overdue = connection.execute(query.select_from(prospects)).one()
        return due, overdue

    def weeks(self, now: datetime, count: int = 7) -> list[Week]:
        with self._transact() as connection:
            return log_counting.weeks(connection, day_of(now), count)

    def log(self, call: Call) -> None:
        self.log_these([call])

    def log_these(self, calls: Sequence[Call]) -> None:
        with self._transact(writes=True) as connection:
            for some in list_reading.batches(calls):
                list_keeping.keep_calls(connection, [_with_number(connection, call) for call in some])

    def log_new(self, calls: Sequence[Call]) -> int:
        with self._transact(writes=True) as connection:
            known = list_reading.known_calls(connection, [call.id for call in calls])
            new = [call for call in calls if call.id not in known]
            for some in list_reading.batches(new):
                list_keeping.keep_calls(connection, some)
        return len(new)

    def take_back(self, call: str) -> None:
        with self._transact(writes=True) as connection:
            list_keeping.drop_calls(connection, [call])

    def calls(self, prospect: str | None = None, since: datetime | None = None, limit: int = 200) -> list[Call]:
        query = sa.select(calls).order_by(calls.c.started_at.desc(), calls.c.id.desc()).limit(limit)
        if prospect is not None:
            query = query.where(calls.c.prospect == prospect)
        if since is not None:
            query = query.where(calls.c.started_at >= since)
        with self._transact() as connection:
            return [to_call(row) for row in connection.execute(query)]

    def all_calls(self, *, newest_first: bool = False) -> Iterator[Call]:
        return log_counting.all_calls(self._transact, newest_first=newest_first)

    def counts(self, since: datetime, until: datetime | None = None) -> Counts:
        with self._transact() as connection:
            return log_counting.counts(connection, since, until)

    def given(self) -> dict[str, int]:
        with self._transact() as connection:
            return log_counting.given(connection)

    def postpone(self, prospect: str, to: date | None) -> None:
        with self._transact(writes=True) as connection:
            found = _one(connection, prospect)
            if found is not None:
                list_keeping.keep_prospects(connection, [replace(found, postponed=to)])

    def _listed(
        self,
        now: datetime,
        wanted: sa.ColumnElement[bool],
        order: tuple[sa.ColumnElement[Any], ...],
        limit: int,
        after: str | None,
    ) -> list[Planned]:
        with self._transact() as connection:
            query = _after(connection, sa.select(prospects).where(wanted).limit(limit), order, after)
            return self._plan(connection, list_reading.read_prospects(connection, query), now)

    def _plan(self, connection: sa.Connection, found: Sequence[Prospect], now: datetime) -> list[Planned]:
        offers = self._offers()
        log = list_reading.read_calls(connection, [prospect.id for prospect in found])
        return [
            Planned(one, next_call(one, theirs, offers, now), tuple(theirs))
            for one in found
            for theirs in [log.get(one.id, [])]
        ]


def _one(connection: sa.Connection, prospect: str) -> Prospect | None:
    found = list_reading.read_prospects(connection, sa.select(prospects).where(_column.id == prospect))
    return found[0] if found else None


def _after(
    connection: sa.Connection, query: sa.Select[Any], order: tuple[sa.ColumnElement[Any], ...], after: str | None
) -> sa.Select[Any]:
    """Those behind `after`, in that order. From where they begin is always said: it is what makes an index be used."""
    last = None if after is None else connection.execute(sa.select(*order).where(_column.id == after)).first()
    begin = [date.min, -1][-len(order) :] if last is None else last
    return query.where(sa.tuple_(*order) > sa.tuple_(*begin, types=[column.type for column in order])).order_by(*order)


def _with_number(connection: sa.Connection, call: Call) -> Call:
    """A wrong number is one number: where the call does not name it, it was the one that was to be called."""
    if call.outcome is not Outcome.WRONG_NUMBER or call.number is not None or call.prospect is None:
        return call
    found = _one(connection, call.prospect)
    log = list_reading.read_calls(connection, [call.prospect]).get(call.prospect, ())
    return call if found is None else replace(call, number=turn_of(found, log).number)
