"""Backups: only of what is whole, the newest kept; one takes the place of a damaged store, and nothing is lost."""

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_takes import take

from coach.errors import DamagedStore, StoreError
from coach.store import backups
from coach.store.backups import DAILY, KEPT, back_up, back_up_daily, forget, newest_good, put_back
from coach.store.opening import open_store

GARBAGE = b"SQLite format 3\0" + b"\xaa" * 6000


@pytest.fixture
def database(tmp_path):
    made = tmp_path / "home" / "okbye.db"
    with open_store(made) as store:
        store.takes.add(take(1))
    return made


@pytest.fixture
def clock(monkeypatch):
    """Days go by; each has its own noon."""

    class Clock(datetime):
        days = 0

        @classmethod
        def now(cls, tz=None):
            return datetime(2026, 11, 23, 12, tzinfo=UTC) + timedelta(days=cls.days, microseconds=cls.tick())

        ticks = 0

        @classmethod
        def tick(cls):
            cls.ticks += 1
            return cls.ticks

    monkeypatch.setattr(backups, "datetime", Clock)
    return Clock


def copies(database):
    return sorted(path.name for path in (database.parent / "backups").iterdir())


def takes_in(database):
    with open_store(database) as store:
        return {one.id for one in store.takes.newest()}


def test_a_day_has_one_backup_and_a_week_of_them_is_kept(database, clock):
    assert back_up_daily(database).exists()
    assert back_up_daily(database) is None
    for clock.days in range(1, 12):
        assert back_up_daily(database).exists()
    assert len(copies(database)) == KEPT
    assert newest_good(database).made_at.day == 4  # of December


def test_a_clock_that_was_moved_back_keeps_todays_backup(database, clock):
    for clock.days in range(20, 30):
        back_up_daily(database)
    clock.days = 0
    todays = back_up_daily(database)
    assert todays.exists()
    assert back_up_daily(database) is None


def test_daily_backups_leave_those_of_versions_alone(database, clock):
    before = back_up(database, "0001")
    for clock.days in range(12):
        back_up_daily(database)
    assert before.exists()


def test_a_damaged_store_makes_no_backup(database):
    good = back_up_daily(database)
    with closing(sqlite3.connect(database)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'takes'").fetchone()
    with database.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xaa" * 4096)
    damaged = database.read_bytes()
    with pytest.raises(DamagedStore):
        back_up(database, DAILY)
    assert copies(database) == [good.name]
    assert database.read_bytes() == damaged


def test_it_holds_what_was_written_this_moment(database):
    with open_store(database) as store:
        store.takes.add(take(2))
        copy = back_up_daily(database)
    assert takes_in(copy) == {"take1", "take2"}


def test_the_last_good_one_is_found_among_bad_ones(database, clock):
    back_up_daily(database)
    for clock.days, content in enumerate([b"", GARBAGE, b"none"], start=1):
        back_up_daily(database).write_bytes(content)
    (database.parent / "backups" / "okbye-day-99999999T999999999999.db").write_bytes(b"no moment")
    (database.parent / "backups" / "holiday.db").write_bytes(b"somebody else's")
    assert newest_good(database).made_at.day == 23


def test_a_backup_is_one_file_also_once_it_was_looked_at(database):
    copy = back_up_daily(database)
    newest_good(database)
    assert copies(database) == [copy.name]


def test_without_backups_there_is_no_good_one(tmp_path):
    assert newest_good(tmp_path / "okbye.db") is None


def test_a_backup_takes_the_place_and_the_damaged_file_is_kept(database):
    back_up_daily(database)
    with open_store(database) as store:
        store.takes.add(take(2))
    database.write_bytes(GARBAGE)
    (database.parent / "okbye.db-wal").write_bytes(b"of the damaged one")
    kept = put_back(database, newest_good(database))
    assert kept.read_bytes() == GARBAGE
    assert kept.with_name(f"{kept.name}-wal").read_bytes() == b"of the damaged one"
    assert takes_in(database) == {"take1"}
    assert len(copies(database)) == 1


def test_without_a_backup_one_starts_anew_and_the_damaged_file_is_kept(database):
    database.write_bytes(GARBAGE)
    kept = put_back(database, None)
    assert kept.read_bytes() == GARBAGE
    assert takes_in(database) == set()


def test_twice_keeps_both(database):
    back_up_daily(database)
    kept = set()
    for number in range(3):
        database.write_bytes(GARBAGE + bytes([number]))
        kept.add(put_back(database, newest_good(database)))
    assert {path.read_bytes()[-1] for path in kept} == {0, 1, 2}


def test_a_store_that_was_lost_comes_back(database):
    back_up_daily(database)
    database.unlink()
    assert put_back(database, newest_good(database)) is None
    assert takes_in(database) == {"take1"}


def test_where_names_cannot_be_shared_the_file_is_moved(database, monkeypatch):
    def refuse(*_):
        raise OSError("no hard links on this disk")

    monkeypatch.setattr(backups.os, "link", refuse)
    back_up_daily(database)
    database.write_bytes(GARBAGE)
    assert put_back(database, newest_good(database)).read_bytes() == GARBAGE
    assert takes_in(database) == {"take1"}


def test_a_disk_that_takes_no_more_leaves_both(database, monkeypatch):
    good = back_up_daily(database)
    database.write_bytes(GARBAGE)

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("coach.store.sqlite.copy", full)
    with pytest.raises(StoreError, match="Both are still there"):
        put_back(database, newest_good(database))
    assert database.read_bytes() == GARBAGE
    assert good.exists()


KILLED = """
import os, signal, sys
from pathlib import Path
from coach.store.backups import newest_good, put_back
steps = int(sys.argv[2])
def count(event, _):
    global steps
    if event in {"os.rename", "os.link", "os.remove"}:
        if steps == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        steps -= 1
database = Path(sys.argv[1])
backup = newest_good(database)
sys.addaudithook(count)
put_back(database, backup)
"""


def test_killed_at_any_step_nothing_is_lost(database):
    good = back_up_daily(database)
    for step in range(10):
        database.write_bytes(GARBAGE)
        (database.parent / "okbye.db-wal").write_bytes(b"log")
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        ended = subprocess.run([sys.executable, "-c", KILLED, str(database), str(step)], env=environment, check=False)
        held = [path.read_bytes() for path in database.parent.glob("okbye.db*") if path.is_file()]
        assert GARBAGE in held
        assert b"log" in held
        assert database.exists()
        assert good.exists()
        for left in database.parent.glob("okbye.db*"):
            left.unlink()
        if ended.returncode == 0:
            assert step > 2  # there were steps to be killed at
            return
        assert ended.returncode == -signal.SIGKILL
    raise AssertionError("it never came to its end")


def test_forgotten_they_are_gone(database):
    back_up_daily(database)
    back_up(database, "0001")
    other = database.parent / "backups" / "holiday.db"
    other.write_bytes(b"somebody else's")
    forget(database)
    assert copies(database) == ["holiday.db"]
    forget(Path("not") / "there.db")


@given(st.binary(max_size=200))
def test_whatever_lies_among_the_backups_is_good_or_not(tmp_path_factory, content):
    folder = tmp_path_factory.mktemp("home")
    (folder / "backups").mkdir()
    (folder / "backups" / "okbye-day-20261123T120000000000.db").write_bytes(content)
    assert newest_good(folder / "okbye.db") is None
