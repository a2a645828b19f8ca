"""A kept voice comes back as it was, or not at all, with a sentence; never by half, and never with a crash."""

import io
import json
import os
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audio.errors import VoiceError
from audio.voice.keeping import VERSION, keep, kept


@pytest.fixture
def path(tmp_path):
    return tmp_path / "home" / "voice.npz"


def test_it_comes_back_as_it_was(voice, path):
    for one in (voice, replace(voice, f0_hz=118.5)):
        keep(one, path)
        assert kept(path) == one


def test_none_is_no_fault(path):
    assert kept(path) is None


def test_it_is_for_its_user_alone_and_nothing_is_left_beside_it(voice, path):
    keep(voice, path)
    keep(voice, path)
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]
    assert os.name == "nt" or path.stat().st_mode & 0o077 == 0


def test_a_disk_that_refuses_leaves_the_old_one(voice, path):
    keep(voice, path)
    blocked = path / "voice.npz"  # below a file there can be no folder
    with pytest.raises(VoiceError, match="could not be kept"):
        keep(voice, blocked)
    assert kept(path) == voice


def test_a_newer_file_is_left_alone(voice, path):
    keep(voice, path)
    before = rewritten(path, version=VERSION + 1)
    with pytest.raises(VoiceError, match="a newer version"):
        kept(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "change", [{"sayings": []}, {"sayings": [{}]}, {"version": "one"}, {"level_dbfs": None}, {"f0_hz": "high"}]
)
def test_a_head_that_makes_no_sense_is_told(voice, path, change):
    keep(voice, path)
    rewritten(path, **change)
    with pytest.raises(VoiceError, match="damaged"):
        kept(path)


@pytest.mark.parametrize(
    "content", [b"", b"no voice at all", b"PK\x03\x04" + bytes(60), b"\x93NUMPY\x01\x00" + bytes(80)]
)
def test_what_is_no_voice_is_told(path, content):
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(VoiceError, match=r"voice\.npz cannot be used: it is damaged"):
        kept(path)


def test_a_huge_file_is_not_even_read(path):
    path.parent.mkdir()
    with path.open("wb") as file:
        file.truncate(1 << 30)
    with pytest.raises(VoiceError, match="far too large"):
        kept(path)


def test_a_folder_is_no_voice(path):
    path.mkdir(parents=True)
    with pytest.raises(VoiceError, match="cannot be used"):
        kept(path)


@settings(max_examples=40)
@given(st.data())
def test_damage_never_gives_another_voice(voice, tmp_path_factory, data):
    path = tmp_path_factory.mktemp("kept") / "voice.npz"
    keep(voice, path)
    whole = path.read_bytes()
    damaged = bytearray(whole[: data.draw(st.integers(0, len(whole)), label="cut at")])
    for _ in range(data.draw(st.integers(0, 3), label="flips") if damaged else 0):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] ^= data.draw(st.integers(1, 255))
    path.write_bytes(damaged)
    try:
        read = kept(path)
    except VoiceError:
        return
    assert read == voice


def rewritten(path, **change):
    with np.load(path) as stored:
        head, sound = json.loads(stored["head"].tobytes()), stored["sound"]
    file = io.BytesIO()
    np.savez(file, head=np.frombuffer(json.dumps(head | change).encode(), np.uint8), sound=sound)
    path.write_bytes(file.getvalue())
    return file.getvalue()
