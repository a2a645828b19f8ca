"""F0 beside Praat's own, and what is left out of it."""

from __future__ import annotations

import numpy as np
import parselmouth
import pytest
from drawing import spoken_word
from intoned import FLAT, RATE, in_room, intoned

from audio.pitch import Contour, contour

VOICES = ["af_heart", "af_bella", "am_michael", "am_fenrir", "bf_emma", "bm_george"]


def harmonics(hz, seconds):
    """A buzz whose pitch is `hz`, one value or one a sample."""
    phase = np.cumsum(np.broadcast_to(hz, round(seconds * RATE))) / RATE * 2 * np.pi
    return (sum(np.cos(k * phase) / k for k in range(1, 12)) * 0.05).astype(np.float32)


@pytest.mark.parametrize("voice", VOICES)
@pytest.mark.parametrize("name", ["ok", "goodbye"])
def test_it_is_within_half_a_semitone_of_praat(voice, name):
    sound, start, end = in_room(spoken_word(voice, name), 60)
    curves = contour(sound, start, end)
    praat = parselmouth.Sound(sound.astype(np.float64), RATE).to_pitch_ac(0.01)
    heard = np.array([praat.get_value_at_time(at) for at in curves.times])
    theirs = Contour(curves.times, heard, curves.levels_dbfs).steady().f0_hz  # its own leaps in creak are no measure
    both = np.isfinite(theirs) & np.isfinite(curves.f0_hz)
    apart = np.abs(12 * np.log2(curves.f0_hz[both] / theirs[both]))
    assert both.sum() > 0.8 * np.isfinite(theirs).sum()
    assert np.mean(apart <= 0.5) >= 0.9


@pytest.mark.parametrize("hz", [85.0, 130.0, 220.0, 400.0])
def test_a_steady_pitch_is_a_level_curve_of_semitones(hz):
    curves = contour(np.pad(harmonics(hz, 0.5), RATE // 10), 0.1, 0.6)
    over = curves.semitones(hz)
    assert np.isfinite(over).sum() > 30
    assert np.nanmax(np.abs(over[5:-5])) < 0.1
    assert curves.times[np.isfinite(over)][[0, -1]] == pytest.approx([0.1, 0.6], abs=0.03)


def test_the_level_curve_follows_the_sound():
    sound = harmonics(150.0, 0.6) * np.repeat([1.0, 0.1], round(0.3 * RATE)).astype(np.float32)
    curves = contour(sound, 0.0, 0.6)
    loud, soft = (np.interp(at, curves.times, curves.levels_dbfs) for at in (0.15, 0.45))
    assert loud - soft == pytest.approx(20.0, abs=1.0)


def test_a_telephone_takes_no_pitch_away():
    sound, start, end = in_room(intoned("am_fenrir", "goodbye", FLAT), 60)
    spectrum = np.fft.rfft(sound)
    hz = np.fft.rfftfreq(len(sound), 1 / RATE)
    spectrum[(hz < 300) | (hz > 3400)] = 0
    narrow = np.fft.irfft(spectrum, len(sound)).astype(np.float32)
    wide, phoned = (np.nanmedian(contour(heard, start, end).f0_hz) for heard in (sound, narrow))
    assert abs(12 * np.log2(phoned / wide)) < 0.5


@pytest.mark.parametrize("sound", [np.zeros(8000, np.float32), np.zeros(10, np.float32)])
def test_where_there_is_nothing_there_is_no_curve(sound):
    assert len(contour(sound, 0.0, len(sound) / RATE).times) == 0


def test_creak_and_chance_are_no_part_of_a_steady_voice():
    gone = np.nan
    f0_hz = np.array([200.0] * 8 + [100.0] * 5 + [gone] * 3 + [210.0] * 2 + [gone])
    curves = Contour(np.arange(len(f0_hz)) / 100, f0_hz, np.zeros(len(f0_hz)))
    assert np.flatnonzero(np.isfinite(curves.steady().f0_hz)).tolist() == list(range(8))


def test_nothing_voiced_stays_nothing_voiced():
    curves = Contour(np.arange(5.0), np.full(5, np.nan), np.zeros(5))
    assert not np.isfinite(curves.steady().f0_hz).any()
