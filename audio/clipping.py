"""Peaks that were cut off because the microphone is turned up too far."""

from __future__ import annotations

import numpy as np

from audio.block import Samples

FULL_SCALE = 0.985  # a converter's limit, with a little room for what comes after it
SHORTEST_RUN = 3  # samples: a clean peak touches the limit once, a cut one lies along it


def clipped(samples: Samples) -> bool:
    """Whether any channel, shape (frames, channels), lies along full scale somewhere."""
    at_the_top = np.abs(samples) >= FULL_SCALE
    if len(samples) < SHORTEST_RUN or not at_the_top.any():
        return False
    return bool(np.lib.stride_tricks.sliding_window_view(at_the_top, SHORTEST_RUN, axis=0).all(axis=-1).any())
