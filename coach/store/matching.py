"""Which rows a wish means, the same for lists and for counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from coach.store import tables

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from typing import Protocol

    from coach.takes import Wanted

    class Transact(Protocol):
        """Begin a transaction; what goes wrong in it comes out as `StoreError`."""

        def __call__(self, *, writes: bool = False) -> AbstractContextManager[sa.Connection]: ...


_column = tables.takes.c
newest_first = (_column.started_at.desc(), _column.id.desc())


def matching(wanted: Wanted) -> list[sa.ColumnElement[bool]]:
    found: list[sa.ColumnElement[bool]] = [_column.aside_at.is_(None)]
    if wanted.rep is not None:
        found.append(_column.rep == wanted.rep)
    if wanted.verdict is not None:
        found.append(_column.result == wanted.verdict.value)
    if wanted.since is not None:
        found.append(_column.started_at >= wanted.since)
    if wanted.day is not None:
        found.append(_column.day == wanted.day)
    if wanted.ids is not None:
        found.append(_column.id.in_(wanted.ids))
    if wanted.last is not None:
        newest = sa.select(_column.id).where(*found).order_by(*newest_first).limit(wanted.last)
        found = [_column.id.in_(newest)]
    return found
