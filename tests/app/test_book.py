"""The book of takes: it keeps what ends, finds what a crash left, and says what it could not do."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest
from sample_takes import NOON, hiss, verdict

from app.book import Book
from app.folders import Folders
from app.said import Peaks, TakeEnded
from audio.block import Block
from audio.head import read_head
from coach.bands import Bands
from coach.store.opening import open_store
from coach.takes import EVERY


@pytest.fixture
def folders(tmp_path):
    return Folders(tmp_path / "home")


@pytest.fixture
def book(folders, qtbot):
    opened = Book(folders, "Ana", Bands())
    opened.open()
    yield opened
    opened.close()


def record(book, seconds=1.0):
    key, recording = book.record(16_000)
    recording.write(Block(hiss(seconds), 16_000))
    return key, recording


def ended(sound, fault=None):
    return TakeEnded(verdict(), sound, Peaks(0.0, 0.02, ()), fault)


def stored(folders):
    with open_store(folders.database) as store:
        return list(store.takes.newest(EVERY))


def test_a_take_that_ended_is_in_the_store_with_its_sound(book, folders):
    key, recording = record(book)
    recording.close()
    book.keep(ended(key, fault="The microphone was unplugged."))
    book.close()
    (take,) = stored(folders)
    assert (take.sound, take.rep, take.verdict, take.fault) == (key, "Ana", verdict(), "The microphone was unplugged.")
    assert book.sounds.path(key).exists()


def test_a_take_knows_its_drill_in_the_store_and_in_its_sound(book, folders):
    key, recording = book.record(16_000, "objection")
    recording.write(Block(hiss(1.0), 16_000))
    recording.close()
    book.keep(TakeEnded(replace(verdict(), drill="objection"), key, Peaks(0.0, 0.02, ())))
    book.close()
    (take,) = stored(folders)
    assert take.drill == "objection"
    assert read_head(book.sounds.path(key)).tags["title"] == "objection"


def test_what_a_crash_left_is_found_and_told(folders, qtbot):
    before = Book(folders, "Ana", Bands())
    key, recording = record(before, seconds=2.0)
    recording.close()  # and killed before the take was kept
    book = Book(folders, "Ana", Bands())
    with qtbot.waitSignal(book.told) as told:
        book.open()
    book.close()
    assert "2.0 s of sound are safe" in told.args[0]
    (take,) = stored(folders)
    assert take.recovered
    assert take.sound == key


GARBAGE = b"this is no database" * 100


def kept_sound(book):
    """A take that ended and whose sound is whole."""
    key, recording = record(book)
    recording.close()
    return key


def test_a_damaged_store_is_told_and_the_sound_stays(folders, qtbot):
    folders.make().database.write_bytes(GARBAGE)
    book = Book(folders, "Ana", Bands())
    with qtbot.waitSignal(book.damaged) as told:
        book.open()
    assert "damaged" in told.args[0].sentence
    assert told.args[0].backup is None
    key = kept_sound(book)
    with qtbot.waitSignal(book.told) as told:
        book.keep(ended(key))
    book.close()
    assert "sound of this take is safe" in told.args[0]
    assert book.sounds.path(key).exists()
    assert folders.database.read_bytes() == GARBAGE


def test_the_backup_takes_its_place_and_the_takes_since_then_come_back(folders, book, qtbot):
    """The backup of the first start is empty; a take is made after it, and one while the store is damaged."""
    qtbot.waitUntil(lambda: any(folders.backups.glob("okbye-day-*.db")))
    before = kept_sound(book)
    book.keep(ended(before))
    book.close()
    folders.database.write_bytes(GARBAGE)

    again = Book(folders, "Ana", Bands())
    with qtbot.waitSignal(again.damaged) as told:
        again.open()
    meanwhile = kept_sound(again)
    again.keep(ended(meanwhile))
    with qtbot.waitSignal(again.changed, timeout=30_000), qtbot.waitSignal(again.opened):
        again.put_back(told.args[0].backup)
    again.close()
    assert {take.sound for take in stored(folders)} == {before, meanwhile}
    (aside,) = folders.home.glob("okbye.db.damaged-*")
    assert aside.read_bytes() == GARBAGE


def test_one_starts_anew_where_there_is_no_backup(folders, qtbot):
    folders.make().database.write_bytes(GARBAGE)
    book = Book(folders, "Ana", Bands())
    with qtbot.waitSignal(book.damaged):
        book.open()
    with qtbot.waitSignal(book.changed), qtbot.waitSignal(book.told) as told:
        book.put_back(None)
    book.close()
    assert "The damaged file is kept as" in told.args[0]
    assert stored(folders) == []


def test_damage_that_is_met_while_a_take_is_kept_is_told_and_the_sound_stays(folders, book, qtbot):
    qtbot.waitUntil(lambda: any(folders.backups.glob("okbye-day-*.db")))
    key = kept_sound(book)
    with closing(sqlite3.connect(folders.database)) as other:
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    folders.database.write_bytes(folders.database.read_bytes()[:4096] + GARBAGE * 40)
    with qtbot.waitSignal(book.damaged) as told:
        book.keep(ended(key))
    assert told.args[0].backup is not None
    with qtbot.waitSignal(book.changed, timeout=30_000):
        book.put_back(told.args[0].backup)
    book.close()
    assert [take.sound for take in stored(folders)] == [key]


def test_a_locked_store_is_told_and_opened_when_it_is_free(folders, qtbot, monkeypatch):
    monkeypatch.setattr("coach.store.soundness.PATIENCE_S", 0)
    monkeypatch.setattr("app.store_door.RETRY_S", 0.02)
    open_store(folders.make().database).close()
    said, withdrawn = [], []
    book = Book(folders, "Ana", Bands())
    book.told.connect(said.append)
    book.withdrawn.connect(withdrawn.append)
    with closing(sqlite3.connect(folders.database, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with qtbot.waitSignal(book.told):
            book.open()
        key = kept_sound(book)
        book.keep(ended(key))
        assert "used by another program" in said[0]
        other.execute("COMMIT")
    with qtbot.waitSignal(book.changed, timeout=30_000):
        pass
    book.close()
    assert withdrawn == said[:1]
    assert [take.sound for take in stored(folders)] == [key]


def test_a_store_that_stays_locked_does_not_keep_the_window_open(folders, qtbot, monkeypatch):
    monkeypatch.setattr("coach.store.soundness.PATIENCE_S", 0)
    open_store(folders.make().database).close()
    with closing(sqlite3.connect(folders.database, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        book = Book(folders, "Ana", Bands())
        with qtbot.waitSignal(book.told):
            book.open()
        book.close()
        assert not book._thread.is_alive()


def test_a_day_has_its_backup_and_what_is_deleted_for_good_is_in_none(folders, book, qtbot):
    qtbot.waitUntil(lambda: any(folders.backups.glob("okbye-day-*.db")))
    book.close()
    again = Book(folders, "Ana", Bands())
    with qtbot.waitSignal(again.opened) as told:
        again.open()
    again.close()
    assert len(list(folders.backups.iterdir())) == 1
    told.args[0].letting_go.erase()
    assert list(folders.backups.iterdir()) == []


def test_it_opens_as_an_archive_and_says_when_there_are_other_takes(folders, qtbot):
    book = Book(folders, "Ana", Bands())
    with qtbot.waitSignal(book.changed), qtbot.waitSignal(book.opened) as told:
        book.open()
    (archive,) = told.args
    key, recording = record(book)
    recording.close()
    with qtbot.waitSignal(book.changed):
        book.keep(ended(key))
    assert archive.takes.count() == 1
    assert archive.rep == "Ana"
    book.close()


def test_what_was_deleted_before_a_crash_is_gone_after_it(book, folders, qtbot):
    key, recording = record(book)
    recording.close()
    book.keep(ended(key))
    book.close()
    with open_store(folders.database) as store:
        store.takes.set_aside(EVERY, NOON)
    again = Book(folders, "Ana", Bands())
    with qtbot.waitSignal(again.changed):
        again.open()
    again.close()
    assert not again.sounds.path(key).exists()
    assert stored(folders) == []


def test_old_sound_goes_at_the_start(book, folders, qtbot):
    key, recording = record(book)
    recording.close()
    book.keep(ended(key))
    book.close()
    with open_store(folders.database) as store:
        (take,) = store.takes.newest(EVERY)
        store.takes.add(replace(take, started_at=take.started_at - timedelta(days=31)))
    again = Book(folders, "Ana", Bands(), sound_days=30)
    with qtbot.waitSignal(again.changed):
        again.open()
    again.close()
    assert not again.sounds.path(key).exists()
    assert [take.sound for take in stored(folders)] == [None]
