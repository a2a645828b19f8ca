from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sound_files import KINDS, wav, write

from audio.errors import SoundFileError
from audio.files import HIGHEST_HZ, LOWEST_HZ, MOST_CHANNELS, read


def test_a_header_that_claims_a_trillion_frames(tmp_path):
    path = write(tmp_path, "rf64", channels=1)
    data = bytearray(path.read_bytes())
    ds64 = data.index(b"ds64") + 8
    data[ds64 : ds64 + 24] = struct.pack("<QQQ", 2 * 10**12 + 72, 2 * 10**12, 10**12)
    path.write_bytes(data)
    with read(path) as recording:
        assert sum(len(block.samples) for block in recording) == 16_000
    assert recording.note


def test_a_flac_that_claims_more_than_it_has(tmp_path):
    path = write(tmp_path, "flac")
    data = bytearray(path.read_bytes())
    data[21] |= 0x0F  # the high four of the 36 bits that count its frames
    path.write_bytes(data)
    with read(path) as recording:
        assert sum(len(block.samples) for block in recording) == 16_000
    assert recording.note


def test_a_flac_that_does_not_say_how_long_it_is(tmp_path):
    """As an encoder leaves it that writes into a pipe."""
    path = write(tmp_path, "flac")
    data = bytearray(path.read_bytes())
    data[21] &= 0xF0
    data[22:26] = bytes(4)
    path.write_bytes(data)
    with read(path) as recording:
        assert sum(len(block.samples) for block in recording) == 16_000
    assert recording.note is None


@pytest.mark.parametrize("claim", [2**32 - 1, 0x7FFF_FFFF, 0x7FFF_F000])
def test_a_wav_from_a_pipe_is_not_called_cut_short(tmp_path, claim):
    path = tmp_path / "x.wav"
    path.write_bytes(wav(size=claim))
    with read(path) as recording:
        assert sum(len(block.samples) for block in recording) == 1_600
    assert recording.note is None


FUZZED = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def refused_or_heard(path: Path) -> None:
    try:
        with read(path) as recording:
            for block in recording:
                assert np.isfinite(block.samples).all()
                assert block.samples.shape[1] == recording.channels <= MOST_CHANNELS
                assert LOWEST_HZ <= block.rate_hz <= HIGHEST_HZ
    except SoundFileError as error:
        says = str(error)
        assert says.startswith(f"{path.name} is ")
        assert says.endswith(".")


MAGIC = [b"", b"RIFF", b"RIFF\x24\x08\0\0WAVEfmt ", b"RF64", b"fLaC", b"OggS", b"FORM", b"caff", b".snd", b"riff"]


@FUZZED
@given(magic=st.sampled_from(MAGIC), rest=st.binary(max_size=600))
def test_any_bytes_are_heard_or_refused(tmp_path, magic, rest):
    path = tmp_path / "x.wav"
    path.write_bytes(magic + rest)
    refused_or_heard(path)


@FUZZED
@given(data=st.data())
@pytest.mark.parametrize("kind", KINDS)
def test_any_damage_is_heard_or_refused(tmp_path, kind, data):
    path = tmp_path / f"whole{KINDS[kind][0]}"
    if not path.exists():
        write(tmp_path, kind, channels=2, seconds=0.2).rename(path)
    sound = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, min(len(sound), 300) - 1) | st.integers(0, len(sound) - 1))
        sound[place] = data.draw(st.integers(0, 255))
    damaged = tmp_path / f"damaged{path.suffix}"
    damaged.write_bytes(sound)
    refused_or_heard(damaged)


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_cut_anywhere_is_heard_or_refused_with_a_sentence(tmp_path, kind):
    path = write(tmp_path, kind, seconds=0.5)
    data = path.read_bytes()
    for length in {*range(1, 64), *range(64, len(data), len(data) // 50)}:
        path.write_bytes(data[:length])
        refused_or_heard(path)
