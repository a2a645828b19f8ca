"""Words are near to themselves, whatever their level and tempo; unlike words are not."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audio.ear.features import BANDS as MEL_BANDS
from audio.voice.shapes import BANDS, FAR, Shape, Shapes, shape_of

FLOOR = np.full(BANDS, 1e-5, np.float32)


def drawn(seed, steps):
    """A word of slowly changing spectra."""
    points = np.random.default_rng(seed).normal(size=(5, 6)) * 6
    time, place = np.linspace(0, 4, steps), np.linspace(0, 5, BANDS)
    along = np.stack([np.interp(time, range(5), column) for column in points.T], 1)
    db = np.stack([np.interp(place, range(6), row) for row in along])
    return Shape((10 ** (db / 10)).astype(np.float32), FLOOR)


@settings(max_examples=30)
@given(st.integers(0, 100), st.integers(8, 40), st.floats(0.6, 1.7))
def test_a_word_said_faster_or_slower_is_still_the_nearest(seed, steps, tempo):
    others = [drawn(seed + k, 20) for k in (1, 2, 3)]
    distances = Shapes([drawn(seed, steps), *others]).distances(drawn(seed, max(4, round(steps * tempo))))
    assert distances.argmin() == 0


def test_a_word_is_no_distance_from_itself():
    assert Shapes([drawn(1, 20)]).distances(drawn(1, 20))[0] == pytest.approx(0.0, abs=0.05)


def test_words_of_very_different_length_are_far_apart():
    assert Shapes([drawn(1, 40)]).distances(drawn(1, 10))[0] == FAR


def test_distances_do_not_hang_on_what_else_is_compared():
    word, one, two = drawn(1, 20), drawn(2, 9), drawn(3, 35)
    together = Shapes([one, two]).distances(word)
    assert together == pytest.approx([Shapes([one]).distances(word)[0], Shapes([two]).distances(word)[0]], rel=1e-4)


@settings(max_examples=20)
@given(st.floats(-40, 20))
def test_the_level_of_a_window_is_not_part_of_a_shape(gain_db):
    mels = np.full((80, MEL_BANDS), -70.0, np.float32)
    mels[30:60] += np.random.default_rng(1).uniform(10, 50, (30, MEL_BANDS)).astype(np.float32)
    plain, louder = shape_of(mels, 30, 60), shape_of(mels + np.float32(gain_db), 30, 60)
    assert louder.powers == pytest.approx(plain.powers, rel=1e-3)
    assert louder.floor == pytest.approx(plain.floor, rel=1e-3)
