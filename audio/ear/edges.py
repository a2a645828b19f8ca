"""Where exactly a word begins and ends, and how well that can be known.

The network's half-probability crossing is the first answer. Near it, the moment at which the energy passes the word's
-30 dB level, which defines its ends, is the better one, as long as the room does not drown that level altogether: the
room's own power is added to it first.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from audio.block import Samples
from audio.frames import FRAME, FRAME_S, RATE

WORD_DROP_DB = 30.0  # the definition of a word's ends
PLAIN_DB = 3.0  # an end whose level stands so far over the room's loud moments is plain to see
CLEAR_DB = -8.0  # and one so far below them can still be told
NARROW_DB = -66.0  # both bands outside a telephone's, against the one inside, added up
REACH_S = 0.06  # energy may move an end so far
HOLE_S = 0.02  # energy that is gone for longer does not come back into the word
HOP = 40  # samples, 2.5 ms
HOP_S = HOP / RATE
_WIDTH = FRAME  # 10 ms, as in the definition
_RUMBLE = 129  # samples: what moves slower, some 100 Hz and less, is the room's and not the word's
_AROUND_S = (0.1, 0.15)  # near a word it is no room: its breath before, its echo after
_SILENCE = 1e-10
_WIDEST = 20  # frames

Speech = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Edge:
    """One end of a piece: `at` in seconds, the frames' unsureness in seconds, and how far its level stands out in dB.

    `apart_s`: how far the network's own answer lies from it; None where energy had nothing to say.
    `glued`: there is no end here, another piece goes on without a break.
    """

    at: float
    width_s: float
    clear_db: float
    glued: bool = False
    apart_s: float | None = None


@dataclass(frozen=True, slots=True)
class Room:
    """The energy of a window, and of what is in it when nobody near speaks."""

    levels: npt.NDArray[np.float64]  # dBFS of 10 ms, every HOP
    floor_db: float
    loud_db: float

    @classmethod
    def around(cls, levels: npt.NDArray[np.float64], runs: Iterable[tuple[int, int]]) -> Room:
        quiet = np.ones(len(levels), np.bool_)
        for first, last in runs:
            begin = max(0.0, first * FRAME_S - _AROUND_S[0])
            quiet[int(begin / HOP_S) : int((last * FRAME_S + _AROUND_S[1]) / HOP_S)] = False
        alone = levels[quiet]
        if len(alone) * HOP_S < 0.1:  # noqa: PLR2004 - too little to be a room
            alone = np.sort(levels)[: max(10, len(levels) // 6)]
        floor, loud = np.quantile(alone, (0.5, 0.95))
        return cls(levels, float(floor), float(loud))

    def peak(self, start: float, end: float) -> float:
        first = min(len(self.levels) - 1, max(0, int(start / HOP_S)))
        return float(self.levels[first : max(first + 1, int(end / HOP_S))].max())

    def clear(self, start: float, end: float) -> float:
        """How far the -30 dB level of the word between stands over the room's loud moments, dB."""
        return self.peak(start, end) - WORD_DROP_DB - self.loud_db


@dataclass(frozen=True, slots=True)
class Sound:
    """A window's energy, as it is and without rumble: the first is what a word's ends are defined by."""

    whole: Room
    voice: Room
    narrow: bool  # a telephone line took the murmur that words begin and end with: their energy ends too soon

    @classmethod
    def of(cls, samples: Samples, runs: list[tuple[int, int]]) -> Sound:
        exact = samples.astype(np.float64)
        whole, voice = (Room.around(_levels(sound), runs) for sound in (exact, _without_rumble(exact)))
        return cls(whole, voice, _is_narrow(exact, runs))


def place(speech: Speech, sound: Sound, run: tuple[int, int], *, glued: tuple[bool, bool]) -> tuple[Edge, Edge]:
    """Both ends of the frames from run[0] up to run[1]."""
    first, last = run
    start = first * FRAME_S if glued[0] else _crossing(speech, first - 1)
    end = last * FRAME_S if glued[1] else _crossing(speech, last - 1)
    end = max(end, start + FRAME_S)
    room = sound.whole
    if room.clear(start, end) < PLAIN_DB:
        room = sound.voice
    clear = room.clear(start, end)
    before, after = _widths(speech, first, last)
    if clear < CLEAR_DB or sound.narrow:
        return Edge(start, before, clear, glued[0]), Edge(end, after, clear, glued[1])
    passed = room.peak(start, end) - WORD_DROP_DB
    passed = float(10 * np.log10(10 ** (passed / 10) + 10 ** (room.floor_db / 10)))
    risen = start if glued[0] else _risen(room.levels, start, passed)
    fallen = end if glued[1] else _fallen(room.levels, end, passed)
    return (
        Edge(risen, before, clear, glued[0], abs(risen - start)),
        Edge(fallen, after, clear, glued[1], abs(fallen - end)),
    )


