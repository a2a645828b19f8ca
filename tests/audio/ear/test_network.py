from importlib.resources import files

import numpy as np
import pytest

import assets
from audio.ear.features import BANDS
from audio.ear.network import CLASSES, Layer, Network, network


@pytest.fixture
def small():
    """Random weights: two layers that look 5 frames back and 1 ahead."""
    rng = np.random.default_rng(3)

    def weights(*shape):
        return rng.normal(0, 0.3, shape).astype(np.float32)

    layers = (Layer(weights(3, 8, 8), weights(8), 1, 1, 1), Layer(weights(3, 8, 8), weights(8), 2, 4, 0))
    return Network(weights(2 * BANDS, 8), weights(8), layers, weights(8, CLASSES), weights(CLASSES))


@pytest.fixture
def features():
    return np.random.default_rng(4).normal(0, 1, (60, 2 * BANDS)).astype(np.float32)


def test_every_frame_has_four_beliefs_that_sum_to_one(small, features):
    posteriors = small(features)
    assert posteriors.shape == (60, CLASSES)
    assert np.allclose(posteriors.sum(axis=1), 1, atol=1e-5)
    assert (posteriors >= 0).all()


def test_an_answer_depends_on_nothing_beyond_its_reach(small, features):
    assert (small.before, small.after) == (5, 1)
    changed = features.copy()
    changed[30] += 1
    differs = np.flatnonzero(np.abs(small(changed) - small(features)).max(axis=1) > 1e-7)
    assert differs.min() == 30 - small.after
    assert differs.max() == 30 + small.before


def test_a_part_of_the_window_gives_the_same_answers_where_its_reach_is_whole(small, features):
    whole, part = small(features), small(features[20:])
    assert np.allclose(part[small.before :], whole[20 + small.before :], atol=1e-6)


def test_nothing_in_nothing_out(small):
    assert small(np.empty((0, 2 * BANDS), np.float32)).shape == (0, CLASSES)


def test_the_shipped_weights_are_small_and_look_no_further_ahead_than_the_hangover():
    shipped = network()
    assert shipped is not None
    assert (files(assets) / "ear" / "ear.npz").stat().st_size < 1_000_000
    assert shipped.after <= 33
