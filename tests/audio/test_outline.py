import numpy as np
import pytest
import soundfile
from hypothesis import given, settings
from hypothesis import strategies as st

from audio import outline as under_test
from audio.errors import EmptyFile
from audio.outline import HOP_S, outline, outline_of
from audio.sound_folder import outline_beside


def written(path, samples, rate_hz=8_000):
    soundfile.write(path, samples, rate_hz, "PCM_16")
    return path


def ramp(seconds, rate_hz=8_000):
    """Louder and louder, up to full scale."""
    return np.linspace(0.0, 0.999, round(seconds * rate_hz), dtype=np.float32)


@given(rate_hz=st.sampled_from([8_000, 11_025, 44_100]), frames=st.integers(1, 30_000), cut=st.integers(50, 9_000))
@settings(max_examples=40)
def test_however_a_recording_is_cut_into_blocks_its_outline_is_that_of_the_whole(
    tmp_path_factory, rate_hz, frames, cut
):
    samples = np.random.default_rng(frames).uniform(-0.9, 0.9, frames).astype(np.float32)
    path = written(tmp_path_factory.mktemp("cut") / "x.wav", samples, rate_hz)
    recording = under_test.read(path, cut)
    heights, duration, whole = under_test._gone_through(recording, rate_hz, lambda _: True)
    assert whole
    assert duration == pytest.approx(frames / rate_hz)
    assert len(heights) == pytest.approx(duration / HOP_S, abs=1)
    at_once = outline(samples, rate_hz).levels[0]
    np.testing.assert_allclose(heights.astype(int), at_once.astype(int), atol=3)


def test_a_peak_is_seen_at_every_zoom(tmp_path):
    samples = np.zeros(8_000 * 120, np.float32)
    samples[8_000 * 61] = 0.8
    made = outline_of(written(tmp_path / "x.flac", samples))
    for apart in (0.005, 0.03, 0.4, 2.0):
        start, hop, heights = made.bars(55.0, 70.0, apart)
        loud = [number for number, height in enumerate(heights) if height > 0.5]
        assert len(loud) == 1
        assert start + loud[0] * hop <= 61.0 < start + (loud[0] + 1) * hop
        assert hop >= apart


def test_bars_do_not_tremble_as_the_picture_scrolls():
    made = outline(np.random.default_rng(3).uniform(-1, 1, 8_000 * 30).astype(np.float32), 8_000)
    start, hop, heights = made.bars(5.0, 15.0, 0.07)
    moved, same, later = made.bars(5.31, 15.31, 0.07)
    assert same == hop
    shift = round((moved - start) / hop)
    assert later[: len(heights) - shift] == heights[shift:]


def test_beyond_its_ends_there_is_nothing():
    made = outline(ramp(2.0), 8_000)
    assert made.bars(3.0, 9.0, 0.1)[2] == []
    assert outline(np.empty(0, np.float32), 8_000).loudest == 0.0


def test_of_a_long_recording_it_is_kept_and_not_of_a_short_one(tmp_path):
    short, long = written(tmp_path / "s.flac", ramp(3.0)), written(tmp_path / "l.flac", ramp(61.0))
    outline_of(short)
    first = outline_of(long)
    assert not outline_beside(short).exists()
    again = outline_of(long, lambda _: pytest.fail("it was gone through once more"))
    assert again.duration == first.duration
    assert all(np.array_equal(one, other) for one, other in zip(again.levels, first.levels, strict=True))


@pytest.mark.parametrize("spoil", [b"", b"OKB1", b"nonsense" * 100])
def test_one_that_is_damaged_or_of_another_sound_is_made_anew(tmp_path, spoil):
    long = written(tmp_path / "l.flac", ramp(61.0))
    first = outline_of(long)
    outline_beside(long).write_bytes(spoil)
    assert np.array_equal(outline_of(long).levels[0], first.levels[0])
    written(long, np.zeros(8_000 * 70, np.float32))
    assert outline_of(long).loudest == 0.0


def test_where_it_cannot_be_kept_it_is_made_all_the_same(tmp_path):
    long = written(tmp_path / "l.flac", ramp(61.0))
    outline_beside(long).mkdir()
    assert outline_of(long).duration == pytest.approx(61.0)


def test_one_that_was_broken_off_is_not_kept(tmp_path):
    long = written(tmp_path / "l.flac", ramp(100.0))
    assert outline_of(long, lambda seconds: seconds < 20).duration < 100
    assert not outline_beside(long).exists()
    assert outline_of(long).duration == pytest.approx(100.0)


def test_a_file_without_sound_is_told(tmp_path):
    (tmp_path / "x.wav").write_bytes(b"")
    with pytest.raises(EmptyFile):
        outline_of(tmp_path / "x.wav")
