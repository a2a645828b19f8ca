"""Each rep over the weeks, beside nobody but themselves."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from reviewed_takes import judged
from sample_takes import NOON

from coach.review.team import team
from coach.review.what_if import past
from coach.store.opening import open_store
from coach.takes import Wanted, day_of
from coach.tallies import FaultTally
from coach.verdict import Result

PASS, FAIL, UNSURE = Result.PASS, Result.FAIL, Result.UNSURE
TODAY = day_of(NOON)  # a Monday


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "okbye.db") as store:
        yield store


def add(store, number, days_ago, rep="Dana", result=PASS, pause=0.8):
    store.takes.add(judged(number, result, pause, rep=rep, started_at=NOON - timedelta(days=days_ago)))


def test_week_by_week(store):
    for number, (ago, result, pause) in enumerate(
        [(15, FAIL, 0.2), (14, PASS, 0.6), (14, UNSURE, 0.5), (13, FAIL, 0.4), (0, PASS, 1.0)]
    ):
        add(store, number, ago, result=result, pause=pause)
    (dana,) = team(store.team, Wanted(), TODAY)
    assert [week.monday for week in dana.weeks] == [TODAY - timedelta(weeks=ago) for ago in (3, 2, 1, 0)]
    assert [(week.of.takes, week.of.judged, week.of.passed) for week in dana.weeks] == [
        (1, 1, 0), (3, 2, 1), (0, 0, 0), (1, 1, 1)
    ]  # fmt: skip
    assert [week.of.rate for week in dana.weeks] == [0.0, 0.5, None, 1.0]
    assert dana.weeks[1].of.pause == pytest.approx((0.45, 0.5, 0.55))
    assert dana.weeks[2].of.pause is None
    assert (dana.whole.rate, dana.whole.pause.middle, dana.whole.silence.middle) == (0.5, 0.5, 4.5)
    assert (dana.usual_fault, dana.takes_a_week) == (FaultTally("pause", "short", 2), 5 / 4)


def test_everybody_by_name_and_nobody_before_another(store):
    add(store, 1, 0, rep="sam", result=FAIL)
    add(store, 2, 7, rep="Dana")
    add(store, 3, 30, rep="Old")
    found = team(store.team, Wanted(since=NOON - timedelta(weeks=2)), TODAY)
    assert [one.rep for one in found] == ["Dana", "sam"]
    assert [one.usual_fault and one.usual_fault.word for one in found] == [None, "short"]
    assert [len(one.weeks) for one in found] == [2, 1]
    assert team(store.team, Wanted(rep="none"), TODAY) == ()


def test_a_take_after_today_is_in_a_week_of_its_own(store):
    add(store, 1, -7)
    (dana,) = team(store.team, Wanted(), TODAY - timedelta(days=3))
    assert [week.monday for week in dana.weeks][-1] == date.fromordinal(TODAY.toordinal() + 7)


def test_past_verdicts_are_read_as_they_are(store):
    for number in range(3):
        add(store, number, number, result=[PASS, FAIL, UNSURE][number])
    with store.transact(writes=True) as connection:
        connection.exec_driver_sql("UPDATE takes SET verdict = '{' WHERE id = 'take2'")
    read = list(store.past.pasts())
    whole = [past(take.id, take.verdict) for take in store.takes.newest()]
    assert [one.take for one in read] == ["take0", "take1", "take2"]
    numbers = [[(c.name, c.result, c.value, c.error, c.word) for c in one.checks] for one in read]
    assert numbers == [[(c.name, c.result, c.value, c.error, c.word) for c in one.checks] for one in whole]
    assert [(one.result, one.ended) for one in read] == [(one.result, one.ended) for one in whole]
