import os
import resource
import signal
import subprocess
import sys

import numpy as np
import pytest
import soundfile
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sample_takes import blocks, hiss

from audio.block import Block
from audio.claim import claim
from audio.head import read_head
from audio.mending import repair
from audio.recording import HELD_BACK, Recording
from audio.sound_folder import part_of


@pytest.fixture
def path(tmp_path):
    return tmp_path / "2026" / "take.flac"


@pytest.fixture
def small_files():
    """Let no file grow over 24 KiB: a disk that refuses, for real."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (24 * 1024, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.fixture
def small_disk(tmp_path):
    """Mount a disk of 32 KiB, which the superuser can."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=32k", "okbye", disk], capture_output=True, check=False
    ).returncode:
        pytest.skip("needs the right to mount a small disk")
    yield disk
    subprocess.run(["umount", disk], check=True)


def record(recording, samples, rate_hz=16_000):
    for block in blocks(samples, rate_hz):
        recording.write(block)


def test_what_was_written_is_read_to_the_sample(path):
    sound = hiss(2.5)
    recording = Recording(path, 16_000)
    record(recording, sound)
    assert recording.seconds == 2.5
    recording.close()
    assert recording.failed is None
    assert np.array_equal(soundfile.read(path, dtype="float32", always_2d=True)[0], sound)
    assert list(path.parent.iterdir()) == [path]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20, deadline=None)
@given(
    cuts=st.lists(st.integers(0, 12_000), max_size=8),
    channels=st.integers(1, 2),
    rate_hz=st.sampled_from([8_000, 48_000]),
)
def test_the_size_of_blocks_makes_no_difference(tmp_path, cuts, channels, rate_hz):
    path = tmp_path / "cut.flac"
    sound = hiss(0.25, rate_hz, channels)
    recording = Recording(path, rate_hz, channels)
    for part in np.split(sound, sorted(min(cut, len(sound)) for cut in cuts)):
        recording.write(Block(part, rate_hz))
    recording.close()
    read, read_rate = soundfile.read(path, dtype="float32", always_2d=True)
    assert read_rate == rate_hz
    assert np.array_equal(read, sound)


def test_several_channels_become_the_one_that_is_wanted(path):
    recording = Recording(path, 16_000)
    recording.write(Block(np.array([[0.5, 0.25]] * 1600, np.float32), 16_000))
    recording.close()
    assert np.array_equal(soundfile.read(path)[0], np.full(1600, 0.375))


def test_sound_that_is_too_loud_or_no_number_does_not_end_the_recording(path):
    recording = Recording(path, 16_000)
    recording.write(Block(np.array([[2.0], [-2.0], [np.nan], [np.inf], [-np.inf]] * 1000, np.float32), 16_000))
    recording.write(Block(np.full((1600, 1), 0.5, np.float32), 16_000))
    recording.close()
    assert recording.failed is None
    read = soundfile.read(path, dtype="int16")[0]
    assert read[:5].tolist() == [32767, -32768, 0, 32767, -32768]
    assert read[-1] == 16384


def test_until_it_is_closed_it_has_another_name(path):
    recording = Recording(path, 16_000)
    record(recording, hiss(1))
    assert list(path.parent.iterdir()) == [part_of(path)]
    recording.discard()


def test_discarded_nothing_is_left(path):
    recording = Recording(path, 16_000)
    record(recording, hiss(1))
    recording.discard()
    recording.close()
    assert list(path.parent.iterdir()) == []


def test_a_recording_without_sound_leaves_no_file(path):
    recording = Recording(path, 16_000)
    recording.close()
    assert recording.failed is None
    assert list(path.parent.iterdir()) == []


def test_closed_it_takes_nothing_more(path):
    recording = Recording(path, 16_000)
    record(recording, hiss(1))
    recording.close()
    record(recording, hiss(1))
    recording.close()
    assert read_head(path).seconds == 1


def test_tags_stand_in_the_head_from_the_first_second_on(path):
    tags = {"date": "2026-11-23T12:00:00+00:00", "artist": "Zoë Ångström"}
    recording = Recording(path, 16_000, tags=tags)
    record(recording, hiss(1))
    repair(part_of(path))
    assert read_head(part_of(path)).tags == tags
    recording.discard()


def test_while_it_runs_nobody_else_may_claim_it(path):
    recording = Recording(path, 16_000)
    record(recording, hiss(1))
    with part_of(path).open("rb+") as other:
        assert not claim(other.fileno())
    recording.close()
    with path.open("rb+") as other:
        assert claim(other.fileno())


def test_a_folder_that_cannot_be_made_is_said_and_hearing_goes_on(tmp_path):
    (tmp_path / "file").touch()
    recording = Recording(tmp_path / "file" / "take.flac", 16_000)
    record(recording, hiss(1))
    recording.close()
    assert recording.failed is not None
    assert "measured but not recorded" in recording.failed
    assert recording.seconds == 0


def safe_seconds(sentence):
    return float(sentence.partition("the first ")[2].partition(" s are safe")[0])


@pytest.mark.usefixtures("small_files")
def test_a_disk_that_refuses_costs_only_what_came_after(path):
    recording = Recording(path, 16_000)
    sound = hiss(5)
    record(recording, sound)
    assert recording.failed is not None
    assert 0 < safe_seconds(recording.failed) < recording.seconds < 5
    recording.close()
    read = soundfile.read(path, dtype="float32", always_2d=True)[0]
    assert len(read) / 16_000 >= safe_seconds(recording.failed)
    assert np.array_equal(read, sound[: len(read)])


def test_a_full_disk_keeps_the_part_until_there_is_room(small_disk, tmp_path):
    recording = Recording(small_disk / "take.flac", 16_000)
    sound = hiss(5)
    record(recording, sound)
    recording.close()
    assert recording.failed is not None
    assert recording.failed.startswith("The disk is full: the first ")
    (part,) = small_disk.iterdir()
    roomy = tmp_path / part.name
    roomy.write_bytes(part.read_bytes())
    assert repair(roomy) >= safe_seconds(recording.failed)
    read = soundfile.read(roomy, dtype="float32", always_2d=True)[0]
    assert np.array_equal(read, sound[: len(read)])


ENDLESS = """
import sys
from pathlib import Path
from sample_takes import blocks, hiss
from audio.recording import Recording
recording = Recording(Path(sys.argv[1]), 16_000)
second = blocks(hiss(1))
while True:
    for block in second:
        recording.write(block)
        print(round(recording.seconds * 16_000), flush=True)
"""


def test_killed_it_leaves_all_but_its_last_moment(path):
    child = subprocess.Popen(
        [sys.executable, "-c", ENDLESS, path],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    with child:
        written = 0
        while written < 3.21 * 16_000:
            written = int(child.stdout.readline())
        child.send_signal(signal.SIGKILL)
    assert child.returncode == -signal.SIGKILL
    assert repair(part_of(path)) * 16_000 >= written - HELD_BACK
    read = soundfile.read(part_of(path), dtype="float32", always_2d=True)[0]
    assert np.array_equal(read[:16_000], hiss(1))
    assert np.array_equal(read[16_000:32_000], hiss(1))
