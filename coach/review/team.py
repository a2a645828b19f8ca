"""How each rep gets on, from week to week. Everybody stands beside their own earlier weeks: nobody is ranked."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple, Protocol

from coach.progress import spread
from coach.takes import EVERY, Wanted
from coach.tallies import FaultTally
from coach.verdict import Result

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from coach.progress import Spread

_WEEK = timedelta(days=7)


class Judged(NamedTuple):
    """One take, in numbers. What was not measured is None."""

    rep: str
    day: date
    result: Result
    pause: float | None
    silence: float | None


class TeamTallies(Protocol):
    """Each method may raise `StoreError`."""

    def judged(self, wanted: Wanted = EVERY) -> Sequence[Judged]:
        """Every take, in any order."""

    def usual_faults(self, wanted: Wanted = EVERY) -> Mapping[str, FaultTally]:
        """By rep, the way in which a check failed in most of their takes."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Of `takes` takes `judged` passed or failed. `pause` and `silence` are None where none was measured."""

    takes: int
    judged: int
    passed: int
    pause: Spread | None
    silence: Spread | None

    @property
    def rate(self) -> float | None:
        """The share of clean closes in those that were judged."""
        return self.passed / self.judged if self.judged else None


@dataclass(frozen=True, slots=True)
class Week:
    """The week that begins on `monday`; one without a take has a stretch of none."""

    monday: date
    of: Stretch


@dataclass(frozen=True, slots=True)
class RepOverTime:
    """`weeks` are those from their first take here to this one, the oldest first; `takes_a_week` counts them all."""

    rep: str
    whole: Stretch
    weeks: tuple[Week, ...]
    usual_fault: FaultTally | None
    takes_a_week: float


def team(tallies: TeamTallies, wanted: Wanted, today: date) -> tuple[RepOverTime, ...]:
    """Everybody who has a take that is wanted, in alphabetical order. Raise `StoreError`."""
    faults = tallies.usual_faults(wanted)
    by_rep: defaultdict[str, list[Judged]] = defaultdict(list)
    for take in tallies.judged(wanted):
        by_rep[take.rep].append(take)
    return tuple(_over_time(rep, by_rep[rep], faults.get(rep), today) for rep in sorted(by_rep, key=str.casefold))


def _over_time(rep: str, takes: Sequence[Judged], fault: FaultTally | None, today: date) -> RepOverTime:
    by_week: defaultdict[date, list[Judged]] = defaultdict(list)
    for take in takes:
        by_week[_monday(take.day)].append(take)
    first, last = min(by_week), max(*by_week, _monday(today))
    weeks = tuple(Week(monday, _stretch(by_week[monday])) for monday in _mondays(first, last))
    return RepOverTime(rep, _stretch(takes), weeks, fault, len(takes) / len(weeks))


def _stretch(takes: Sequence[Judged]) -> Stretch:
    passed = sum(take.result is Result.PASS for take in takes)
    failed = sum(take.result is Result.FAIL for take in takes)
    return Stretch(
        len(takes),
        passed + failed,
        passed,
        _spread(take.pause for take in takes),
        _spread(take.silence for take in takes),
    )


def _spread(values: Iterable[float | None]) -> Spread | None:
    known = [value for value in values if value is not None and math.isfinite(value)]
    return spread(known) if known else None


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _mondays(first: date, last: date) -> Iterable[date]:
    return (first + number * _WEEK for number in range((last - first) // _WEEK + 1))
