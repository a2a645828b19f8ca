"""The comments in their table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from coach.store import tables
from coach.store.review_rows import comment_row, to_comment
from coach.store.review_tables import comments

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime

    from coach.review.review import Comment
    from coach.store.matching import Transact

AT_A_TIME = 500

_column = comments.c


class StoredComments:
    """Implements `coach.review.reviews.Comments`; may be used from any thread."""

    def __init__(self, transact: Transact) -> None:
        self._transact = transact

    def add(self, comment: Comment) -> bool:
        with self._transact(writes=True) as connection:
            take = sa.select(tables.takes.c.id).where(tables.takes.c.id == comment.take)
            there = sa.select(_column.id).where(_column.id == comment.id)
            if connection.execute(take).first() is None or connection.execute(there).first() is not None:
                return False
            connection.execute(sa.insert(comments).values(comment_row(comment)))
            return True

    def change(self, comment: Comment) -> bool:
        row = comment_row(comment)
        del row["id"], row["take_id"]
        with self._transact(writes=True) as connection:
            return connection.execute(sa.update(comments).where(_column.id == comment.id).values(row)).rowcount > 0

    def of(self, take: str) -> list[Comment]:
        query = sa.select(comments).where(_column.take_id == take, _column.aside_at.is_(None))
        with self._transact() as connection:
            return [to_comment(row) for row in connection.execute(query.order_by(_column.at, _column.made_at))]

    def set_aside(self, ids: Collection[str], at: datetime) -> int:
        change = sa.update(comments).where(_column.aside_at.is_(None)).values(aside_at=at)
        return self._change_these(change, list(ids))

    def bring_back(self, at: datetime) -> int:
        with self._transact(writes=True) as connection:
            change = sa.update(comments).where(_column.aside_at == at).values(aside_at=None)
            return connection.execute(change).rowcount

    def aside(self) -> list[tuple[str, str | None]]:
        query = sa.select(_column.id, _column.sound).where(_column.aside_at.is_not(None))
        with self._transact() as connection:
            return [(row.id, row.sound) for row in connection.execute(query)]

    def delete_these(self, ids: Sequence[str]) -> None:
        self._change_these(sa.delete(comments), ids)

    def by(self, name: str) -> list[str]:
        with self._transact() as connection:
            return list(connection.scalars(sa.select(_column.id).where(_column.by == name)))

    def _change_these(self, change: sa.Update | sa.Delete, ids: Sequence[str]) -> int:
        """One transaction for them all, however many a database takes at a time."""
        with self._transact(writes=True) as connection:
            return sum(
                connection.execute(change.where(_column.id.in_(ids[start : start + AT_A_TIME]))).rowcount
                for start in range(0, len(ids), AT_A_TIME)
            )
