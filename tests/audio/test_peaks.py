import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audio.block import Block
from audio.peaks import HOP_S, PeakMeter


def bars(samples, cuts, rate_hz):
    meter, found = PeakMeter(), []
    for piece in np.split(samples, sorted(cuts)):
        found.extend(meter.hear(Block(piece, rate_hz)))
    return [*found, *meter.rest(rate_hz)]


def test_each_bar_is_the_largest_of_its_20_ms_whatever_its_sign_or_channel():
    samples = np.zeros((50, 2), np.float32)
    samples[3], samples[19, 0], samples[20, 1], samples[45, 1] = 0.25, -0.5, 0.75, -1
    assert bars(samples, [], 1_000) == [0.5, 0.75, 1]


def test_nothing_heard_is_no_bar():
    assert bars(np.empty((0, 1), np.float32), [], 16_000) == []


@given(
    length=st.integers(0, 3_000),
    cuts=st.lists(st.integers(0, 3_000), max_size=20),
    rate_hz=st.sampled_from([8_000, 11_025, 16_000, 44_100]),
)
def test_how_the_sound_is_cut_changes_nothing(length, cuts, rate_hz):
    samples = np.random.default_rng(length).uniform(-1, 1, (length, 1)).astype(np.float32)
    whole = bars(samples, [], rate_hz)
    assert bars(samples, cuts, rate_hz) == whole
    assert len(whole) == pytest.approx(length / rate_hz / HOP_S, abs=1)


def test_bars_do_not_drift_where_a_hop_is_no_whole_number_of_samples():
    samples = np.zeros((11_025 * 100, 1), np.float32)
    samples[11_025 * 99] = 1
    assert bars(samples, [], 11_025).index(1) == 99 / HOP_S
