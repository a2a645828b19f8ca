"""Recordings as a trainer gets them from elsewhere."""

from __future__ import annotations

import numpy as np
from drawing import RATE, draw, speak

CLEAN = "..........###........#####" + "." * 40  # a pause of 0.8 s, a silence of 4.0 s
RUSHED = "..........###...#####" + "." * 40  # a pause of 0.3 s


def long_call() -> tuple[np.ndarray, list[float]]:
    """Two minutes with two closes in them, and the moments of their "Ok"s."""
    quiet = draw("." * 400)
    pieces = [quiet, speak(CLEAN), quiet, speak(RUSHED), quiet[: RATE * 5]]
    starts = np.cumsum([0, *(len(piece) for piece in pieces)]) / RATE
    return np.concatenate(pieces), [starts[1] + 1.0, starts[3] + 1.0]
