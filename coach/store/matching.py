"""Which rows a wish means, the same for lists and for counts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import sqlalchemy as sa

from coach.review.doubt import NEEDS_A_LOOK
from coach.store import sqlite, tables
from coach.store.review_tables import comments
from coach.store.searching import terms_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from typing import Any, Protocol

    from coach.takes import Wanted

    class Transact(Protocol):
        """Begin a transaction; what goes wrong in it comes out as `StoreError`."""

        def __call__(self, *, writes: bool = False) -> AbstractContextManager[sa.Connection]: ...


_column = tables.takes.c
newest_first = (_column.started_at.desc(), _column.id.desc())


def matching(wanted: Wanted) -> list[sa.ColumnElement[bool]]:
    found = [_column.aside_at.is_(None), *_of_the_take(wanted), *_of_the_trainer(wanted)]
    if wanted.text:
        found.append(_found_by(wanted.text, wanted.or_drills))
    if wanted.last is not None:
        newest = sa.select(_column.id).where(*found).order_by(*newest_first).limit(wanted.last)
        found = [_column.id.in_(newest)]
    return found


def _of_the_take(wanted: Wanted) -> Iterator[sa.ColumnElement[bool]]:
    asked: tuple[tuple[object, Callable[[Any], sa.ColumnElement[bool]]], ...] = (
        (wanted.rep, _column.rep.__eq__),
        (wanted.reps, _column.rep.in_),
        (wanted.verdict, _column.result.__eq__),
        (wanted.since, _column.started_at.__ge__),
        (wanted.until, _column.started_at.__lt__),
        (wanted.day, _column.day.__eq__),
        (wanted.ids, partial(sqlite.one_of, _column.id)),
    )
    yield from (condition(value) for value, condition in asked if value is not None)
    if wanted.drill is not None:
        yield _column.drill == wanted.drill if wanted.drill else _column.drill.is_(None)


def _of_the_trainer(wanted: Wanted) -> Iterator[sa.ColumnElement[bool]]:
    if wanted.reviewed is not None:
        yield _column.reviewed.is_(wanted.reviewed)
    if wanted.needs_a_look is not None:
        doubtful = sa.and_(_column.doubt >= NEEDS_A_LOOK, _column.reviewed.is_(False))
        yield doubtful if wanted.needs_a_look else sa.not_(doubtful)


def _found_by(text: str, or_drills: frozenset[str]) -> sa.ColumnElement[bool]:
    words = sa.and_(sa.true(), *map(_has, terms_of(text)))
    return sa.or_(words, _column.drill.in_(or_drills)) if or_drills else words


def _has(term: str) -> sa.ColumnElement[bool]:
    """In what is known of the take, or in a comment on it."""
    said = comments.c
    commented = sa.select(said.take_id).where(said.aside_at.is_(None), said.found_by.contains(term, autoescape=True))
    return sa.or_(_column.found_by.contains(term, autoescape=True), _column.id.in_(commented))
