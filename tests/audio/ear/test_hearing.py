"""The shipped ear on sound made of the shipped voices: no figure of merit, just that it hears at all."""

import numpy as np
import pytest
import soxr

from audio.compose import compose
from audio.ear.hearing import hear
from audio.ear.network import FAREWELL, OK, network
from audio.frames import FRAME, RATE
from audio.words import find, load


@pytest.fixture(scope="module")
def ear():
    shipped = network()
    assert shipped is not None
    return shipped


def close(voice, pause_s, noise_dbfs=-65.0):
    words = [find(voice, "ok"), find(voice, "goodbye")]
    (ok, rate_hz), (farewell, _) = map(load, words)
    laid = compose([(1.0, ok), (pause_s, farewell)], rate_hz, tail_s=1.0, noise_dbfs=noise_dbfs)
    samples = soxr.resample(laid.samples, rate_hz, RATE).astype(np.float32)
    return samples[: len(samples) // FRAME * FRAME], laid.words


@pytest.mark.parametrize("voice", ["af_heart", "am_michael", "bf_emma", "bm_george"])
def test_a_clear_close_is_heard_to_a_few_hundredths(ear, voice):
    samples, (ok, farewell) = close(voice, 0.8)
    first, second = hear(ear, samples)
    assert (first.name, second.name) == (OK, FAREWELL)
    assert (first.end.at, second.start.at) == pytest.approx((ok.end, farewell.start), abs=0.03)


def test_a_region_is_heard_as_in_the_whole_window(ear):
    samples, _ = close("af_heart", 1.5)
    whole = hear(ear, samples)
    begin = int(whole[1].start.at * 100) - 5
    (farewell,) = hear(ear, samples, begin)
    assert farewell.name == FAREWELL
    assert (farewell.start.at, farewell.end.at) == pytest.approx((whole[1].start.at, whole[1].end.at), abs=0.02)


def test_the_same_window_gives_the_same_numbers(ear):
    samples, _ = close("bf_emma", 0.5)
    assert hear(ear, samples) == hear(ear, samples)


def test_a_room_without_voices_is_nothing(ear):
    noise = np.random.default_rng(2).standard_normal(3 * RATE).astype(np.float32) * np.float32(0.003)
    assert hear(ear, noise) == []
    assert hear(ear, np.zeros(3 * RATE, np.float32)) == []
    assert hear(ear, np.zeros(0, np.float32)) == []
