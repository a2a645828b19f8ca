import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sample_takes import NOON, take, verdict

import coach.store.stored_takes
from coach.take import Take
from coach.takes import Wanted
from coach.verdict import Result, Verdict

any_take = st.builds(
    Take,
    id=st.text(min_size=1, max_size=64),
    started_at=st.datetimes(
        min_value=datetime(1970, 1, 2),  # noqa: DTZ001
        timezones=st.sampled_from([UTC, timezone(timedelta(hours=5, minutes=30)), timezone(timedelta(hours=-8))]),
        max_value=datetime(2200, 1, 1),  # noqa: DTZ001
    ),
    verdict=st.from_type(Verdict),
    rep=st.text(),
    drill=st.none() | st.text(),
    offer=st.none() | st.text(),
    sound=st.none() | st.text(),
    bands_name=st.text(),
    recovered=st.booleans(),
    fault=st.none() | st.text(),
    note=st.text(),
    content=st.none() | st.text(),
    source=st.none() | st.text(),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=50)
@given(given_take=any_take)
def test_any_take_comes_back_as_it_was(takes, given_take):
    takes.add(given_take)
    back = takes.get(given_take.id)
    assert back.started_at == given_take.started_at
    same = replace(given_take, started_at=back.started_at)
    assert repr(back) == repr(same)  # equal in everything, NaN included


def test_one_that_is_not_there(takes):
    assert takes.get("none") is None
    assert takes.delete("none") is False
    assert list(takes.newest()) == []
    assert takes.count() == 0


def test_the_same_id_again_is_the_same_take(takes):
    takes.add(take(1, recovered=True))
    takes.add(take(1, note="Mine."))
    assert list(takes.newest()) == [take(1, note="Mine.")]


def test_newest_first_over_many_pages(takes, monkeypatch):
    monkeypatch.setattr(coach.store.stored_takes, "PAGE", 3)
    stored = [take(number) for number in range(8)]
    twins = [take(number, started_at=NOON) for number in range(20, 27)]
    for one in stored + twins:
        takes.add(one)
    in_order = sorted(stored + twins, key=lambda one: (one.started_at, one.id), reverse=True)
    assert list(takes.newest()) == in_order


def test_reading_on_while_takes_are_added_and_deleted(takes, monkeypatch):
    monkeypatch.setattr(coach.store.stored_takes, "PAGE", 2)
    for number in range(5):
        takes.add(take(number))
    reading = takes.newest()
    assert next(reading) == take(4)
    takes.add(take(9))
    takes.delete("take3")
    takes.delete("take1")
    assert [one.id for one in reading if one.id != "take3"] == ["take2", "take0"]


def test_only_those_that_are_wanted(takes):
    takes.add(take(1))
    takes.add(take(2, rep="Bo"))
    takes.add(take(3, verdict=verdict(Result.FAIL, 0.1)))
    takes.add(take(4, rep="Bo", verdict=verdict(Result.FAIL, 0.1)))

    def ids(**wanted):
        found = [one.id for one in takes.newest(Wanted(**wanted))]
        assert takes.count(Wanted(**wanted)) == len(found)
        return found

    assert ids() == ["take4", "take3", "take2", "take1"]
    assert ids(rep="Bo") == ["take4", "take2"]
    assert ids(verdict=Result.FAIL) == ["take4", "take3"]
    assert ids(rep="Ana", verdict=Result.FAIL) == ["take3"]
    assert ids(since=NOON + timedelta(minutes=3)) == ["take4", "take3"]
    assert ids(since=(NOON + timedelta(minutes=4)).astimezone(timezone(timedelta(hours=-5)))) == ["take4"]
    assert ids(rep="bo' OR 1=1 --") == []


def test_more_of_them_than_a_query_has_room_for(takes):
    takes.add(take(1))
    ids = frozenset({"take1", "o'clock", *(f"{number:032x}" for number in range(300_000))})
    assert takes.count(Wanted(ids=ids)) == 1
    assert takes.count(Wanted(ids=frozenset())) == 0


