import numpy as np
import pytest
import soundfile
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sample_takes import blocks, hiss

from audio.errors import AudioError, EmptyFile, UnreadableFile
from audio.mending import repair
from audio.recording import Recording
from audio.sound_folder import part_of

SOUND = hiss(1.5)


@pytest.fixture(scope="module")
def crashed(tmp_path_factory):
    """The bytes that a recording of 1.5 s has on disk before it is closed."""
    path = tmp_path_factory.mktemp("crash") / "take.flac"
    recording = Recording(path, 16_000)
    for block in blocks(SOUND):
        recording.write(block)
    left = part_of(path).read_bytes()
    recording.discard()
    return left


def heard(path):
    return soundfile.read(path, dtype="float32", always_2d=True)[0]


def test_a_crashed_recording_becomes_a_sound_file(tmp_path, crashed):
    path = tmp_path / "a.part.flac"
    path.write_bytes(crashed)
    assert soundfile.info(path).frames > 2**40  # nobody wrote down how long it is
    seconds = repair(path)
    assert 1.5 - 2 * 1152 / 16_000 <= seconds <= 1.5
    assert soundfile.info(path).duration == seconds
    assert np.array_equal(heard(path), SOUND[: len(heard(path))])
    assert list(tmp_path.iterdir()) == [path]


def test_a_whole_one_is_left_as_it_is(tmp_path):
    path = tmp_path / "a.flac"
    soundfile.write(path, SOUND, 16_000, "PCM_16")
    before = path.read_bytes(), path.stat().st_ino
    assert repair(path) == 1.5
    assert (path.read_bytes(), path.stat().st_ino) == before


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(data=st.data())
def test_cut_anywhere_its_beginning_is_saved(tmp_path, crashed, data):
    kept = data.draw(st.integers(0, len(crashed)))
    path = tmp_path / "a.part.flac"
    path.write_bytes(crashed[:kept])
    try:
        repair(path)
    except EmptyFile:
        assert kept < 4096
        assert path.read_bytes() == crashed[:kept]
        return
    saved = heard(path)
    assert np.array_equal(saved, SOUND[: len(saved)])
    # 1152 samples of this noise take 1.9 KiB: no more than a broken block and the head can be missing.
    assert len(saved) / len(SOUND) >= (kept - 4096) / len(crashed)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80, deadline=None)
@given(data=st.data())
def test_damaged_anywhere_it_is_mended_or_left_alone(tmp_path, crashed, data):
    spoilt = bytearray(crashed)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, 200) | st.integers(0, len(spoilt) - 1))
        junk = data.draw(st.binary(min_size=1, max_size=40))
        spoilt[at : at + len(junk)] = junk
    path = tmp_path / "a.part.flac"
    path.write_bytes(spoilt)
    try:
        seconds = repair(path)
    except AudioError:
        assert path.read_bytes() == spoilt
    else:
        assert soundfile.info(path).duration == pytest.approx(seconds)
        assert len(heard(path)) == soundfile.info(path).frames
    assert list(tmp_path.iterdir()) == [path]


def test_a_head_that_states_too_short_a_length_does_not_hold_it_up(tmp_path, crashed):
    path = tmp_path / "a.part.flac"
    path.write_bytes(crashed[:25] + (51).to_bytes() + crashed[26:])  # the last byte of the number of samples
    assert repair(path) == 51 / 16_000
    assert np.array_equal(heard(path), SOUND[:51])


def test_a_length_that_is_stated_and_cannot_be_had_is_mended(tmp_path, crashed):
    path = tmp_path / "a.part.flac"
    spoilt = bytearray(crashed)
    spoilt[24], spoilt[86] = 1, 0  # 256 samples, and a first block that no player takes
    path.write_bytes(spoilt)
    seconds = repair(path)
    assert len(heard(path)) == round(seconds * 16_000)


@pytest.mark.parametrize("content", [b"", b"fLaC", b"\0" * 3000])
def test_where_no_sound_was_written_yet_it_says_so(tmp_path, content):
    path = tmp_path / "a.part.flac"
    path.write_bytes(content)
    with pytest.raises(EmptyFile, match="before any sound"):
        repair(path)


@pytest.mark.parametrize("content", [b"\0" * 20_000, b"RIFF" + b"x" * 20_000])
def test_the_hopeless_is_named_and_left_alone(tmp_path, content):
    path = tmp_path / "a.part.flac"
    path.write_bytes(content)
    with pytest.raises(UnreadableFile, match=r"^a\.part\.flac is damaged"):
        repair(path)
    assert path.read_bytes() == content


def test_another_kind_of_sound_is_left_alone(tmp_path):
    path = tmp_path / "a.part.flac"
    soundfile.write(path, SOUND, 16_000, format="WAV")
    before = path.read_bytes()
    with pytest.raises(UnreadableFile):
        repair(path)
    assert path.read_bytes() == before
