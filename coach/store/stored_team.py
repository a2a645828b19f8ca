"""The takes of every rep, counted where they lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from coach.review.team import Judged
from coach.store import tables
from coach.store.matching import matching
from coach.takes import EVERY, Wanted
from coach.tallies import FaultTally
from coach.verdict import Result

if TYPE_CHECKING:
    from coach.store.matching import Transact

_take = tables.takes.c
_check = tables.checks.c


class StoredTeam:
    """Implements `coach.review.team.TeamTallies`; may be used from any thread."""

    def __init__(self, transact: Transact) -> None:
        self._transact = transact

    def judged(self, wanted: Wanted = EVERY) -> list[Judged]:
        results = {result.value: result for result in Result}
        query = sa.select(_take.rep, _take.day, _take.result, _take.pause, _take.silence).where(*matching(wanted))
        with self._transact() as connection:
            rows = connection.execute(query).all()
        return [Judged(rep, day, results[result], pause, silence) for rep, day, result, pause, silence in rows]

    def usual_faults(self, wanted: Wanted = EVERY) -> dict[str, FaultTally]:
        count = sa.func.count()
        query = (
            sa.select(_take.rep, _check.name, _check.word, count)
            .select_from(tables.checks.join(tables.takes, _check.take_id == _take.id))
            .where(_check.result == Result.FAIL.value, *matching(wanted))
            .group_by(_take.rep, _check.name, _check.word)
            .order_by(count.desc(), _check.name, _check.word)
        )
        with self._transact() as connection:
            rows = connection.execute(query).all()
        usual: dict[str, FaultTally] = {}
        for rep, name, word, takes in rows:
            usual.setdefault(rep, FaultTally(name, word, takes))
        return usual
