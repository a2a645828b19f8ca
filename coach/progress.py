"""How it goes, from day to day: the middle take and the spread of what was measured, faults, drills, what is next."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from statistics import median, quantiles
from typing import TYPE_CHECKING, Literal, NamedTuple

from coach.practise import RECENT, Advice, what_next
from coach.takes import Wanted
from coach.tallies import DrillTally, FaultTally, Measured, Tallies

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from coach.bands import Band, Bands

By = Literal["day", "week", "month"]
_FIRST: dict[By, Callable[[date], date]] = {
    "day": lambda day: day,
    "week": lambda day: day - timedelta(days=day.weekday()),
    "month": lambda day: day.replace(day=1),
}
_MOST = 62  # days, or weeks, that can be told apart in a plot

# What is drawn by day, in this order; a check that nobody has measured yet is left out.
DRAWN = ("pause", "silence", "answer_time")


class Spread(NamedTuple):
    """The middle take, and between `low` and `high` the middle half of them."""

    low: float
    middle: float
    high: float


@dataclass(frozen=True, slots=True)
class Day:
    """One day of one check, or the week or month that begins on it: the middle take, and its middle half of takes."""

    day: date
    low: float
    middle: float
    high: float
    takes: int


@dataclass(frozen=True, slots=True)
class Course:
    """The days of one check, the oldest first, against the band that is wanted now; `by` says what a day stands for."""

    check: str
    band: Band
    days: tuple[Day, ...]
    by: By = "day"


@dataclass(frozen=True, slots=True)
class Overview:
    """All that the progress page shows of `takes` takes in `days` days."""

    takes: int
    days: int
    courses: tuple[Course, ...]
    faults: tuple[FaultTally, ...]
    drills: tuple[DrillTally, ...]
    next: Advice


def overview(tallies: Tallies, wanted: Wanted, bands: Bands, titles: Mapping[str, str]) -> Overview:
    """Raise `StoreError`. `titles` has every drill there is. The advice looks at the newest takes of all days."""
    by_day = tallies.days(wanted)
    recent = replace(wanted, since=None, day=None, last=RECENT)
    by = grain([day.day for day in by_day])
    courses = (Course(check, getattr(bands, check), days_of(tallies.values(check, wanted), by), by) for check in DRAWN)
    return Overview(
        takes=sum(day.takes for day in by_day),
        days=len(by_day),
        courses=tuple(course for course in courses if course.days or course.check != "answer_time"),
        faults=tuple(tallies.faults(wanted)),
        drills=tuple(tallies.drills(wanted)),
        next=what_next(tallies.drills(recent), tallies.faults(recent), titles),
    )


def grain(days: Collection[date]) -> By:
    """What to gather the takes of these days by, so that a plot does not have too many."""
    span = (max(days) - min(days)).days if days else 0
    return "day" if span < _MOST else "week" if span < _MOST * 7 else "month"


def days_of(measured: Iterable[Measured], by: By = "day") -> tuple[Day, ...]:
    """Gather them by day, week or month, the oldest first; what is no number is left out."""
    by_day: defaultdict[date, list[float]] = defaultdict(list)
    for day, value in measured:
        by_day[day].append(value)
    periods: defaultdict[date, list[float]] = defaultdict(list)
    for day, values in by_day.items():  # far fewer than takes
        periods[_FIRST[by](day)] += filter(math.isfinite, values)
    return tuple(_day(day, values) for day, values in sorted(periods.items()) if values)


def spread(values: Sequence[float]) -> Spread:
    """Of at least one value, all of them numbers."""
    low, high = values[0], values[0]
    if len(values) > 1:
        low, _, high = quantiles(values, n=4, method="inclusive")
    return Spread(low, median(values), high)


def _day(day: date, values: Sequence[float]) -> Day:
    return Day(day, *spread(values), len(values))
