"""The outline of a recording at every zoom: how loud it is in each 5 ms, and in ever longer stretches.

Of a long recording it is kept in a small file beside the sound, so that the sound is gone through only once. The file
knows which sound it was made of, and is made anew where that is another one now, or where there is no such file.
"""

from __future__ import annotations

import contextlib
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from audio.block import Block, Samples
from audio.files import read
from audio.sound_folder import outline_beside

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

HOP_S: Final = 0.005
TIMES: Final = 4  # as many bars of one level make a bar of the next
KEPT_FROM_S: Final = 60.0  # what is shorter is gone through in no time
_FULL: Final = 65_535
_LEAST_BARS: Final = 64
_HEAD: Final = struct.Struct("<4sqqd")  # mark, size and time of change of the sound, its duration
_MARK: Final = b"OKB1"

Heights = npt.NDArray[np.uint16]


@dataclass(frozen=True, slots=True)
class Outline:
    """`levels` have one height (of 65 535) for each hop; those of the first are `HOP_S` long, then four times that."""

    duration: float
    levels: tuple[Heights, ...]

    @property
    def loudest(self) -> float:
        return float(self.levels[-1].max(initial=0)) / _FULL

    def bars(self, start: float, end: float, apart: float) -> tuple[float, float, list[float]]:
        """Return where the first bar begins, how long a bar is, and the heights from 0 to 1 of those that are shown.

        They are at least `apart` long, and cut at the same places wherever `start` is: nothing trembles in scrolling.
        """
        number = 0
        while number + 1 < len(self.levels) and HOP_S * TIMES ** (number + 1) <= apart:
            number += 1
        level, hop = self.levels[number], HOP_S * TIMES**number
        group = max(1, int(np.ceil(apart / hop - 1e-9)))
        first = max(0, int(start / hop) // group * group)
        last = min(len(level), -(-int(end / hop + 1) // group) * group)
        if last <= first:
            return start, hop * group, []
        shown = level[first:last]
        heights = np.maximum.reduceat(shown, np.arange(0, len(shown), group)) / _FULL
        return first * hop, hop * group, [float(height) for height in heights]


def outline_of(sound: Path, told: Callable[[float], bool] = lambda _: True) -> Outline:
    """Raise `SoundFileError`. `told` hears the seconds gone through; where it says False, what is known is returned."""
    kept = _kept(sound)
    if kept is not None:
        return kept
    stamp = _stamp(sound)
    with read(sound) as recording:
        heights, duration, whole = _gone_through(recording, recording.rate_hz, told)
    made = Outline(duration, _levels(heights))
    if whole and duration >= KEPT_FROM_S and stamp == _stamp(sound):
        _keep(sound, made, stamp)
    return made


def outline(samples: Samples, rate_hz: int) -> Outline:
    """Of a sound at hand, mono."""
    heights, duration, _ = _gone_through([Block(samples[:, None], rate_hz)], rate_hz, lambda _: True)
    return Outline(duration, _levels(heights))


def _gone_through(blocks: Iterable[Block], rate_hz: int, told: Callable[[float], bool]) -> tuple[Heights, float, bool]:
    hop = HOP_S * rate_hz
    found: list[Heights] = []
    rest, begun, done, whole = np.empty(0, np.float32), 0, 0, True
    for block in blocks:
        loud = np.concatenate((rest, np.abs(block.samples).max(axis=1)))
        count = int((begun + len(loud)) / hop) - done
        # Rounded each time anew: at 11 025 Hz a hop is no whole number of samples, and must not drift.
        edges = np.round(np.arange(done, done + count + 1) * hop).astype(int) - begun
        edges = edges[edges <= len(loud)]
        if len(edges) > 1:
            found.append(_whole_numbers(np.maximum.reduceat(loud[: edges[-1]], edges[:-1])))
            done += len(edges) - 1
            rest, begun = loud[edges[-1] :], begun + int(edges[-1])
        else:
            rest = loud
        if not told((begun + len(rest)) / rate_hz):
            whole = False
            break
    if len(rest):
        found.append(_whole_numbers(rest.max(keepdims=True)))
    heights = np.concatenate(found) if found else np.empty(0, np.uint16)
    return heights, (begun + len(rest)) / rate_hz, whole


def _whole_numbers(heights: Samples) -> Heights:
    return np.round(np.minimum(heights, 1.0) * _FULL).astype(np.uint16)


def _levels(heights: Heights) -> tuple[Heights, ...]:
    levels = [heights]
    while len(levels[-1]) > _LEAST_BARS * TIMES:
        below = levels[-1]
        levels.append(np.maximum.reduceat(below, np.arange(0, len(below), TIMES)))
    return tuple(levels)


def _stamp(sound: Path) -> tuple[int, int]:
    """What changes when the sound does."""
    try:
        status = sound.stat()
    except OSError:
        return 0, 0
    return status.st_size, status.st_mtime_ns


def _kept(sound: Path) -> Outline | None:
    try:
        written = outline_beside(sound).read_bytes()
        mark, size, changed, duration = _HEAD.unpack_from(written)
    except (OSError, struct.error):
        return None
    if mark != _MARK or (size, changed) != _stamp(sound) or (len(written) - _HEAD.size) % 2:
        return None
    heights = np.frombuffer(written, "<u2", offset=_HEAD.size)
    whole = abs(len(heights) * HOP_S - duration) <= 2 * HOP_S  # false for NaN, too
    return Outline(duration, _levels(heights)) if whole else None


def _keep(sound: Path, made: Outline, stamp: tuple[int, int]) -> None:
    """Where it cannot be written, it is made again next time."""
    beside = outline_beside(sound)
    part = beside.with_name(f"{beside.name}.part")
    with contextlib.suppress(OSError):
        part.write_bytes(_HEAD.pack(_MARK, *stamp, made.duration) + made.levels[0].astype("<u2").tobytes())
        part.replace(beside)
