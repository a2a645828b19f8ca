import numpy as np
import pytest
from drawing import spoken_word
from hypothesis import given
from hypothesis import strategies as st

from audio.compose import trim
from audio.stretch import stretched

RATE = 16_000


def hum(hz, seconds):
    return np.sin(2 * np.pi * hz * np.arange(round(seconds * RATE)) / RATE).astype(np.float32)


def pitch(sound):
    """From the crossings of zero, its ends left out."""
    middle = sound[RATE // 20 : -RATE // 20]
    return np.count_nonzero(np.diff(np.signbit(middle))) / 2 / (len(middle) / RATE)


@given(seconds=st.floats(0.06, 1.5))
def test_it_lasts_as_long_as_wanted(seconds):
    assert len(stretched(hum(140, 0.5), RATE, seconds)) == round(seconds * RATE)


@pytest.mark.parametrize("hz", [90, 140, 230])
@pytest.mark.parametrize("seconds", [0.3, 1.2])
def test_the_pitch_and_the_level_stay(hz, seconds):
    sound = stretched(hum(hz, 0.5), RATE, seconds)
    assert pitch(sound) == pytest.approx(hz, rel=0.03)
    middle = sound[RATE // 20 : -RATE // 20]
    assert np.sqrt(np.mean(middle**2)) == pytest.approx(np.sqrt(0.5), rel=0.03)


def test_a_word_keeps_its_loudest_moment_and_its_order():
    word = trim(spoken_word("af_heart", "goodbye"), RATE)
    slow = stretched(word, RATE, 2 * len(word) / RATE)
    assert np.abs(slow).argmax() / len(slow) == pytest.approx(np.abs(word).argmax() / len(word), abs=0.1)


@pytest.mark.parametrize(("length", "seconds"), [(0, 0.5), (900, 0.5), (8000, 0.01)])
def test_what_is_too_short_to_be_cut_stays(length, seconds):
    sound = hum(140, 1)[:length]
    np.testing.assert_array_equal(stretched(sound, RATE, seconds), sound)
