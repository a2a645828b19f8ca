import numpy as np
import pytest
import soundfile

from audio.errors import MissingFile, UnreadableFile
from audio.excerpt import excerpt


@pytest.fixture
def recording(tmp_path):
    """Two channels whose mean is the second in which one is, in hundredths."""
    seconds = np.repeat(np.arange(60), 8_000) / 100
    path = tmp_path / "x.flac"
    soundfile.write(path, np.stack((seconds + 0.1, seconds - 0.1), axis=1), 8_000, "PCM_16")
    return path


@pytest.mark.parametrize(("start", "end"), [(0.0, 1.0), (31.5, 33.25), (59.0, 60.0)])
def test_it_is_that_part_in_mono(recording, start, end):
    samples, rate_hz = excerpt(recording, start, end)
    assert len(samples) == round((end - start) * rate_hz)
    assert samples[0] == pytest.approx(int(start) / 100, abs=1e-3)
    assert samples[-1] == pytest.approx(int(end - 1e-6) / 100, abs=1e-3)


@pytest.mark.parametrize(
    ("start", "end", "left"), [(59.5, 99.0, 0.5), (70.0, 80.0, 0.0), (5.0, 4.0, 0.0), (-3.0, 1.0, 1.0)]
)
def test_beyond_its_ends_there_is_no_sound(recording, start, end, left):
    samples, rate_hz = excerpt(recording, start, end)
    assert len(samples) == left * rate_hz


def test_what_cannot_be_read_is_told(tmp_path):
    (tmp_path / "x.flac").write_bytes(b"fLaC and nothing more")
    with pytest.raises(UnreadableFile, match=r"x\.flac is not a sound file"):
        excerpt(tmp_path / "x.flac", 0, 1)
    with pytest.raises(MissingFile):
        excerpt(tmp_path / "none.flac", 0, 1)
