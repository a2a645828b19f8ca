"""Past verdicts, read for no more than their checks: a whole one takes twenty times as long."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from pydantic_core import from_json

from coach.review.what_if import Past, past_of
from coach.store import tables
from coach.store.matching import matching, newest_first
from coach.takes import EVERY, Wanted
from coach.verdict import Check, Result

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.store.matching import Transact

AT_A_TIME = 500

_take = tables.takes.c


class StoredPasts:
    """Implements `coach.review.what_if.Pasts`; may be used from any thread."""

    def __init__(self, transact: Transact) -> None:
        self._transact = transact

    def pasts(self, wanted: Wanted = EVERY) -> Iterator[Past]:
        with self._transact() as connection:
            ids = list(connection.scalars(sa.select(_take.id).where(*matching(wanted)).order_by(*newest_first)))
        for start in range(0, len(ids), AT_A_TIME):
            some = ids[start : start + AT_A_TIME]
            with self._transact() as connection:
                rows = connection.execute(sa.select(_take.id, _take.verdict).where(_take.id.in_(some))).all()
            texts = {row.id: row.verdict for row in rows}
            yield from (_past(take, texts[take]) for take in some if take in texts)


def _past(take: str, text: str) -> Past:
    """One that cannot be read was not measured."""
    try:
        verdict = from_json(text)
        checks = tuple(map(_check, verdict["checks"]))
        ended_by = verdict["close"]["ended_by"] if verdict["close"] else None
        hung_up = any(line["kind"] == "hung_up" for line in verdict.get("prospect", ()))
        return past_of(take, Result(verdict["result"]), checks, ended_by, hung_up=hung_up)
    except (ValueError, TypeError, KeyError):
        return Past(take, Result.NOT_MEASURED, ())


def _check(known: dict[str, Any]) -> Check:
    """What is not asked for is left out."""
    value, error = (None if known[name] is None else float(known[name]) for name in ("value", "error"))
    return Check(known["name"], Result(known["result"]), value, error, known["unit"], None, None, known["word"], "")