def test_the_last_of_those_that_are_wanted(takes):
    for number in range(6):
        takes.add(take(number, rep="Ana" if number % 2 else "Bo"))
    assert [one.id for one in takes.newest(Wanted(rep="Bo", last=2))] == ["take4", "take2"]
    assert takes.count(Wanted(last=4)) == 4


def test_everybody_who_has_a_take(takes):
    for number, rep in enumerate(["Bo", "Ana", "Bo"]):
        takes.add(take(number, rep=rep))
    assert takes.reps() == ["Ana", "Bo"]


def test_a_take_that_is_there_is_not_written_over(takes):
    assert takes.add_new(take(1)) is True
    assert takes.add_new(take(1, note="Another.")) is False
    takes.set_aside(Wanted(), NOON)
    assert takes.add_new(take(1, note="Another.")) is False
    takes.bring_back(NOON)
    assert list(takes.newest()) == [take(1)]


def test_what_is_set_aside_is_in_no_list_until_it_is_brought_back(takes):
    for number in (1, 2, 3):
        takes.add(take(number, sound=f"2026/11/take{number}.flac"))
    later = NOON + timedelta(seconds=1)
    assert takes.set_aside(Wanted(ids=frozenset({"take1", "take2"})), NOON) == 2
    assert takes.set_aside(Wanted(), later) == 1
    assert list(takes.newest()) == []
    assert takes.count() == 0
    assert takes.get("take1") is not None
    assert len(takes.sounds()) == 3
    assert len(takes.aside()) == 3
    assert takes.bring_back(NOON) == 2
    assert takes.bring_back(NOON) == 0
    assert list(takes.newest()) == [take(n, sound=f"2026/11/take{n}.flac") for n in (2, 1)]
    assert takes.aside() == [("take3", "2026/11/take3.flac")]


def test_more_are_deleted_at_once_than_a_statement_holds(takes, monkeypatch):
    monkeypatch.setattr(coach.store.stored_takes, "AT_A_TIME", 2)
    for number in range(6):
        takes.add(take(number))
    takes.delete_these(["take0", "take1", "take2", "none", "take4"])
    assert [one.id for one in takes.newest()] == ["take5", "take3"]
    takes.delete_these([])
    assert takes.count() == 2


def test_sounds_by_their_age(takes):
    takes.add(take(1, sound="2026/11/take1.flac"))
    takes.add(take(2, sound="2026/11/take2.flac"))
    takes.add(take(0))
    assert takes.sounds_before(NOON + timedelta(minutes=2)) == [("take1", "2026/11/take1.flac")]
    takes.forget_sounds(["take1"])
    assert takes.sounds_before(NOON + timedelta(minutes=9)) == [("take2", "2026/11/take2.flac")]
    assert takes.get("take1") == take(1)


def test_the_sounds_that_takes_speak_of(takes):
    takes.add(take(1, sound="2026/11/take1.flac"))
    takes.add(take(2))
    assert takes.sounds() == {"2026/11/take1.flac"}
    assert takes.delete("take1")
    assert takes.sounds() == set()


def test_takes_may_be_added_from_any_thread(takes):
    def add(first):
        for number in range(first, first + 10):
            takes.add(take(number))

    threads = [threading.Thread(target=add, args=(first,)) for first in (0, 10, 20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert takes.count() == 30


def test_a_take_whose_numbers_are_damaged_is_listed_all_the_same(store, takes):
    takes.add(take(1, sound="2026/11/take1.flac"))
    with store.transact(writes=True) as connection:
        connection.exec_driver_sql("UPDATE takes SET verdict = '{'")
    (found,) = takes.newest()
    assert found.verdict.result is Result.NOT_MEASURED
    assert found.sound == "2026/11/take1.flac"


def test_what_can_be_asked_for_stands_in_columns_of_its_own(store, takes):
    takes.add(take(1))
    with store.transact() as connection:
        row = connection.exec_driver_sql("SELECT result, pause, silence, duration, started_at FROM takes").one()
    assert row == ("pass", 0.8, 4.5, 7.4, "2026-11-23 12:01:00.000000")
