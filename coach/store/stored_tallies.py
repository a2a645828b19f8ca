"""The takes in their tables, counted where they lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from coach.store import tables
from coach.store.matching import matching
from coach.takes import EVERY, Wanted
from coach.tallies import DayTally, DrillTally, FaultTally, Measured
from coach.verdict import Result

if TYPE_CHECKING:
    from typing import Any

    from coach.store.matching import Transact

_take = tables.takes.c
_check = tables.checks.c
_both = tables.checks.join(tables.takes, _check.take_id == _take.id)
_takes = sa.func.count().label("takes")
_passed = sa.func.sum(sa.case((_take.result == Result.PASS.value, 1), else_=0)).label("passed")


class StoredTallies:
    """Implements `coach.tallies.Tallies`; may be used from any thread."""

    def __init__(self, transact: Transact) -> None:
        self._transact = transact

    def values(self, check: str, wanted: Wanted = EVERY) -> list[Measured]:
        query = (
            sa.select(_take.day, _check.value)
            .select_from(_both)
            .where(_check.name == check, _check.value.is_not(None), *matching(wanted))
        )
        return [Measured._make(row) for row in self._read(query)]

    def days(self, wanted: Wanted = EVERY) -> list[DayTally]:
        query = (
            sa.select(_take.day, _takes, _passed)
            .where(*matching(wanted))
            .group_by(_take.day)
            .order_by(_take.day.desc())
        )
        return [DayTally(row.day, row.takes, row.passed) for row in self._read(query)]

    def faults(self, wanted: Wanted = EVERY) -> list[FaultTally]:
        query = (
            sa.select(_check.name, _check.word, _takes)
            .select_from(_both)
            .where(_check.result == Result.FAIL.value, *matching(wanted))
            .group_by(_check.name, _check.word)
            .order_by(_takes.desc(), _check.name, _check.word)
        )
        return [FaultTally(row.name, row.word, row.takes) for row in self._read(query)]

    def drills(self, wanted: Wanted = EVERY) -> list[DrillTally]:
        judged = _take.result.in_((Result.PASS.value, Result.FAIL.value))
        query = (
            sa.select(_take.drill, _passed, _takes)
            .where(judged, *matching(wanted))
            .group_by(_take.drill)
            .order_by(_take.drill.is_not(None), _take.drill)
        )
        return [DrillTally(row.drill, row.passed, row.takes) for row in self._read(query)]

    def _read(self, query: sa.Select[Any]) -> list[sa.Row[Any]]:
        with self._transact() as connection:
            return list(connection.execute(query).all())
