"""Whose turn it is, as conditions on the columns of a prospect."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from coach.calls.rules import RULES, awake
from coach.store.call_tables import prospects

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, datetime

_column = prospects.c
wanted = _column.never.is_(False)


def due(today: date, offers: Sequence[str]) -> sa.ColumnElement[bool]:
    """Due or overdue."""
    return sa.and_(wanted, _column.turn_from <= today, *_has_offer(offers))


def waiting(today: date, offers: Sequence[str]) -> sa.ColumnElement[bool]:
    later = _column.turn_from > today
    return sa.and_(wanted, sa.or_(later, *(sa.not_(sa.and_(True, one)) for one in _has_offer(offers))))  # noqa: FBT003


def called_at(now: datetime, zones: Iterable[str | None]) -> sa.ColumnElement[bool]:
    """Who is awake, of those in these zones."""
    asleep = [zone for zone in zones if not awake(zone, now)]
    named = [zone for zone in asleep if zone is not None]
    zone = _column.time_zone
    known = sa.or_(zone.is_(None), zone.not_in(named))
    return sa.and_(known, zone.is_not(None)) if None in asleep else known


def _has_offer(offers: Sequence[str]) -> list[sa.ColumnElement[bool]]:
    """Nothing to ask where there are always more offers than have just been heard."""
    if len(set(offers)) > RULES.offers_apart:
        return []
    return [sa.or_(_column.wants_offer.is_(False), *map(_not_heard, offers))]


def _not_heard(offer: str) -> sa.ColumnElement[bool]:
    return sa.and_(
        sa.func.coalesce(_column.heard_last, "") != offer, sa.func.coalesce(_column.heard_before, "") != offer
    )
