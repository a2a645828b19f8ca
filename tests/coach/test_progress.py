"""What is said of many takes at once, on takes drawn by hypothesis and on small stores."""

import math
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_takes import NOON, take, verdict

from coach.bands import Bands
from coach.progress import days_of, grain, overview
from coach.store.opening import open_store
from coach.takes import Wanted, day_of
from coach.tallies import Measured
from coach.verdict import Check, Result

MONDAY = date(2026, 11, 23)

measured = st.builds(
    Measured,
    st.integers(0, 4).map(lambda n: MONDAY + timedelta(days=n)),
    st.floats(0, 60) | st.sampled_from([math.nan, math.inf]),
)


def at_share(values, share):
    """The value below which that share lies, straight lines between the values: the plain computation."""
    in_order = sorted(values)
    place = share * (len(in_order) - 1)
    below = int(place)
    above = min(below + 1, len(in_order) - 1)
    return in_order[below] + (place - below) * (in_order[above] - in_order[below])


@given(st.lists(measured))
def test_a_day_is_its_middle_and_its_middle_half(values):
    real = [(day, value) for day, value in values if math.isfinite(value)]
    found = days_of(values)
    assert [day.day for day in found] == sorted({day for day, _ in real})
    for day in found:
        own = [value for other, value in real if other == day.day]
        assert day.takes == len(own)
        for share, value in ((0.25, day.low), (0.5, day.middle), (0.75, day.high)):
            assert value == pytest.approx(at_share(own, share), abs=1e-9)
        assert min(own) <= day.low <= day.middle <= day.high <= max(own)


@given(st.lists(measured), st.randoms())
def test_the_order_of_takes_means_nothing(values, chance):
    shuffled = list(values)
    chance.shuffle(shuffled)
    assert days_of(shuffled) == days_of(values)


@pytest.mark.parametrize(
    ("days", "by"),
    [([], "day"), ([0], "day"), ([0, 61], "day"), ([0, 62], "week"), ([0, 433], "week"), ([0, 434], "month")],
)
def test_many_days_are_gathered(days, by):
    assert grain([MONDAY + timedelta(days=day) for day in days]) == by


def test_a_week_begins_on_its_monday_and_a_month_on_its_first():
    values = [Measured(MONDAY + timedelta(days=day), float(day)) for day in range(-1, 9)]
    assert [(day.day.isoformat(), day.takes) for day in days_of(values, "week")] == [
        ("2026-11-16", 1),
        ("2026-11-23", 7),
        ("2026-11-30", 2),
    ]
    assert [(day.day.isoformat(), day.takes) for day in days_of(values, "month")] == [
        ("2026-11-01", 9),
        ("2026-12-01", 1),
    ]


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "okbye.db") as store:
        yield store


def test_nothing_yet(store):
    seen = overview(store.tallies, Wanted(rep="Ana"), Bands(), {})
    assert (seen.takes, seen.days, seen.faults, seen.drills) == (0, 0, (), ())
    assert [(course.check, course.days) for course in seen.courses] == [("pause", ()), ("silence", ())]
    assert seen.next.sentence == "Do 5 more takes. Fewer than 5 say too little."


def test_one_take(store):
    store.takes.add(take(1))
    seen = overview(store.tallies, Wanted(rep="Ana"), Bands(), {})
    assert (seen.takes, seen.days) == (1, 1)
    (day,) = seen.courses[0].days
    assert (day.day, day.low, day.middle, day.high, day.takes) == (day_of(NOON), 0.8, 0.8, 0.8, 1)


def test_every_check_of_a_name_is_gathered(store):
    answer = Check("answer_time", Result.PASS, 0.7, 0.02, "s", 0.2, 1.5, "ready", "")
    spoken = verdict()
    store.takes.add(take(1, verdict=type(spoken)(**{**_fields(spoken), "checks": (*spoken.checks, answer)})))
    seen = overview(store.tallies, Wanted(rep="Ana"), Bands(), {})
    assert [course.check for course in seen.courses] == ["pause", "silence", "answer_time"]
    assert seen.courses[2].days[0].middle == 0.7


def _fields(verdict):
    return {name: getattr(verdict, name) for name in type(verdict).__slots__}


def test_the_advice_looks_at_the_newest_takes_only(store):
    for number in range(100):
        failing = number < 40
        store.takes.add(take(number, verdict=verdict(Result.FAIL if failing else Result.PASS, 0.1 if failing else 0.8)))
    seen = overview(store.tallies, Wanted(rep="Ana"), Bands(), {})
    assert seen.takes == 100
    assert seen.faults[0].takes == 40
    assert seen.next.sentence == "Nothing stands out: 60 of your last 60 takes pass. Keep it just so."
