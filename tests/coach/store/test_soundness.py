"""A store that is cut off or written over: told in a sentence, never changed."""

import sqlite3
from contextlib import closing, suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from sample_takes import take

from coach.errors import DamagedStore, LockedStore, StoreError
from coach.store.opening import open_store
from coach.store.soundness import check


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("store")


@pytest.fixture(scope="module")
def whole(folder):
    """A store of some pages, as it lies on the disk."""
    database = folder / "whole.db"
    with open_store(database) as store:
        for number in range(12):
            store.takes.add(take(number, note="x" * number, drill="plain", sound=f"2026/11/a{number}.flac"))
    return database.read_bytes()


def use(database):
    """Everything that the program reads of a store."""
    check(database)
    with open_store(database) as store:
        list(store.takes.newest())
        store.takes.count()
        store.takes.sounds()
        store.takes.reps()
        store.takes.aside()
        for tally in (store.tallies.days, store.tallies.faults, store.tallies.drills):
            tally()
        store.tallies.values("pause")


def put(folder, content):
    """A file with that content and nothing of an earlier one beside it."""
    database = folder / "okbye.db"
    for left in folder.glob("okbye.db*"):
        left.unlink()
    database.write_bytes(content)
    return database


def test_a_whole_one_and_none_are_sound(folder, whole, tmp_path):
    use(put(folder, whole))
    check(tmp_path / "not" / "there.db")
    (tmp_path / "empty.db").touch()
    check(tmp_path / "empty.db")
    assert not (tmp_path / "not").exists()


@given(data=st.data())
def test_one_that_is_cut_off_is_damaged_and_stays_as_it_is(folder, whole, data):
    kept = data.draw(st.integers(1, len(whole) - 1))
    database = put(folder, whole[:kept])
    with pytest.raises(DamagedStore, match="okbye restore"):
        check(database)
    with pytest.raises(DamagedStore):
        use(database)
    assert database.read_bytes() == whole[:kept]


damage = st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1, max_size=60)


@given(places=damage)
@example(places=[(18 / 73_728, 1), (19 / 73_728, 1)])  # "this is no file with a log"
@example(places=[(n / 73_728, 255) for n in range(100)])
def test_bytes_that_were_written_over_are_told_or_do_no_harm(folder, whole, places):
    content = bytearray(whole)
    for place, byte in places:
        content[int(place * len(content))] = byte
    database = put(folder, content)
    try:
        check(database)
    except DamagedStore:
        assert database.read_bytes() == content
        return
    with suppress(StoreError):  # and nothing else
        use(database)


def test_what_is_still_in_the_log_is_no_damage(tmp_path):
    database = tmp_path / "okbye.db"
    with open_store(database) as store:
        for number in range(200):
            store.takes.add(take(number))
        check(database)
        assert (tmp_path / "okbye.db-wal").stat().st_size > 0


def test_another_programs_lock_is_told_as_such(tmp_path, monkeypatch):
    monkeypatch.setattr("coach.store.soundness.PATIENCE_S", 0)
    database = tmp_path / "okbye.db"
    open_store(database).close()
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(LockedStore, match="being used by another program"):
            check(database)
        other.execute("COMMIT")


def test_a_folder_is_no_store(tmp_path):
    with pytest.raises(StoreError):
        check(tmp_path)
