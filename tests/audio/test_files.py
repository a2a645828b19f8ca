from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
import soundfile
from sound_files import KINDS, heard, tone, wav, write

from audio.files import read


@pytest.mark.parametrize(
    ("kind", "rate_hz"), [(kind, rate_hz) for kind, (_, _, _, rates, _, _) in KINDS.items() for rate_hz in rates]
)
def test_every_format_and_rate_with_every_count_of_channels(tmp_path, kind, rate_hz):
    for channels in range(1, KINDS[kind][4] + 1):
        path = write(tmp_path, kind, rate_hz, channels, seconds=0.3)
        with read(path, 1_000) as recording:
            blocks = list(recording)
        assert (recording.rate_hz, recording.channels) == (rate_hz, channels)
        assert recording.duration == pytest.approx(0.3, abs=1e-3)
        assert recording.note is None
        assert all(block.rate_hz == rate_hz and block.samples.dtype == np.float32 for block in blocks)
        sound = np.concatenate([block.samples for block in blocks])
        wanted = tone(round(rate_hz * 0.3), channels, rate_hz)
        assert sound.shape == wanted.shape
        edge = rate_hz // 10  # what lossy encoders do with the first and last sound of all is theirs
        # The first channel only: lossy encoders keep nothing but the bass of a subwoofer's.
        assert np.abs(sound - wanted)[edge:-edge, 0].max() <= KINDS[kind][5]


@pytest.mark.parametrize("kind", KINDS)
def test_the_size_of_blocks_changes_nothing(tmp_path, kind):
    path = write(tmp_path, kind, channels=2)
    whole = heard(path, 10**6)
    for block_frames in (1, 257, 16_000, 15_999):
        assert np.array_equal(heard(path, block_frames), whole)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("share", [0.9, 0.5, 0.2])
def test_what_a_truncated_file_still_holds_is_heard_and_the_cut_is_noted(tmp_path, kind, share):
    suffix, container, encoding, *_ = KINDS[kind]
    path = tmp_path / f"{kind}{suffix}"
    noise = np.random.default_rng(3).uniform(-0.3, 0.3, 16_000 * 12)  # a tone would be one page of an Ogg file
    soundfile.write(path, noise, 16_000, encoding, format=container)
    whole = heard(path)
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])
    with read(path) as recording:
        sound = np.concatenate([block.samples for block in recording])
    assert 0.3 * share < len(sound) / len(whole) < share + 0.15
    edge = 4_000  # a lossy decoder fades out at the cut
    assert np.allclose(sound[:-edge], whole[: len(sound) - edge], atol=1e-6)
    assert recording.note
    assert recording.note.startswith(f"{path.name} is cut short or damaged: only its first {len(sound) / 16_000:.2f} s")


def test_damage_in_the_middle_of_a_flac_ends_it_there(tmp_path):
    path = write(tmp_path, "flac", seconds=10)
    data = bytearray(path.read_bytes())
    data[len(data) // 2 :] = bytes(len(data) - len(data) // 2)
    path.write_bytes(data)
    with read(path) as recording:
        frames = sum(len(block.samples) for block in recording)
    assert 3.5 < frames / 16_000 < 6
    assert "cut short or damaged" in (recording.note or "")


def test_a_file_that_shrinks_while_it_is_read_ends_early_and_says_so(tmp_path):
    path = write(tmp_path, "wav16", seconds=60)
    with read(path, 16_000) as recording:
        blocks = iter(recording)
        frames = len(next(blocks).samples)
        os.truncate(path, path.stat().st_size // 2)
        frames += sum(len(block.samples) for block in blocks)
    assert frames / 16_000 == pytest.approx(30, abs=0.1)
    assert "only its first 30.00 s" in (recording.note or "")


def test_a_file_that_vanishes_while_it_is_read_is_heard_to_its_end(tmp_path):
    path = write(tmp_path, "flac", seconds=5)
    with read(path, 16_000) as recording:
        path.unlink()
        assert sum(len(block.samples) for block in recording) == 80_000


def without_table_of_contents(mp3: bytes) -> bytes:
    tag = max(mp3.find(b"Xing"), mp3.find(b"Info"))
    assert tag > 0
    return mp3[mp3.index(mp3[:2], tag) :]


@pytest.mark.parametrize("cover", [0, 100, 100_000], ids=["no ID3", "ID3", "ID3 with a picture"])
def test_an_mp3_with_no_table_of_contents_is_heard_to_its_end(tmp_path, cover):
    """A loud start and a silent end make the length that its bit rate suggests four times too short."""
    path = tmp_path / "a.mp3"
    sound = np.concatenate((np.random.default_rng(1).standard_normal((160_000, 1)) * 0.3, np.zeros((320_000, 1))))
    soundfile.write(path, sound, 16_000, format="MP3", bitrate_mode="VARIABLE")
    mp3 = without_table_of_contents(path.read_bytes())
    if cover:
        size = bytes((cover >> shift) & 0x7F for shift in (21, 14, 7, 0))
        mp3 = b"ID3\x04\0\0" + size + b"\0" * cover + mp3
    path.write_bytes(mp3)
    assert len(heard(path)) / 16_000 == pytest.approx(30, abs=0.3)


def test_floats_as_large_as_integers_are_sound(tmp_path):
    path = tmp_path / "x.wav"
    soundfile.write(path, tone(1_000, 1, 16_000) * 32_768, 16_000, "FLOAT")
    assert np.abs(heard(path)).max() == pytest.approx(0.3 * 32_768, rel=0.01)


def test_a_name_that_is_not_text(tmp_path):
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/na\xefve.flac"))
    write(tmp_path, "flac").rename(path)
    assert len(heard(path)) == 16_000


def test_an_hour_is_never_in_memory(tmp_path):
    """Blocks are handed out one by one: an hour that takes no room on disk either."""
    path = tmp_path / "hour.wav"
    bytes_ = 3_600 * 16_000 * 2
    path.write_bytes(wav(b"", size=bytes_))
    os.truncate(path, path.stat().st_size + bytes_)
    frames, largest = 0, 0
    with read(path) as recording:
        assert recording.duration == 3_600
        for block in recording:
            frames += len(block.samples)
            largest = max(largest, block.samples.nbytes)
    assert frames == 3_600 * 16_000
    assert largest < 1_000_000
    assert recording.note is None
