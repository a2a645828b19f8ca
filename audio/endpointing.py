"""Levels and voice activity in, onsets and offsets out, as soon as they can be told.

Two passes over the same frames. The first runs along with the sound: it announces what seems to begin and end
(provisional) and marks *regions* in which something was loud. Once a region has been quiet for `HANGOVER_S`, the second
pass (audio.segmentation) looks at the whole of it with the room around it and gives the final segments.
Every decision hangs on frame numbers alone, so batches of any size give equal events.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import numpy as np

from audio.block import Samples
from audio.envelope import HOP_S, SILENCE_DBFS, Levels
from audio.frames import FRAME_S
from audio.noise import floor_and_spread
from audio.segment import (
    Heard,
    Segment,
    SegmentHeard,
    SpeechPaused,
    SpeechResumed,
    SpeechStarted,
    SpeechWithdrawn,
)
from audio.segmentation import LONGEST_CLOSURE_S, MARGIN_DB, QUIETEST_WORD_DBFS, Region

HANGOVER_S = 0.35  # a region ends when nothing was loud for so long
LONGEST_REGION_S = 15.0  # then it is cut at its quietest moment, so that memory stays flat
HISTORY_S = 8.0  # the room before a region
ROOM_KNOWN_S = 0.4  # so much has to be heard of the room before its level is known
ONSET_FRAMES = 3  # loud and voiced, before a start is announced: 30 ms, more than most clicks
PAUSE_ANNOUNCED_S = 0.1
GATE_DB = 9.0  # over the quietest tenth; about MARGIN_DB over the floor of a steady room
_FLOOR_EVERY = 20  # frames
_WORD_REACH_DB = 34.0  # quieter than the region's loudest by so much: the tail of a word or less, no new word
_QUIET_ROOM_DBFS = -65.0  # what we take the room for until we have heard it
_PRIOR_HOPS = 40

Segmenter = Callable[[Region], Iterable[Segment]]  # the second pass


class Endpointer:
    """Feed it the frames in order; it yields what was heard."""

    def __init__(self, segmenter: Segmenter) -> None:
        self._segmenter = segmenter
        self._samples: list[Samples] = []  # a frame each
        self._levels: list[float] = []
        self._voiced: list[bool] = []
        self._base = 0  # number of the first frame kept
        self._threshold = _QUIET_ROOM_DBFS + MARGIN_DB
        self._begin: int | None = None  # the region's first frame
        self._room_before: float | None = None
        self._last_loud = -1
        self._peak = SILENCE_DBFS
        self._run = 0  # loud and voiced frames of the utterance so far
        self._run_began = 0
        self._started: list[float] = []  # announced in this region
        self._speaking = False
        self._paused = False
        self._last_end = 0.0
        self.noise_dbfs = SILENCE_DBFS

    @property
    def _next(self) -> int:
        return self._base + len(self._voiced)

    def push(self, frames: Samples, voiced: list[bool], levels: Levels) -> Iterator[Heard]:
        """`frames` has shape (n, FRAME); `voiced` has one answer a frame, `levels` two."""
        values = levels.tolist()
        for i, voice in enumerate(voiced):
            self._levels += values[2 * i : 2 * i + 2]
            self._voiced.append(voice)
            self._samples.append(frames[i])
            frame = self._next - 1
            if frame % _FLOOR_EVERY == 0:
                self._hear_room()
                if self._begin is None:
                    self._forget(frame - int(HISTORY_S / FRAME_S))
            level = max(values[2 * i], values[2 * i + 1])
            yield from self._step(frame, voice, level, level > max(self._threshold, self._peak - _WORD_REACH_DB))

    def finish(self) -> Iterator[Heard]:
        """The sound is over: whatever is open ends here."""
        if self._begin is not None:
            yield from self._close_region(self._next)

    def _step(self, frame: int, voice: bool, level: float, loud: bool) -> Iterator[Heard]:  # noqa: FBT001
        if loud:
            self._peak = max(self._peak, level)
            yield from self._loud(frame, voice)
        elif self._begin is not None:
            quiet_s = (frame - self._last_loud) * FRAME_S
            if self._speaking and not self._paused and quiet_s >= PAUSE_ANNOUNCED_S - 1e-9:
                self._paused = True
                yield SpeechPaused((self._last_loud + 1) * FRAME_S)
            if quiet_s >= HANGOVER_S - 1e-9:
                yield from self._close_region(frame + 1)
                return
        if self._begin is not None and (frame - self._begin) * FRAME_S >= LONGEST_REGION_S:
            yield from self._cut_region(frame + 1)

    def _loud(self, frame: int, voice: bool) -> Iterator[Heard]:  # noqa: FBT001
        gap_s = (frame - self._last_loud - 1) * FRAME_S
        if self._begin is None:
            self._begin = frame
            # The room may have grown louder while a long region lasted: what was known before holds for one of them.
            self._room_before = self._room_so_far() if frame * FRAME_S >= ROOM_KNOWN_S else None
        if self._run == 0 or gap_s >= LONGEST_CLOSURE_S:
            self._run, self._run_began = 0, frame
            self._speaking = self._paused = False
        elif self._paused:
            self._paused = False
            yield SpeechResumed(frame * FRAME_S)
        self._last_loud = frame
        self._run += voice
        if not self._speaking and self._run >= ONSET_FRAMES:
            self._speaking = True
            self._started.append(self._run_began * FRAME_S)
            yield SpeechStarted(self._started[-1])

    def _hear_room(self) -> None:
        levels = self._levels[-int(HISTORY_S / HOP_S) :]
        prior = [_QUIET_ROOM_DBFS] * _PRIOR_HOPS if self._base == 0 and len(levels) < HISTORY_S / HOP_S else []
        self.noise_dbfs, spread = floor_and_spread(np.array(levels + prior))
        # Over the quietest tenth: after long speech even a quarter of all there was is speech. Opening too often costs
        # only the second pass's time.
        self._threshold = max(QUIETEST_WORD_DBFS, self.noise_dbfs - spread + GATE_DB)

    def _room_so_far(self) -> float:
        return floor_and_spread(np.array(self._levels[-int(HISTORY_S / HOP_S) : -2]))[0]

    def _close_region(self, now: int) -> Iterator[Heard]:
        yield from self._final(now)
        self._begin = None
        self._peak = SILENCE_DBFS
        self._run = 0
        self._speaking = self._paused = False
        self._forget(now - int(HISTORY_S / FRAME_S))

    def _cut_region(self, now: int) -> Iterator[Heard]:
        newest = self._levels[-int(2.0 / HOP_S) :]
        cut = now - (len(newest) - int(np.argmin(newest))) // 2
        yield from self._final(cut)
        self._begin = cut
        self._room_before = None
        self._forget(cut - int(HISTORY_S / FRAME_S))

    def _final(self, until: int) -> Iterator[Heard]:
        assert self._begin is not None  # noqa: S101
        region = Region(
            np.concatenate(self._samples[: until - self._base]),
            np.array(self._levels[: 2 * (until - self._base)]),
            np.repeat(np.array(self._voiced[: until - self._base]), 2),
            self._base * FRAME_S,
            2 * (self._begin - self._base),
            2 * (until - self._base),
            self._room_before,
        )
        found = [
            self._after_the_last(segment)
            for segment in self._segmenter(region)
            if segment.end - max(segment.start, self._last_end) > segment.duration / 2
        ]
        for at in self._started:
            if not any(segment.start - 0.1 <= at <= segment.end for segment in found):
                yield SpeechWithdrawn(at)
        self._started.clear()
        for segment in found:
            yield SegmentHeard(segment)

    def _after_the_last(self, segment: Segment) -> Segment:
        """Extrapolated ends never reach into the segment before."""
        start = max(segment.start, self._last_end)
        self._last_end = segment.end
        return segment.since(start)

    def _forget(self, frame: int) -> None:
        drop = max(0, frame - self._base)
        del self._voiced[:drop]
        del self._samples[:drop]
        del self._levels[: 2 * drop]
        self._base += drop
