import numpy as np
import pytest

from audio.block import Block
from audio.meter import FLOOR_DBFS, LevelMeter


def sound(level, seconds=0.01):
    return Block(np.full((round(seconds * 1_000), 1), level, np.float32), 1_000)


def test_the_level_is_that_of_the_newest_block():
    meter = LevelMeter()
    meter.hear(sound(1))
    meter.hear(sound(0.1))
    assert meter.level_dbfs == pytest.approx(-20, abs=0.01)


def test_nothing_and_silence_are_the_floor():
    meter = LevelMeter()
    assert (meter.level_dbfs, meter.noise_dbfs) == (FLOOR_DBFS, FLOOR_DBFS)
    meter.hear(sound(0))
    meter.hear(sound(1, seconds=0))
    assert (meter.level_dbfs, meter.noise_dbfs) == (FLOOR_DBFS, FLOOR_DBFS)


def test_the_room_is_what_is_left_between_words_and_a_new_room_is_known_after_three_seconds():
    meter = LevelMeter()
    for _ in range(100):
        meter.hear(sound(0.5))
    for _ in range(50):
        meter.hear(sound(0.01))
    assert meter.noise_dbfs == pytest.approx(-40, abs=0.01)
    for _ in range(300):
        meter.hear(sound(0.1))
    assert meter.noise_dbfs == pytest.approx(-20, abs=0.01)
