from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
import soundfile
from privileges import as_anybody, open_folder
from sound_files import heard, tone, wav, write

from audio.errors import EmptyFile, MissingFile, UnreadableFile
from audio.files import HIGHEST_HZ, LOWEST_HZ, MOST_CHANNELS, SUFFIXES, read


def test_missing(tmp_path):
    with pytest.raises(MissingFile, match=r"^gone\.wav was not found: there is no file at .*gone\.wav\.$"):
        read(tmp_path / "gone.wav")
    with pytest.raises(MissingFile):
        read("a\0b.wav")
    (tmp_path / "file").write_text("x")
    with pytest.raises(MissingFile):
        read(tmp_path / "file" / "a.wav")
    (tmp_path / "link.wav").symlink_to(tmp_path / "nowhere")
    with pytest.raises(MissingFile):
        read(tmp_path / "link.wav")


def test_empty(tmp_path):
    path = tmp_path / "x.wav"
    path.touch()
    with pytest.raises(EmptyFile, match=r"^x\.wav is empty: the file has 0 bytes\.$"):
        read(path)


@pytest.mark.parametrize("kind", ["wav16", "wav_float", "rf64", "aiff", "vorbis"])
def test_a_header_with_no_sound_after_it_is_empty(tmp_path, kind):
    path = write(tmp_path, kind, seconds=0)
    with pytest.raises(EmptyFile, match=f"^{path.name} is empty: it is a sound file with no sound in it"):
        list(read(path))


def test_a_folder_a_pipe_and_a_device(tmp_path):
    os.mkfifo(tmp_path / "pipe.wav")
    for path, what in ((tmp_path, "a folder"), (tmp_path / "pipe.wav", "a device or"), (Path("/dev/zero"), "a device")):
        with pytest.raises(UnreadableFile, match=f"^{path.name} is not a sound file .*: it is {what}"):
            read(path)


def test_links_that_lead_in_a_circle_and_names_too_long(tmp_path):
    (tmp_path / "a.wav").symlink_to(tmp_path / "b.wav")
    (tmp_path / "b.wav").symlink_to(tmp_path / "a.wav")
    for path in (tmp_path / "a.wav", tmp_path / ("x" * 300)):
        with pytest.raises(UnreadableFile, match="the system could not open it"):
            read(path)


def test_no_permission():
    with open_folder() as folder:
        path = write(folder, "wav16")
        path.chmod(0)
        with (
            as_anybody(),
            pytest.raises(UnreadableFile, match=r"^wav16\.wav is not .*: you have no permission to open it"),
        ):
            read(path)
        folder.chmod(0)
        with (
            as_anybody(),
            pytest.raises(UnreadableFile, match=r"^wav16\.wav is not .*: you have no permission to open it"),
        ):
            read(path)


@pytest.mark.parametrize(
    "data",
    [
        b"hello\n" * 100,
        b"<!doctype html>" * 50,
        b"\x89PNG\r\n\x1a\n" + bytes(500),
        b"\0\0\0\x20ftypM4A " + bytes(500),
        b"PK\x03\x04" + bytes(500),
        bytes(5_000),
        b"RIFF\x24\0\0\0AVI LIST" + bytes(100),
        b"MATLAB 5.0 MAT-file" + bytes(500),
    ],
)
@pytest.mark.parametrize("suffix", sorted(SUFFIXES))
def test_what_is_no_sound_is_refused_whatever_its_suffix(tmp_path, data, suffix):
    path = tmp_path / f"x{suffix}"
    path.write_bytes(data)
    with pytest.raises(UnreadableFile, match=f"^x{suffix} is not a sound file this program can read: it "):
        read(path)


def test_sound_is_heard_whatever_its_suffix(tmp_path):
    path = write(tmp_path, "flac").rename(tmp_path / "take.mp3")
    assert len(heard(path)) == 16_000


@pytest.mark.parametrize(
    ("header", "says"),
    [
        (wav(rate=1_000_000_000), "it has 1000000000 samples a second"),
        (wav(rate=LOWEST_HZ - 1), "it has 7999 samples a second, and only 8000 to 192000"),
        (wav(rate=HIGHEST_HZ + 1), "it has 192001 samples a second"),
        (wav(rate=0), "it is damaged"),
        (wav(rate=2**32 - 1), "it is damaged"),
        (wav(channels=MOST_CHANNELS + 1), "it has 9 channels, and only 1 to 8"),
        (wav(channels=1_000), "it has 1000 channels"),
        (wav(channels=0), "it is damaged"),
        (wav(channels=65_535), "it is damaged"),
        (wav(bits=0), "its sound is encoded in a way this program does not know"),
        (wav(tag=999), "it is damaged"),
    ],
)
def test_absurd_headers(tmp_path, header, says):
    path = tmp_path / "x.wav"
    path.write_bytes(header)
    with pytest.raises(UnreadableFile) as refused:
        read(path)
    assert str(refused.value).startswith(f"x.wav is not a sound file this program can read: {says}")


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf, 1e9, 3e38])
@pytest.mark.parametrize("channel", [0, 1])
def test_values_that_are_no_sound(tmp_path, value, channel):
    sound = tone(32_000, 2, 16_000)
    sound[25_000, channel] = value
    path = tmp_path / "x.wav"
    soundfile.write(path, sound, 16_000, "FLOAT")
    with pytest.raises(UnreadableFile, match=r"^x\.wav is not a sound file .*: after 1\.5 s it holds values"):
        list(read(path, 8_000))


def test_a_recording_that_nobody_reads_can_be_closed(tmp_path):
    with read(write(tmp_path, "wav16")) as recording:
        pass
    with pytest.raises(EmptyFile):
        list(recording)
