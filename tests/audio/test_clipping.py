import numpy as np
import pytest

from audio.clipping import clipped


def tone(gain, channels=1):
    wave = gain * np.sin(2 * np.pi * 200 * np.arange(1600) / 16_000)
    return np.repeat(np.clip(wave, -1.0, 1.0)[:, None], channels, axis=1).astype(np.float32)


@pytest.mark.parametrize(("gain", "cut"), [(0.5, False), (0.98, False), (1.5, True), (40.0, True)])
@pytest.mark.parametrize("channels", [1, 2])
def test_peaks_that_lie_along_full_scale_were_cut_off(gain, cut, channels):
    assert clipped(tone(gain, channels)) is cut


def test_one_channel_is_enough():
    assert clipped(np.hstack((tone(0.1), tone(2.0))))


def test_a_peak_that_touches_it_once_is_whole():
    sound = tone(0.3)
    sound[100] = 1.0
    assert not clipped(sound)


@pytest.mark.parametrize("length", [0, 1, 2])
def test_too_little_to_tell(length):
    assert not clipped(np.ones((length, 1), np.float32))
