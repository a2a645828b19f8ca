"""Which stretches of a region are speech, and exactly from when to when: the final answer.

A word runs from its first to its last 10 ms within 30 dB of its own loudest 10 ms. Where the room is louder
than that, the visible end lies inside the true one; the rest is extrapolated along the usual slope, and the
error grows with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from audio.block import Samples
from audio.envelope import HOP_S, Levels
from audio.noise import floor_and_spread
from audio.segment import Segment

WORD_DROP_DB = 30.0  # the definition of a word's ends
MARGIN_DB = 7.0  # over the floor, so that the room's own movement is not heard as speech
SPREAD_TIMES = 1.5
REACH_DB = 32.0  # what is quieter than the region's loudest by more is a breath or an echo, no part of a word
QUIETEST_WORD_DBFS = -72.0  # below it no microphone hears a word
SHORTEST_SPIKE_S = 0.03  # shorter runs are clicks and are dropped before anything is joined
SHORTEST_WORD_S = 0.08  # clicks, lips and keys are loud for less time than any vowel ...
VOWEL_DROP_DB = 12.0  # ... which is what a word is loud with
LONGEST_CLOSURE_S = 0.14  # gaps inside a word: the closures of "o-k-ay" and "goo-d-b-ye"
VOICED_FRAMES = 3  # a word has a vowel: at least 30 ms that the detector calls voice ...
VOICED_SHARE = 0.4  # ... and not just here and there
RISE_DB_S = 700.0  # usual slopes of words at their ends, dB per second: fitted on composed takes of our own voices
FALL_DB_S = 150.0
WINDOW_S = 0.008  # a level is that of the 10 ms around its moment, tapered: the sound begins so much before the first
START_ERROR_S, END_ERROR_S = 0.02, 0.04  # 95 % of the ends where the room hides nothing
HIDDEN_ERROR_S = 0.05  # as soon as it hides something: a weak first or last sound may be missed whole
ROOM_RISE_DB = 12.0  # a floor that seems to have risen by more is speech that hides the room
DIP_DB = 6.0  # between two words joined without a break the level falls at least so far


@dataclass(frozen=True, slots=True)
class Region:
    """Something was loud for a while: levels and voice activity around it.

    `levels` and `voiced` start at `start_s`; the hops from `begin` to `end` are to be searched, the rest is the room.
    """

    samples: Samples  # from the first level on, at 16 kHz
    levels: Levels
    voiced: npt.NDArray[np.bool_]  # one for each level
    start_s: float
    begin: int
    end: int
    room_dbfs: float | None = None  # the floor before the region, where it was known: long speech hides its own


def segments(region: Region) -> Iterator[Segment]:
    """The speech of a region, in order of time."""
    floor, spread = floor_and_spread(region.levels)
    long = 0.5 * len(region.levels) < region.end - region.begin
    if long and region.room_dbfs is not None and region.room_dbfs < floor - ROOM_RISE_DB:
        floor, spread = region.room_dbfs, 0.0
    loudest = float(region.levels[region.begin : region.end].max())
    threshold = max(QUIETEST_WORD_DBFS, loudest - REACH_DB, floor + max(MARGIN_DB, SPREAD_TIMES * spread))
    for first, last in _stretches(region.levels[region.begin : region.end] > threshold):
        begin, end = region.begin + first, region.begin + last
        voiced = region.voiced[begin:end]
        # Two levels come from each frame.
        if voiced.sum() < 2 * VOICED_FRAMES or voiced.mean() < VOICED_SHARE:
            continue
        word = region.levels[begin:end]
        if (word > word.max() - VOWEL_DROP_DB).sum() * HOP_S >= SHORTEST_WORD_S:
            yield _ends(region, begin, end, floor, threshold)


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
    start = region.start_s + (begin + int(inside[0])) * HOP_S - WINDOW_S
    stop = region.start_s + (begin + int(inside[-1])) * HOP_S + WINDOW_S
    before, after = hidden / RISE_DB_S, hidden / FALL_DB_S
    return Segment(
        max(0.0, start - before),
        stop + after,
        start_error=_error(START_ERROR_S, before),
        end_error=_error(END_ERROR_S, after),
        level_dbfs=round(peak, 2),
        snr_db=round(peak - floor, 2),
        dips_s=dips(word, region.start_s + begin * HOP_S),
    )


def _error(resolution_s: float, extrapolated_s: float) -> float:
    """95 % half width of one end, seconds."""
    if extrapolated_s == 0.0:
        return resolution_s
    return float(np.hypot(resolution_s, max(HIDDEN_ERROR_S, extrapolated_s)))


def dips(word: Levels, start_s: float) -> tuple[float, ...]:
    """Moments at which the level falls by DIP_DB against both sides, deepest first."""
    depth = np.minimum(np.maximum.accumulate(word), np.maximum.accumulate(word[::-1])[::-1]) - word
    inner = np.flatnonzero((depth[1:-1] >= depth[:-2]) & (depth[1:-1] > depth[2:]) & (depth[1:-1] >= DIP_DB)) + 1
    deepest = inner[np.argsort(-depth[inner], kind="stable")]
    return tuple(round(start_s + int(k) * HOP_S, 4) for k in deepest[:6])
