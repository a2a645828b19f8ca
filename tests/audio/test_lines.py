from __future__ import annotations

from importlib.resources import files

import numpy as np
import pytest
import soundfile

import assets
from audio.errors import MissingFile, UnreadableFile
from audio.lines import LOUDEST_DBFS, load, unplayable
from audio.tones import RATE_HZ, tone

SHIPPED = sorted((files(assets) / "voices").glob("*/plain_*.ogg"), key=str)


@pytest.mark.parametrize("path", SHIPPED[:3], ids=lambda path: path.name)
def test_a_line_begins_and_ends_with_its_words(path):
    samples, rate_hz = load(path)
    whole, _ = soundfile.read(path)
    assert rate_hz == 24_000
    assert 0.3 < len(samples) / rate_hz < len(whole) / rate_hz - 0.05
    edge = np.abs(samples).max() / 100
    assert np.abs(samples[: rate_hz // 20]).max() > edge
    assert np.abs(samples[-rate_hz // 20 :]).max() > edge


def test_every_line_is_as_loud_as_the_others():
    for path in SHIPPED[::12]:
        samples, rate_hz = load(path)
        tenths = samples[: len(samples) // (rate_hz // 100) * (rate_hz // 100)].reshape(-1, rate_hz // 100)
        loudest = 10 * np.log10((tenths**2).mean(axis=1).max())
        assert loudest == pytest.approx(LOUDEST_DBFS, abs=2.0)
        assert np.abs(samples).max() <= 1.0


def test_stereo_of_any_rate_is_one_line(tmp_path):
    path = tmp_path / "two.wav"
    soundfile.write(path, np.tile(np.sin(np.arange(8000) / 5)[:, None] * 0.1, (1, 2)), 8000)
    samples, rate_hz = load(path)
    assert (samples.shape, rate_hz) == ((8000,), 8000)


def test_what_cannot_be_played_says_why(tmp_path):
    silent, text = tmp_path / "silent.wav", tmp_path / "text.flac"
    soundfile.write(silent, np.zeros(8000), 8000)
    text.write_text("no sound")
    assert "silent.wav" in unplayable(silent)
    assert "text.flac" in unplayable(text)
    with pytest.raises(MissingFile, match=r"none\.ogg was not found"):
        load(tmp_path / "none.ogg")
    with pytest.raises(UnreadableFile, match="cannot be opened"):
        load(tmp_path)
    assert unplayable(SHIPPED[0]) is None


@pytest.mark.parametrize(("name", "seconds"), [("ring", 1.2), ("beep", 0.5), ("hung_up", 1.5)])
def test_a_telephone_sounds(name, seconds):
    samples, rate_hz = tone(name)
    assert rate_hz == RATE_HZ
    assert len(samples) / rate_hz == pytest.approx(seconds)
    assert 0.05 < np.abs(samples).max() < 0.2
    assert abs(samples[0]) < 1e-3
