"""A parcel there and back."""

import errno
import io
import json
import zipfile
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from parcels import COMMENTS, FLAC, SAID, entry, made, opened
from sample_takes import take

from coach.errors import ParcelError
from coach.parcel.form import MANIFEST, NOTHING
from coach.parcel.packing import pack
from coach.parcel.unpacking import open_parcel


@pytest.fixture
def path(tmp_path):
    return tmp_path / "takes.okbye"


def unpacked(path):
    with open_parcel(path) as parcel:
        return [(one, b"".join(parcel.sound(one.sound)) if one.sound else None) for one in parcel.takes()]


def test_takes_come_back_as_they_were(path):
    takes = [take(1, sound="2026/11/take1.flac", note="“Ok”."), take(2, rep="Bo", drill="busy")]
    assert pack(path, takes, opened) == 2
    (first, sound), (second, none) = unpacked(path)
    assert first == take(1, sound="sound/take1.flac", note="“Ok”.")
    assert sound == FLAC
    assert (second, none) == (takes[1], None)


def test_what_was_said_of_a_take_comes_along(path):
    pack(path, [take(1), take(2)], opened, said=lambda take_id: SAID if take_id == "take1" else NOTHING)
    with open_parcel(path) as parcel:
        said = parcel.said("take1")
        assert said == replace(SAID, comments=(COMMENTS[0], replace(COMMENTS[1], sound="spoken/c2.flac")))
        assert b"".join(parcel.sound("spoken/c2.flac")) == FLAC
        assert parcel.said("take2") == NOTHING
    with zipfile.ZipFile(path) as parcel:
        assert "said/take2.json" not in parcel.namelist()


def test_a_spoken_comment_whose_sound_is_gone_comes_as_its_text(path):
    pack(path, [take(1)], lambda key: None, said=lambda _: SAID)
    with open_parcel(path) as parcel:
        assert [comment.sound for comment in parcel.said("take1").comments] == [None, None]


def test_one_of_the_first_version_is_read(path):
    with open_parcel(made(path, [entry(1)], version=1)) as parcel:
        assert [one.id for one in parcel.takes()] == ["take1"]
        assert parcel.said("take1") == NOTHING


def test_of_no_takes_there_is_a_parcel_too(path):
    assert pack(path, [], opened) == 0
    assert unpacked(path) == []


def test_any_zip_program_can_look_into_it(path):
    pack(path, [take(1, sound="2026/11/take1.flac")], opened)
    with zipfile.ZipFile(path) as parcel:
        assert sorted(parcel.namelist()) == ["manifest.json", "sound/take1.flac", "takes/take1.json"]
        assert parcel.getinfo("sound/take1.flac").compress_type == zipfile.ZIP_STORED
        manifest = json.loads(parcel.read(MANIFEST))
        assert (manifest["kind"], manifest["version"], manifest["takes"]) == ("okbye takes", 2, 1)
        assert json.loads(parcel.read("takes/take1.json"))["rep"] == "Ana"


def test_a_sound_that_is_gone_stays_behind(path):
    pack(path, [take(1, sound="2026/11/take1.flac")], lambda key: None)
    assert unpacked(path) == [(take(1), None)]


def test_a_stopped_one_leaves_nothing_and_what_was_there_stays(path):
    path.write_text("an earlier one")
    told = []
    assert pack(path, [take(1), take(2)], opened, lambda done: told.append(done) or done < 1) is None
    assert told == [0, 1]
    assert path.read_text() == "an earlier one"
    assert list(path.parent.iterdir()) == [path]


class FullDisk(io.BytesIO):
    def read(self, size=-1):
        raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_leaves_no_half_of_a_file(path):
    with pytest.raises(ParcelError, match="the disk is full"):
        pack(path, [take(1), take(2, sound="2026/11/take2.flac")], lambda key: FullDisk())
    assert list(path.parent.iterdir()) == []


def test_a_folder_that_is_not_there_is_told(path):
    with pytest.raises(ParcelError, match="choose another folder"):
        pack(path.parent / "none" / "takes.okbye", [take(1)], opened)


def test_one_by_another_hand_is_read(path):
    assert unpacked(made(path, [entry(1)])) == [(take(1), None)]
    extra = ("notes/readme.txt", "of a later version of this format")
    assert unpacked(made(path, [entry(1), extra])) == [(take(1), None)]


def test_the_time_of_a_take_may_be_any(path):
    early = take(1, started_at=datetime(1980, 1, 1, tzinfo=UTC))
    late = take(2, started_at=datetime(2199, 1, 1, tzinfo=UTC))
    pack(path, [early, late], opened)
    assert [one for one, _ in unpacked(path)] == [early, late]
