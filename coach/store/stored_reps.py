"""The reps in their table, and their names wherever else they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from coach.reps import OfOneName, Renaming, Rep
from coach.store import tables
from coach.store.review_tables import comments, reps, reviews
from coach.store.searching import rep_found_by

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from coach.store.matching import Transact

AT_A_TIME = 500

_take = tables.takes.c


class StoredReps:
    """Implements `coach.reps.Reps`; may be used from any thread."""

    def __init__(self, transact: Transact) -> None:
        self._transact = transact

    def all(self) -> list[Rep]:
        count = sa.func.count().label("takes")
        counted = sa.select(_take.rep, count).where(_take.aside_at.is_(None)).group_by(_take.rep)
        with self._transact() as connection:
            takes = {row.rep: row.takes for row in connection.execute(counted)}
            colours = {row.name: row.colour for row in connection.execute(sa.select(reps))}
        names = sorted({*takes, *colours}, key=lambda name: (name.casefold(), name))
        return [Rep(name, colours.get(name), takes.get(name, 0)) for name in names]

    def list_with(self, name: str, colour: str | None) -> None:
        with self._transact(writes=True) as connection:
            _list(connection, name, colour)

    def rename(self, names: Collection[str], into: str) -> Renaming:
        with self._transact(writes=True) as connection:
            before = _of(connection, into)
            was = tuple(_of(connection, name) for name in sorted({*names} - {into}))
            for one in was:
                _give(connection, one, into)
                connection.execute(sa.delete(reps).where(reps.c.name == one.name))
            if before.listed or any(one.listed for one in was):
                colours = (one.colour for one in (before, *was) if one.colour is not None)
                _list(connection, into, next(colours, None))
        return Renaming(into, before, was)

    def undo(self, renaming: Renaming) -> int:
        with self._transact(writes=True) as connection:
            back = 0
            for one in renaming.was:
                back += _give_back(connection, one, renaming.into)
                if one.listed:
                    _list(connection, one.name, one.colour)
            connection.execute(sa.delete(reps).where(reps.c.name == renaming.into))
            if renaming.into_before.listed:
                _list(connection, renaming.into, renaming.into_before.colour)
            return back

    def forget(self, name: str) -> None:
        with self._transact(writes=True) as connection:
            connection.execute(sa.delete(reps).where(reps.c.name == name))


def _list(connection: sa.Connection, name: str, colour: str | None) -> None:
    connection.execute(sa.delete(reps).where(reps.c.name == name))
    connection.execute(sa.insert(reps).values(name=name, colour=colour))


def _of(connection: sa.Connection, name: str) -> OfOneName:
    listed = connection.execute(sa.select(reps).where(reps.c.name == name)).one_or_none()
    return OfOneName(
        name,
        listed is not None,
        None if listed is None else listed.colour,
        tuple(connection.scalars(sa.select(_take.id).where(_take.rep == name))),
        tuple(connection.scalars(sa.select(comments.c.id).where(comments.c.by == name))),
        tuple(connection.scalars(sa.select(reviews.c.take_id).where(reviews.c.by == name))),
    )


def _give(connection: sa.Connection, what: OfOneName, into: str) -> None:
    """Two words of one person on the same take stay two: the later counts anyhow."""
    connection.execute(_renamed(what.name, into).where(_take.rep == what.name))
    connection.execute(sa.update(comments).where(comments.c.by == what.name).values(by=into))
    theirs = reviews.alias()
    taken = sa.select(theirs.c.take_id).where(theirs.c.by == into)
    kept = sa.update(reviews).where(reviews.c.by == what.name, reviews.c.take_id.not_in(taken))
    connection.execute(kept.values(by=into))


def _give_back(connection: sa.Connection, what: OfOneName, into: str) -> int:
    takes = 0
    for ids in _some(what.takes):
        takes += connection.execute(_renamed(into, what.name).where(_take.rep == into, _take.id.in_(ids))).rowcount
    for ids in _some(what.comments):
        mine = sa.update(comments).where(comments.c.by == into, comments.c.id.in_(ids))
        connection.execute(mine.values(by=what.name))
    for ids in _some(what.reviews):
        already = sa.select(reviews.c.take_id).where(reviews.c.by == what.name)
        said = sa.update(reviews).where(reviews.c.by == into, reviews.c.take_id.in_(ids))
        connection.execute(said.where(reviews.c.take_id.not_in(already.scalar_subquery())).values(by=what.name))
    return takes


def _renamed(old: str, new: str) -> sa.Update:
    """What a take is found by begins with its rep."""
    rest = sa.func.substr(_take.found_by, len(rep_found_by(old)) + 1)
    return sa.update(tables.takes).values(rep=new, found_by=sa.literal(rep_found_by(new)) + rest)


def _some(ids: Sequence[str]) -> list[Sequence[str]]:
    return [ids[start : start + AT_A_TIME] for start in range(0, len(ids), AT_A_TIME)]
