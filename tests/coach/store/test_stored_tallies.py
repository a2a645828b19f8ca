"""Takes counted where they lie."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sample_takes import NOON, take, verdict

from coach.store.opening import open_store
from coach.takes import Wanted, day_of
from coach.tallies import DayTally, DrillTally, FaultTally
from coach.verdict import Check, Result

TODAY = day_of(NOON)
TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "okbye.db") as store:
        yield store


def failing(check, word):
    failed = Check(check, Result.FAIL, 0.1, 0.01, "s", 0.5, 2.0, word, "")
    return replace(verdict(Result.FAIL), checks=(failed,))


def test_of_no_takes_there_is_nothing_to_count(store):
    counted = store.tallies
    assert (
        list(counted.days()) == list(counted.faults()) == list(counted.drills()) == list(counted.values("pause")) == []
    )


def test_days_newest_first_with_what_passed(store):
    store.takes.add(take(1))
    store.takes.add(take(2, verdict=verdict(Result.FAIL)))
    store.takes.add(take(3, started_at=NOON + timedelta(days=1)))
    assert list(store.tallies.days()) == [DayTally(TOMORROW, 1, 1), DayTally(TODAY, 2, 1)]
    assert list(store.tallies.days(Wanted(day=TOMORROW))) == [DayTally(TOMORROW, 1, 1)]


def test_faults_by_how_often_they_came(store):
    store.takes.add(take(1, verdict=failing("pause", "short")))
    for number in (2, 3):
        store.takes.add(take(number, verdict=failing("silence", "short")))
    store.takes.add(take(4))
    assert list(store.tallies.faults()) == [FaultTally("silence", "short", 2), FaultTally("pause", "short", 1)]


def test_drills_by_what_was_judged(store):
    for number, (drill, result) in enumerate(
        [("busy", Result.PASS), ("busy", Result.FAIL), ("busy", Result.UNSURE), (None, Result.PASS)]
    ):
        store.takes.add(take(number, drill=drill, verdict=verdict(result)))
    store.takes.add(take(9, drill="yes", verdict=verdict(Result.NOT_MEASURED)))
    assert list(store.tallies.drills()) == [DrillTally(None, 1, 1), DrillTally("busy", 1, 2)]


def test_only_the_takes_that_are_wanted_are_counted(store):
    store.takes.add(take(1, verdict=verdict(pause=0.4)))
    store.takes.add(take(2, rep="Bo", verdict=verdict(pause=0.6)))
    store.takes.add(take(3, verdict=verdict(pause=0.9)))

    def pauses(**wanted):
        return sorted(value for _, value in store.tallies.values("pause", Wanted(**wanted)))

    assert pauses() == [0.4, 0.6, 0.9]
    assert pauses(rep="Ana") == [0.4, 0.9]
    assert pauses(rep="Ana", last=1) == [0.9]
    assert pauses(since=NOON + timedelta(minutes=2)) == [0.6, 0.9]
    assert pauses(ids=frozenset({"take1"})) == [0.4]


def test_a_take_that_was_set_aside_or_deleted_counts_no_more(store):
    for number in (1, 2, 3):
        store.takes.add(take(number))
    store.takes.set_aside(Wanted(ids=frozenset({"take1"})), NOON)
    store.takes.delete("take2")
    assert [day.takes for day in store.tallies.days()] == [1]
    assert len(store.tallies.values("pause")) == 1
    with store.transact() as connection:
        checks = connection.exec_driver_sql("SELECT DISTINCT take_id FROM checks ORDER BY 1").all()
    assert checks == [("take1",), ("take3",)]


def test_a_take_of_which_the_numbers_are_damaged_is_counted_as_before(store):
    store.takes.add(take(1))
    with store.transact(writes=True) as connection:
        connection.exec_driver_sql("UPDATE takes SET verdict = '{'")
    assert list(store.tallies.days()) == [DayTally(TODAY, 1, 1)]
    assert len(store.tallies.values("pause")) == 1


def test_the_same_take_again_is_counted_once(store):
    store.takes.add(take(1))
    store.takes.add(take(1, verdict=verdict(pause=1.5)))
    assert [value for _, value in store.tallies.values("pause")] == [1.5]
