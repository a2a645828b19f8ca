"""Takes out into one file and in on another machine, with their sound."""

import errno
from dataclasses import replace

import pytest
from sample_takes import NOON, take

from app.parcels import Imported, export_takes, import_takes
from audio.sound_folder import SoundFolder
from coach.errors import ParcelError
from coach.store.opening import open_store
from coach.takes import Wanted

FLAC = b"fLaC" + bytes(9000)


@pytest.fixture
def parcel(takes, sounds, tmp_path):
    """Two takes with sound, one without."""
    for number in (1, 2):
        key = sounds.new_key(f"take{number}", NOON)
        sounds.path(key).parent.mkdir(parents=True, exist_ok=True)
        sounds.path(key).write_bytes(FLAC)
        takes.add(take(number, sound=key))
    takes.add(take(3))
    path = tmp_path / "takes.okbye"
    assert export_takes(path, sounds, takes) == 3
    return path


@pytest.fixture
def there(tmp_path):
    """Another machine."""
    with open_store(tmp_path / "there" / "okbye.db") as store:
        yield SoundFolder(tmp_path / "there" / "sound"), store.takes


def test_on_another_machine_they_are_the_same(parcel, there, takes):
    sounds, theirs = there
    assert import_takes(parcel, sounds, theirs) == Imported(3, 0)
    assert list(theirs.newest()) == list(takes.newest())
    assert {sounds.path(key).read_bytes() for key in sounds.finished()} == {FLAC}


def test_the_same_again_changes_nothing(parcel, there):
    sounds, theirs = there
    theirs.add(take(1, note="Mine."))
    assert import_takes(parcel, sounds, theirs) == Imported(2, 1)
    assert theirs.get("take1").note == "Mine."
    assert import_takes(parcel, sounds, theirs) == Imported(0, 3)


def test_a_sound_that_lies_there_is_not_written_over(parcel, there):
    sounds, theirs = there
    path = sounds.path("2026/11/take1.flac")
    path.parent.mkdir(parents=True)
    path.write_text("found again at the next start")
    assert import_takes(parcel, sounds, theirs) == Imported(2, 1)
    assert path.read_text() == "found again at the next start"


def test_only_those_that_were_chosen(takes, sounds, parcel, there, tmp_path):
    path = tmp_path / "two.okbye"
    assert export_takes(path, sounds, takes, Wanted(ids=frozenset({"take1", "take3"}))) == 2
    import_takes(path, *there)
    assert [one.id for one in there[1].newest()] == ["take3", "take1"]


def test_numbers_go_without_the_sound_that_is_gone(takes, sounds, parcel, there, tmp_path):
    sounds.path(takes.get("take1").sound).unlink()
    takes.add(replace(take(2), sound="../elsewhere.flac"))
    path = tmp_path / "silent.okbye"
    export_takes(path, sounds, takes)
    import_takes(path, *there)
    assert [one.sound for one in there[1].newest()] == [None, None, None]


def test_an_import_that_was_stopped_goes_on_the_next_time(parcel, there):
    assert import_takes(parcel, *there, lambda done: done < 2) == Imported(2, 0)
    assert import_takes(parcel, *there) == Imported(1, 2)


def test_a_full_disk_leaves_whole_takes_only(parcel, there, monkeypatch):
    sounds, theirs = there
    monkeypatch.setattr(type(parcel), "replace", _full)
    with pytest.raises(ParcelError, match=r"the disk is full\. 1 takes were added"):
        import_takes(parcel, sounds, theirs)
    monkeypatch.undo()
    assert [one.id for one in theirs.newest()] == ["take3"]
    assert list(sounds.root.rglob("*.*")) == []
    assert import_takes(parcel, sounds, theirs) == Imported(2, 1)


def _full(*_):
    raise OSError(errno.ENOSPC, "No space left on device")
