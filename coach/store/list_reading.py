"""Reads prospects and calls within a transaction, many at a time."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import sqlalchemy as sa

from coach.store.call_rows import to_call, to_prospect
from coach.store.call_tables import calls, numbers, prospects, words
from coach.store.search_words import terms_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from typing import Any, TypeVar

    from coach.calls.call import Call
    from coach.calls.prospect import Prospect

    T = TypeVar("T")

AT_A_TIME = 500  # as many values as any database takes in one question
_SAME_BEGINNING = 8  # words of one prospect that begin alike: far more than there ever are
_AFTER_ALL = "\U0010ffff"


def batches(values: Collection[T]) -> Iterator[list[T]]:
    whole = list(values)
    for start in range(0, len(whole), AT_A_TIME):
        yield whole[start : start + AT_A_TIME]


def read_prospects(connection: sa.Connection, query: sa.Select[Any]) -> list[Prospect]:
    """Those of a query for rows of the table, in its order."""
    rows = connection.execute(query).all()
    known: defaultdict[int, list[str]] = defaultdict(list)
    for some in batches([row.place for row in rows]):
        found = sa.select(numbers.c.prospect, numbers.c.number).where(numbers.c.prospect.in_(some))
        for place, number in connection.execute(found.order_by(numbers.c.prospect, numbers.c.place)):
            known[place].append(number)
    return [to_prospect(row, known[row.place]) for row in rows]


def read_calls(connection: sa.Connection, ids: Collection[str]) -> dict[str, list[Call]]:
    """The calls of these prospects, the newest first."""
    found: defaultdict[str, list[Call]] = defaultdict(list)
    for some in batches(ids):
        query = sa.select(calls).where(calls.c.prospect.in_(some))
        in_order = query.order_by(calls.c.prospect, calls.c.started_at.desc(), calls.c.id.desc())
        for call in map(to_call, connection.execute(in_order).all()):
            found[str(call.prospect)].append(call)
    return found


def known_calls(connection: sa.Connection, ids: Collection[str]) -> set[str]:
    """Which of these ids are those of calls."""
    found: set[str] = set()
    for some in batches(ids):
        found.update(connection.scalars(sa.select(calls.c.id).where(calls.c.id.in_(some))))
    return found


def places_with(connection: sa.Connection, wanted: Iterable[str]) -> list[tuple[str, int]]:
    """Each of these numbers with the place of everybody who has it."""
    found: list[tuple[str, int]] = []
    for some in batches(set(wanted)):
        query = sa.select(numbers.c.number, numbers.c.prospect).where(numbers.c.number.in_(some))
        found += [(row.number, row.prospect) for row in connection.execute(query)]
    return found


def search(connection: sa.Connection, text: str, limit: int) -> list[Prospect]:
    """All words must be found; the longest is looked for first, since the fewest have it."""
    terms = terms_of(text)
    if not terms:
        return []
    word = words.c.word
    query = sa.select(words.c.prospect).where(_begins(word, terms[0]))
    for term in terms[1:]:
        other = words.alias()
        also = sa.select(1).where(other.c.prospect == words.c.prospect, _begins(other.c.word, term))
        query = query.where(also.exists())
    found = connection.scalars(query.order_by(word, words.c.prospect).limit(limit * _SAME_BEGINNING))
    return at_places(connection, list(dict.fromkeys(found))[:limit])


def at_places(connection: sa.Connection, places: Sequence[int]) -> list[Prospect]:
    order = {place: index for index, place in enumerate(places)}
    found: list[Prospect] = []
    for some in batches(places):
        in_order = sa.case(order, value=prospects.c.place)
        found += read_prospects(connection, sa.select(prospects).where(prospects.c.place.in_(some)).order_by(in_order))
    return found


def _begins(word: sa.ColumnElement[str], spellings: Iterable[str]) -> sa.ColumnElement[bool]:
    """As ranges, which any index serves."""
    return sa.or_(*(sa.and_(word >= term, word < term + _AFTER_ALL) for term in spellings))


def zones(connection: sa.Connection) -> list[str | None]:
    """Each that is in the list, from one to the next in the index: there are few, whatever the length of the list."""
    found: list[str | None] = [None]
    zone = prospects.c.time_zone
    first = sa.select(sa.func.min(zone))
    step = first
    while (found_zone := connection.execute(step).scalar_one()) is not None:
        found.append(found_zone)
        step = first.where(zone > found_zone)
    return found
