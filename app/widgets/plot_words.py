"""A plot in words and in ticks: what its axes say, and what stands for it where it cannot be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.widgets.wording import CHECKS, seconds, span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from coach.bands import Band
    from coach.progress import By, Course, Day

Ticks = list[tuple[float, str]]

_STEPS: Final = (0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0)
_MOST_STEPS: Final = 4
# Not the system's names: what stands around them is English.
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_A_YEAR: Final = 365


def top_of(course: Course) -> float:
    """The highest second shown: the band and the spread, and a little more."""
    open_end = course.band.low * 2
    highest = max([course.band.high or open_end, *(day.high for day in course.days)])
    return max(highest, 0.5)


def inside(day: Day, band: Band) -> bool:
    """Whether the middle take is as wanted."""
    return band.low <= day.middle and (band.high is None or day.middle <= band.high)


def value_ticks(top: float) -> Ticks:
    step = next((step for step in _STEPS if top / step <= _MOST_STEPS), top / 2)
    return [(n * step, seconds(n * step, 1)) for n in range(int(top / step + 1e-9) + 1)]


def date_ticks(days: Sequence[date], most: int) -> Ticks:
    """As many days as there is room for, evenly chosen from those there are."""
    step = max(1, -(-len(days) // max(1, most)))
    with_year = (days[-1] - days[0]).days >= _A_YEAR
    return [(float(day.toordinal()), day_name(day, with_year=with_year)) for day in days[(step - 1) // 2 :: step]]


def day_name(day: date, *, with_year: bool = False) -> str:
    name = f"{day.day} {_MONTHS[day.month - 1]}"
    return f"{name} {day.year}" if with_year else name


def day_told(day: Day, by: By = "day") -> str:
    """Its numbers: "20 Nov 2026: 0.87 s; the middle half of 18 takes from 0.80 s to 0.95 s."."""
    name = {"day": "", "week": "Week of ", "month": "Month of "}[by] + day_name(day.day, with_year=True)
    if day.takes == 1:
        return f"{name}: {seconds(day.middle)}, one take"
    spread = f"from {seconds(day.low)} to {seconds(day.high)}"
    return f"{name}: {seconds(day.middle)}; the middle half of {day.takes} takes {spread}"


def course_told(course: Course) -> str:
    """The whole plot in a few sentences."""
    name = f"{CHECKS.get(course.check, course.check)} by {course.by}"
    wanted = f"Wanted {span(course.band.low, course.band.high)}."
    if not course.days:
        return f"{name}. {wanted}"
    first, last = course.days[0], course.days[-1]
    right = sum(inside(day, course.band) for day in course.days)
    ends = f"{day_name(first.day)}: {seconds(first.middle)}, {day_name(last.day)}: {seconds(last.middle)}."
    return f"{name}. {wanted} {ends} As wanted in {right} of {len(course.days)}."
