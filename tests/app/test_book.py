"""The book of takes: it keeps what ends, finds what a crash left, and says what it could not do."""

from __future__ import annotations

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


def test_a_damaged_store_is_told_and_the_sound_stays(folders, qtbot):
    folders.make().database.write_bytes(b"this is no database" * 100)
    book = Book(folders, "Ana", Bands())
    with qtbot.waitSignal(book.told):
        book.open()
    key, recording = record(book)
    recording.close()
    with qtbot.waitSignal(book.told) as told:
        book.keep(ended(key))
    book.close()
    assert "sound of this take is safe" in told.args[0]
    assert book.sounds.path(key).exists()
    assert folders.database.read_bytes().startswith(b"this is no database")


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
