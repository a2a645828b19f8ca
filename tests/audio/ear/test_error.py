import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audio.ear.edges import Edge
from audio.ear.error import SMALLEST_S, TERMS, Error, error, terms


def edge(width_s=0.02, clear_db=5.0, *, glued=False):
    return Edge(1.0, width_s, clear_db, glued)


@pytest.fixture
def some():
    return Error(np.full(TERMS, 0.01), np.full(TERMS, 0.02))


def test_offsets_and_onsets_have_their_own_weights(some):
    assert some.of_end(edge(), 30.0) > some.of_start(edge(), 30.0)


def test_nothing_is_known_better_than_the_smallest():
    perfect = Error(np.zeros(TERMS), np.zeros(TERMS))
    assert perfect.of_start(edge(), 60.0) == SMALLEST_S


@given(st.floats(0, 0.4), st.floats(-60, 40), st.floats(-20, 80))
def test_a_worse_room_never_makes_an_end_look_better_known(width_s, clear_db, snr_db):
    here = terms(edge(width_s, clear_db), snr_db)
    assert len(here) == TERMS
    assert (here >= 0).all()
    assert (terms(edge(width_s, clear_db - 5), snr_db - 5) >= here).all()
    assert (terms(edge(width_s + 0.05, clear_db), snr_db) >= here).all()
    assert (terms(edge(width_s, clear_db, glued=True), snr_db) >= here).all()


def test_the_shipped_error_is_small_in_a_quiet_room_and_grows_with_noise():
    shipped = error()
    clean, noisy = edge(0.02, 10.0), edge(0.1, -20.0)
    assert shipped.of_end(clean, 45.0) < 0.06
    assert shipped.of_end(noisy, 10.0) >= shipped.of_end(clean, 45.0)
