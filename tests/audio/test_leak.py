"""Leaks of known strength, composed: found to the decibel, and none where there is none."""

import numpy as np
import pytest
from drawing import RATE, spoken_word

from audio.compose import compose, room
from audio.envelope import Envelope
from audio.leak import leak

BEFORE_S, AFTER_S = 0.6, 1.0


@pytest.fixture(scope="module")
def line():
    """Some five seconds of a prospect."""
    said = [(0.1, spoken_word("bm_george", name)) for name in ("understand", "noproblem", "goodday", "goodluck")]
    samples = compose(said, RATE, tail_s=0.1, noise_dbfs=None).samples
    return samples * np.float32(0.2 / np.sqrt(np.mean(samples**2)))


def heard(line, *, gain_db=None, noise_dbfs=-62.0, delay_s=0.23, echo=(), voice=None, ppm=0.0, seed=3):
    """The room, and in it the line as it comes back: by one way, or by several."""
    out = room(len(line) + round((BEFORE_S + AFTER_S) * RATE), noise_dbfs, seed)
    if gain_db is not None:
        came = np.interp(np.arange(len(line)) * (1 + ppm * 1e-6), np.arange(len(line)), line).astype(np.float32)
        first = round((BEFORE_S + delay_s) * RATE)
        for later, share in ((0, 1.0), *echo):
            out[first + later : first + later + len(came)] += came * np.float32(share * 10 ** (gain_db / 20))
    if voice is not None:
        out[RATE : RATE + len(voice)] += voice
    return out


@pytest.mark.parametrize("gain_db", [-10, -20, -30, -40, -50])
@pytest.mark.parametrize("seed", [1, 2])
def test_a_leak_is_measured_to_the_decibel(line, gain_db, seed):
    found = leak(line, heard(line, gain_db=gain_db, seed=seed))
    assert found.gain_db == pytest.approx(gain_db, abs=1.0)
    assert found.delay_s == pytest.approx(BEFORE_S + 0.23, abs=0.001)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("noise_dbfs", [-80.0, -62.0, -35.0])
def test_the_room_alone_is_no_leak(line, seed, noise_dbfs):
    assert leak(line, heard(line, noise_dbfs=noise_dbfs, seed=seed)) is None


@pytest.mark.parametrize("name", ["ok", "goodbye", "understand"])
def test_somebody_who_speaks_meanwhile_is_no_leak(line, name):
    """Neither another voice, nor the prospect's own word at another time as another saying of it."""
    assert leak(line, heard(line, voice=spoken_word("af_heart", name))) is None


def test_it_is_measured_while_somebody_speaks(line):
    found = leak(line, heard(line, gain_db=-20, voice=0.3 * spoken_word("af_heart", "goodbye")))
    assert found.gain_db == pytest.approx(-20, abs=2.0)


def test_an_echo_on_a_desk_is_part_of_it(line):
    """Three ways of equal strength carry three times the power."""
    found = leak(line, heard(line, gain_db=-30, echo=((37, 1.0), (211, 1.0))))
    assert found.gain_db == pytest.approx(-30 + 4.8, abs=1.5)


@pytest.mark.parametrize("ppm", [-100, 100])
def test_two_clocks_that_drift_apart_hide_nothing(line, ppm):
    found = leak(line, heard(line, gain_db=-30, ppm=ppm))
    assert found.gain_db == pytest.approx(-30, abs=2.0)


def test_levels_are_those_of_the_measure_of_everything_else(line):
    found = leak(line, heard(line, gain_db=-20, noise_dbfs=-50.0))
    quiet = Envelope().push(room(RATE, -50.0, 3).reshape(-1, 160))
    assert found.noise_dbfs == pytest.approx(10 * np.log10(np.mean(10 ** (quiet / 10))), abs=1.0)
    assert found.over_room_db == pytest.approx(found.level_dbfs - found.noise_dbfs)
    assert 10 < found.over_room_db < 20


@pytest.mark.parametrize("sound", [np.zeros(100, np.float32), np.zeros(RATE * 9, np.float32)])
def test_silence_and_too_little_have_none(line, sound):
    assert leak(line, sound) is None
