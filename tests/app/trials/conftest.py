"""Sound for the set-up's engines: a room, and what is said or done in it."""

import numpy as np
import pytest
from drawing import RATE

from audio.block import Block
from audio.compose import room


@pytest.fixture
def in_a_room():
    """Blocks of 20 ms of the sounds after one another, in a room."""

    def made(*sounds, noise_dbfs=-62.0):
        samples = np.concatenate([np.asarray(sound, np.float32) for sound in sounds])
        samples = samples + room(len(samples), noise_dbfs, 3)
        for at in range(0, len(samples), 320):
            yield Block(samples[at : at + 320, None].astype(np.float32), RATE)

    return made


@pytest.fixture
def quiet():
    """So many seconds of nothing."""
    return lambda seconds: np.zeros(round(seconds * RATE), np.float32)
