"""Writes prospects and calls within a transaction, and with each change what comes next for whom."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import sqlalchemy as sa

from coach.calls.call import Outcome
from coach.calls.turn import turn_of
from coach.store.call_rows import call_row, prospect_row, turn_row
from coach.store.call_tables import THE_LIST, calls, never_called, numbers, prospects, words
from coach.store.list_reading import at_places, batches, places_with, read_calls
from coach.store.search_words import words_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from typing import Any

    from coach.calls.call import Call
    from coach.calls.prospect import Prospect

_column = prospects.c
_NEW = (False, False)  # who is new has not said anything yet


def keep_prospects(connection: sa.Connection, given: Sequence[Prospect]) -> None:
    """As many as a question takes at a time; of one id, the last counts."""
    whole = {prospect.id: prospect for prospect in given}
    known = {
        row.id: row
        for row in connection.execute(
            sa.select(_column.id, _column.place, _column.never, _column.said_never).where(_column.id.in_(whole))
        )
    }
    before = {name: (row.said_never, row.never) for name, row in known.items()}
    log = read_calls(connection, whole)
    said = {name: _says_never(prospect, before.get(name, _NEW)) for name, prospect in whole.items()}
    sources = {name: _sources(log.get(name, ()), said_never=said[name]) for name in whole}
    _never_call(connection, ((n, source) for p in whole.values() for n in p.numbers for source in sources[p.id]))
    blocked = _never_called(connection, {number for prospect in whole.values() for number in prospect.numbers})
    rows = [
        prospect_row(prospect)
        | {"said_never": said[name]}
        | turn_row(turn_of(_effective(prospect, blocked, said_never=said[name]), log.get(name, ())))
        for name, prospect in whole.items()
    ]
    places = {name: row.place for name, row in known.items()} | _insert(
        connection, [row for row in rows if row["id"] not in known]
    )
    _update(connection, [row | {"at": places[str(row["id"])]} for row in rows if row["id"] in known])
    _index(
        connection, [(places[name], prospect) for name, prospect in whole.items()], [r.place for r in known.values()]
    )


def never_call(connection: sa.Connection, given: Collection[str]) -> None:
    """Nobody with one of these numbers is called again."""
    _never_call(connection, ((number, THE_LIST) for number in given))
    replan(connection, _sharing(connection, given))


def keep_calls(connection: sa.Connection, given: Sequence[Call]) -> None:
    """As many as a question takes at a time; of one id, the last counts."""
    whole = {call.id: call for call in given}
    drop_calls(connection, list(whole))
    connection.execute(sa.insert(calls), [call_row(call) for call in whole.values()])
    pairs = _said_never(connection, [call for call in whole.values() if call.outcome is Outcome.NEVER])
    _never_call(connection, pairs)
    touched = {call.prospect for call in whole.values() if call.prospect is not None}
    replan(connection, [*_places(connection, touched), *_sharing(connection, {number for number, _ in pairs})])


def drop_calls(connection: sa.Connection, ids: Sequence[str]) -> None:
    """Those who were never to be called because of such a call alone may be called again."""
    touched = connection.scalars(sa.select(calls.c.prospect).where(calls.c.id.in_(ids))).all()
    freed = connection.scalars(sa.select(never_called.c.number).where(never_called.c.source.in_(ids))).all()
    if touched:
        connection.execute(sa.delete(calls).where(calls.c.id.in_(ids)))
        connection.execute(sa.delete(never_called).where(never_called.c.source.in_(ids)))
        theirs = {prospect for prospect in touched if prospect is not None}
        replan(connection, [*_places(connection, theirs), *_sharing(connection, freed)])


def replan(connection: sa.Connection, places: Iterable[int]) -> None:
    """Work out anew what comes next for those at these places."""
    for some in batches(set(places)):
        theirs = at_places(connection, some)
        query = sa.select(_column.id, _column.said_never).where(_column.place.in_(some))
        said = dict(connection.execute(query).all())
        blocked = _never_called(connection, {number for prospect in theirs for number in prospect.numbers})
        log = read_calls(connection, [prospect.id for prospect in theirs])
        rows = [
            {"of": p.id} | turn_row(turn_of(_effective(p, blocked, said_never=said[p.id]), log.get(p.id, ())))
            for p in theirs
        ]
        if rows:
            changed: dict[str, Any] = {name: sa.bindparam(name) for name in rows[0] if name != "of"}
            connection.execute(sa.update(prospects).where(_column.id == sa.bindparam("of")).values(changed), rows)


def _said_never(connection: sa.Connection, given: Sequence[Call]) -> set[tuple[str, str]]:
    """Each number of whoever said so, and the one that was called, with the call as its source."""
    pairs = {(call.number, call.id) for call in given if call.number}
    theirs = {call.prospect: call.id for call in given if call.prospect is not None}
    if theirs:
        query = sa.select(_column.id, numbers.c.number).join(numbers, numbers.c.prospect == _column.place)
        found = connection.execute(query.where(_column.id.in_(theirs)))
        pairs |= {(row.number, theirs[row.id]) for row in found}
    return pairs


def _says_never(prospect: Prospect, known: tuple[bool, bool]) -> bool:
    """Who is not called because of a call, and is put back as they were read, has not said it once more."""
    said, never = known
    return said or (prospect.never and not never)


def _sources(log: Iterable[Call], *, said_never: bool) -> list[str]:
    return [THE_LIST] * said_never + [call.id for call in log if call.outcome is Outcome.NEVER]


def _effective(prospect: Prospect, blocked: set[str], *, said_never: bool) -> Prospect:
    return replace(prospect, never=said_never or not blocked.isdisjoint(prospect.numbers))


def _never_call(connection: sa.Connection, pairs: Iterable[tuple[str, str]]) -> None:
    for some in batches(set(pairs)):
        known = set(
            connection.execute(
                sa.select(never_called.c.number, never_called.c.source).where(
                    never_called.c.number.in_({number for number, _ in some})
                )
            )
        )
        new = [{"number": number, "source": source} for number, source in some if (number, source) not in known]
        if new:
            connection.execute(sa.insert(never_called), new)


def _never_called(connection: sa.Connection, wanted: Collection[str]) -> set[str]:
    found: set[str] = set()
    for some in batches(wanted):
        found.update(connection.scalars(sa.select(never_called.c.number).where(never_called.c.number.in_(some))))
    return found


def _insert(connection: sa.Connection, rows: Sequence[dict[str, object]]) -> dict[str, int]:
    """Return where each of them stands."""
    if not rows:
        return {}
    connection.execute(sa.insert(prospects), rows)
    query = sa.select(_column.id, _column.place).where(_column.id.in_([row["id"] for row in rows]))
    return dict(connection.execute(query).all())


def _update(connection: sa.Connection, rows: Sequence[dict[str, object]]) -> None:
    if rows:
        changed: dict[str, Any] = {name: sa.bindparam(name) for name in rows[0] if name not in {"at", "id"}}
        connection.execute(sa.update(prospects).where(_column.place == sa.bindparam("at")).values(changed), rows)


def _index(connection: sa.Connection, placed: Sequence[tuple[int, Prospect]], stale: Sequence[int]) -> None:
    """Write down by what they are found."""
    if stale:
        connection.execute(sa.delete(numbers).where(numbers.c.prospect.in_(stale)))
        connection.execute(sa.delete(words).where(words.c.prospect.in_(stale)))
    their_numbers = [
        {"prospect": at, "place": place, "number": number}
        for at, prospect in placed
        for place, number in enumerate(dict.fromkeys(prospect.numbers))
    ]
    their_words = [
        {"word": word, "prospect": at}
        for at, prospect in placed
        for word in words_of(_names(prospect), prospect.numbers)
    ]
    if their_numbers:
        connection.execute(sa.insert(numbers), their_numbers)
    if their_words:
        connection.execute(sa.insert(words), their_words)


def _names(prospect: Prospect) -> tuple[str, ...]:
    return prospect.name, prospect.company, prospect.first_name, prospect.last_name


def _places(connection: sa.Connection, ids: Iterable[str | None]) -> list[int]:
    return [
        place
        for some in batches(list(ids))
        for place in connection.scalars(sa.select(_column.place).where(_column.id.in_(some)))
    ]


def _sharing(connection: sa.Connection, wanted: Iterable[str]) -> list[int]:
    return [place for _, place in places_with(connection, wanted)]
