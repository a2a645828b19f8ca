import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audio.ear.features import BANDS, log_mels, normalised
from audio.frames import FRAME, RATE


def tone(hz, seconds, dbfs=-20.0):
    return (10 ** (dbfs / 20) * np.sin(2 * np.pi * hz * np.arange(int(seconds * RATE)) / RATE)).astype(np.float32)


def noise(seconds, dbfs=-40.0, seed=0):
    return (np.random.default_rng(seed).standard_normal(int(seconds * RATE)) * 10 ** (dbfs / 20)).astype(np.float32)


def test_one_row_for_every_whole_frame():
    assert log_mels(np.zeros(7 * FRAME + 99, np.float32)).shape == (7, BANDS)


@pytest.mark.parametrize("samples", [0, 1, FRAME - 1])
def test_less_than_a_frame_is_nothing(samples):
    mels = log_mels(np.zeros(samples, np.float32))
    assert mels.shape == (0, BANDS)
    assert normalised(mels).shape == (0, 2 * BANDS)


def test_a_higher_tone_lies_in_a_higher_band():
    loudest = [int(log_mels(tone(hz, 0.5))[20].argmax()) for hz in (200, 500, 1000, 2000, 4000)]
    assert loudest == sorted(set(loudest))


def test_a_click_is_seen_evenly_around_its_frame():
    sound = np.zeros(40 * FRAME, np.float32)
    sound[20 * FRAME + FRAME // 2] = 0.5
    level = log_mels(sound).mean(axis=1)
    assert level.argmax() == 20
    assert level[19] == pytest.approx(level[21], abs=0.5)


@given(st.floats(-40, 20))
def test_the_level_of_the_recording_drops_out(gain_db):
    sound = noise(1.0)
    sound[8000:12000] += tone(300, 0.25)
    quiet, loud = normalised(log_mels(sound)), normalised(log_mels(sound * np.float32(10 ** (gain_db / 20))))
    assert np.abs(quiet - loud).max() < 0.05


def test_bands_are_seen_over_their_own_floor():
    sound = noise(2.0, -60)
    sound[16000:20000] += tone(1000, 0.25)
    features = normalised(log_mels(sound))
    quiet, spoken = features[:90, BANDS:].mean(), features[105:120, BANDS:].max()
    assert abs(quiet) < 0.4
    assert spoken > 1.5
