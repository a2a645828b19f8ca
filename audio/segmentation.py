"""Which stretches of a region are speech, and exactly from when to when: the final answer.

A word runs from its first to its last 10 ms within 30 dB of its own loudest 10 ms. Where the room is louder than
that, the visible end lies inside the true one; the rest is extrapolated along the usual slope and the error grows with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from audio.envelope import HOP_S, Levels
from audio.noise import floor_and_spread
from audio.segment import Segment

WORD_DROP_DB = 30.0  # the definition of a word's ends
MARGIN_DB = 7.0  # over the floor, so that the room's own movement is not heard as speech
SPREAD_TIMES = 1.5
SHORTEST_SPIKE_S = 0.03  # shorter runs are clicks and are dropped before anything is joined
SHORTEST_WORD_S = 0.06  # clicks, lips and keys are shorter than any word
LONGEST_CLOSURE_S = 0.14  # gaps inside a word: the closures of "o-k-ay" and "goo-d-b-ye"
VOICED_FRAMES = 3  # a word has a vowel: at least 30 ms that the detector calls voice ...
VOICED_SHARE = 0.4  # ... and not just here and there
RISE_DB_S = 400.0  # usual slopes of words at their ends, dB per second
FALL_DB_S = 250.0
DIP_DB = 6.0  # between two words joined without a break the level falls at least so far


@dataclass(frozen=True, slots=True)
class Region:
    """Something was loud for a while: levels and voice activity around it.

    `levels` and `voiced` start at `start_s`; the hops from `begin` to `end` are to be searched, the rest shows the room.
    """

    levels: Levels
    voiced: npt.NDArray[np.bool_]  # one for each level
    start_s: float
    begin: int
    end: int


def segments(region: Region) -> Iterator[Segment]:
    """The speech of a region, in order of time."""
    floor, spread = floor_and_spread(region.levels)
    threshold = floor + max(MARGIN_DB, SPREAD_TIMES * spread)
    for first, last in _stretches(region.levels[region.begin : region.end] > threshold):
        begin, end = region.begin + first, region.begin + last
        voiced = region.voiced[begin:end]
        # Two levels come from each frame.
        if voiced.sum() < 2 * VOICED_FRAMES or voiced.mean() < VOICED_SHARE:
            continue
        segment = _ends(region, begin, end, floor, threshold)
        if segment.duration >= SHORTEST_WORD_S:
            yield segment


def _stretches(loud: npt.NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Runs of loud hops, spikes dropped, closures bridged."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], loud.astype(np.int8), [0]))))
    joined: list[tuple[int, int]] = []
    for begin, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        if (end - begin) * HOP_S < SHORTEST_SPIKE_S:
            continue
        if joined and (begin - joined[-1][1]) * HOP_S < LONGEST_CLOSURE_S:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((begin, end))
    return joined


def _ends(region: Region, begin: int, end: int, floor: float, threshold: float) -> Segment:
    word = region.levels[begin:end]
    peak = float(word.max())
    wanted = peak - WORD_DROP_DB
    inside = np.flatnonzero(word > wanted)
    hidden = max(0.0, threshold - wanted)  # how much of the word the room covers, dB
    start = region.start_s + (begin + int(inside[0])) * HOP_S
    stop = region.start_s + (begin + int(inside[-1]) + 1) * HOP_S
    before, after = hidden / RISE_DB_S, hidden / FALL_DB_S
    return Segment(
        max(0.0, start - before),
        stop + after,
        start_error=_error(before),
        end_error=_error(after),
        level_dbfs=round(peak, 2),
        snr_db=round(peak - floor, 2),
        dips_s=_dips(word, region.start_s + begin * HOP_S),
    )


def _error(extrapolated_s: float) -> float:
    """95 % half width of one end, seconds: what the envelope resolves, and half as much again as was extrapolated."""
    return float(np.hypot(0.02, 1.5 * extrapolated_s))


def _dips(word: Levels, start_s: float) -> tuple[float, ...]:
    """Moments at which the level falls by DIP_DB against both sides, deepest first."""
    if len(word) < 3:
        return ()
    depth = np.minimum(np.maximum.accumulate(word), np.maximum.accumulate(word[::-1])[::-1]) - word
    inner = np.flatnonzero((depth[1:-1] >= depth[:-2]) & (depth[1:-1] > depth[2:]) & (depth[1:-1] >= DIP_DB)) + 1
    deepest = inner[np.argsort(-depth[inner], kind="stable")]
    return tuple(round(start_s + int(k) * HOP_S, 4) for k in deepest[:6])
