"""The trainers' words in their tables, with what they come to beside the machine's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from coach.review.agreement import Both
from coach.review.review import WHOLE
from coach.review.reviews import OURS
from coach.store import tables
from coach.store.matching import matching, newest_first
from coach.store.review_rows import newest_review, review_row, settle, to_review
from coach.store.review_tables import reviews, trainer_results
from coach.takes import EVERY, Wanted
from coach.verdict import Result

if TYPE_CHECKING:
    from coach.bands import Bands
    from coach.review.review import Review
    from coach.store.matching import Transact

_column = reviews.c
_take = tables.takes.c


class StoredReviews:
    """Implements `coach.review.reviews.Reviews`; may be used from any thread."""

    def __init__(self, transact: Transact) -> None:
        self._transact = transact

    def put(self, review: Review, bands: Bands = OURS) -> bool:
        with self._transact(writes=True) as connection:
            if connection.execute(sa.select(_take.id).where(_take.id == review.take)).first() is None:
                return False
            connection.execute(sa.delete(reviews).where(_column.take_id == review.take, _column.by == review.by))
            connection.execute(sa.insert(reviews).values(review_row(review)))
            settle(connection, review.take, bands)
            return True

    def get(self, take: str, by: str) -> Review | None:
        query = sa.select(reviews).where(_column.take_id == take, _column.by == by)
        with self._transact() as connection:
            row = connection.execute(query).one_or_none()
        return None if row is None else to_review(row)

    def of(self, take: str) -> list[Review]:
        with self._transact() as connection:
            return [to_review(row) for row in connection.execute(newest_review(take))]

    def remove(self, take: str, by: str) -> bool:
        with self._transact(writes=True) as connection:
            change = sa.delete(reviews).where(_column.take_id == take, _column.by == by)
            if not connection.execute(change).rowcount:
                return False
            settle(connection, take)
            return True

    def trainers(self) -> list[str]:
        with self._transact() as connection:
            return list(connection.scalars(sa.select(_column.by).distinct().order_by(_column.by)))

    def judged_by_both(self, wanted: Wanted = EVERY) -> list[Both]:
        said, check = trainer_results.c, tables.checks.c
        both = trainer_results.join(tables.takes, said.take_id == _take.id)
        machines = tables.checks.alias()
        of_the_check = sa.and_(machines.c.take_id == said.take_id, machines.c.name == said.name)
        result = sa.case((said.name == WHOLE, _take.result), else_=machines.c[check.result.name])
        query = (
            sa.select(said.take_id, said.name, result.label("machine"), said.result)
            .select_from(both.outerjoin(machines, of_the_check))
            .where(*matching(wanted))
            .order_by(*newest_first)
        )
        with self._transact() as connection:
            rows = connection.execute(query).all()
        # Where the machine made no such check, it measured nothing of it.
        return [Both(take, name, Result(machine or "not_measured"), Result(said)) for take, name, machine, said in rows]
