"""The numbers of the rotation: how long after what, how far apart the same offer, and when a telephone may ring."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Rules:
    """Days are calendar days of the user's own, counted from the day of the call; hours are the prospect's.

    The method gives the weeks, the offers apart and the gatekeeper's "few days"; the rest are our defaults.
    """

    no_from: int = 21
    no_until: int = 42
    gatekeeper_from: int = 2
    gatekeeper_until: int = 5
    message_days: int = 3  # a message that is unanswered so long is a no by itself
    retry_from: int = 1  # nobody answered: from the next day on
    retry_until: int = 7
    offers_apart: int = 2  # never one of the last two: the same offer is in every third call at most
    first_hour: int = 8
    last_hour: int = 21


RULES = Rules()


def awake(time_zone: str | None, now: datetime, rules: Rules = RULES) -> bool:
    """Whether they may be called at that moment; where their zone is not known, the user's own stands for it."""
    try:
        there = now.astimezone(None if time_zone is None else ZoneInfo(time_zone))
    except (KeyError, ValueError, OSError):  # no such zone; a folder of zones is no zone either
        there = now.astimezone()
    return rules.first_hour <= there.hour < rules.last_hour
