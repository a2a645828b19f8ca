"""How far off an end may be: the half width, in seconds, that holds 95 of 100 true ends.

A sum of a few terms whose weights the training fits, by the 95 % quantile, on composed takes of voices that the network
never heard. Terms are never negative, so a worse room never makes an end look better known.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

import assets
from audio.ear.edges import PLAIN_DB, Edge

CLEAN_SNR_DB = 35.0
SMALLEST_S = 0.005  # two frames of energy: nobody should believe less
UNFITTED_S = 0.05
TERMS = 8

Coefficients = npt.NDArray[np.float64]  # shape (TERMS,)


@dataclass(frozen=True, slots=True)
class Error:
    """`start` and `end` weigh the terms of an onset and of an offset."""

    start: Coefficients
    end: Coefficients

    def of_start(self, edge: Edge, snr_db: float) -> float:
        return max(SMALLEST_S, float(self.start @ terms(edge, snr_db)))

    def of_end(self, edge: Edge, snr_db: float) -> float:
        return max(SMALLEST_S, float(self.end @ terms(edge, snr_db)))


def terms(edge: Edge, snr_db: float) -> Coefficients:
    """What an end's error hangs on, all of it zero or more."""
    alone = edge.apart_s is None
    hidden_db = min(40.0, max(0.0, PLAIN_DB - edge.clear_db))
    return np.array(
        [
            1.0,
            edge.width_s,
            edge.width_s * alone,
            float(alone),
            0.0 if edge.apart_s is None else edge.apart_s,
            hidden_db / 10.0,
            max(0.0, CLEAN_SNR_DB - snr_db) / 10.0,
            float(edge.glued),
        ]
    )


@cache
def error() -> Error:
    """As fitted; a constant where the program ships without weights."""
    stored = files(assets) / "ear" / "error.npz"
    if not stored.is_file():
        flat = np.zeros(TERMS)
        flat[0] = UNFITTED_S
        return Error(flat, flat)
    with stored.open("rb") as file, np.load(file) as fitted:
        return Error(fitted["start"], fitted["end"])