def _levels(samples: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    sums = np.cumsum(np.concatenate(([0.0], samples**2)))
    power = np.maximum(sums[_WIDTH::HOP] - sums[: len(sums) - _WIDTH : HOP], 0.0) / _WIDTH
    levels: npt.NDArray[np.float64] = 10.0 * np.log10(power + _SILENCE)
    return levels


def _is_narrow(samples: npt.NDArray[np.float64], runs: list[tuple[int, int]]) -> bool:
    """Whether the loudest second of speech has next to nothing below 200 Hz and above 4200 Hz."""
    if not runs:
        return False
    first, last = max(runs, key=lambda run: float(np.square(samples[run[0] * FRAME : run[1] * FRAME]).sum()))
    spoken = samples[first * FRAME : min(last, first + 100) * FRAME]
    power = np.abs(np.fft.rfft(spoken * np.hanning(len(spoken)), RATE)) ** 2  # one bin a hertz, and a quick length
    hz = np.arange(len(power))
    low, middle, high = (
        power[(hz >= begin) & (hz < end)].sum() + _SILENCE for begin, end in ((80, 200), (350, 3000), (4200, RATE))
    )
    return bool(10 * np.log10(low / middle) + 10 * np.log10(high / middle) < NARROW_DB)


def _without_rumble(samples: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Less its own mean over 8 ms, which takes 17 dB off 30 Hz, 8 off 60 and next to nothing off voices."""
    half = _RUMBLE // 2
    sums = np.cumsum(np.concatenate(([0.0], np.pad(samples, half, mode="edge"))))
    voice: npt.NDArray[np.float64] = samples - (sums[_RUMBLE:] - sums[:-_RUMBLE]) / _RUMBLE
    return voice


def _crossing(speech: Speech, left: int) -> float:
    """Between the middles of the frames `left` and the next, where the belief in speech is one half."""
    if left < 0:
        return 0.0
    if left + 1 >= len(speech):
        return len(speech) * FRAME_S
    a, b = float(speech[left]), float(speech[left + 1])
    share = 0.5 if abs(b - a) < 1e-3 else min(1.5, max(-0.5, (0.5 - a) / (b - a)))  # noqa: PLR2004
    return (left + 0.5 + share) * FRAME_S


def _widths(speech: Speech, first: int, last: int) -> tuple[float, float]:
    """How long the belief takes from 0.2 to 0.8 at the start and back at the end, seconds."""
    rising = speech[max(0, first - _WIDEST) : first + _WIDEST]
    falling = speech[max(0, last - _WIDEST) : last + _WIDEST][::-1]
    return (
        _width(rising, min(first, _WIDEST)),
        _width(falling, len(falling) - 1 - (min(last, _WIDEST) - 1)),
    )


def _width(belief: Speech, inside: int) -> float:
    low = high = min(inside, len(belief) - 1)
    while low > 0 and belief[low] > 0.2:  # noqa: PLR2004
        low -= 1
    while high < len(belief) - 1 and belief[high] < 0.8:  # noqa: PLR2004
        high += 1
    return (high - low) * FRAME_S


def _risen(levels: npt.NDArray[np.float64], start: float, wanted: float) -> float:
    """The first moment of unbroken energy near `start`: from inside the word back to where it is gone for HOLE_S."""
    low, high = _near(levels, start)
    over = np.flatnonzero(levels[low:high] > wanted)
    if not len(over):
        return start
    gaps = np.flatnonzero(np.diff(over) > HOLE_S / HOP_S)
    first = int(over[gaps[-1] + 1]) if len(gaps) else int(over[0])
    return start if first == 0 else (low + first) * HOP_S


def _fallen(levels: npt.NDArray[np.float64], end: float, wanted: float) -> float:
    low, high = _near(levels, end)
    over = np.flatnonzero(levels[low:high] > wanted)
    if not len(over):
        return end
    gaps = np.flatnonzero(np.diff(over) > HOLE_S / HOP_S)
    last = int(over[gaps[0]]) if len(gaps) else int(over[-1])
    return end if last == high - low - 1 else (low + last) * HOP_S + _WIDTH / RATE


def _near(levels: npt.NDArray[np.float64], at: float) -> tuple[int, int]:
    middle, reach = round(at / HOP_S), int(REACH_S / HOP_S)
    return max(0, min(middle, len(levels) - 1) - reach), min(len(levels), middle + reach)
