"""Blocks of any size, rate and channel count in; 16 kHz mono frames of 10 ms out.

The resampler keeps its state between blocks and all else is counted in samples, so how a recording is cut
into blocks changes nothing in the frames that come out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import soxr

from audio.block import Block, Samples

RATE = 16_000  # Hz
FRAME = 160  # samples, 10 ms: the shortest frame WebRTC's detector takes
FRAME_S = FRAME / RATE


@dataclass(frozen=True, slots=True)
class Frames:
    """A batch of whole frames: `samples` has shape (n, FRAME), full scale ±1; the first is number `first`.

    `lost` has the moments, in seconds, before which the source lost sound; `total` is how much was heard up to
    the end of this batch, in seconds (less than the frames hold when the last one had to be filled up with zeros).
    """

    samples: Samples
    first: int
    total: float
    lost: tuple[float, ...] = ()


class Resampler:
    """One source's way to 16 kHz mono: the mean of the channels, then soxr."""

    def __init__(self, rate_hz: int) -> None:
        # MQ passes all of speech (up to 0.9 of Nyquist) and delays a live stream by 12 ms at 48 kHz; HQ by 33 ms.
        self._stream = None if rate_hz == RATE else soxr.ResampleStream(rate_hz, RATE, 1, dtype="float32", quality="MQ")

    def push(self, samples: Samples) -> Samples:
        # With one channel the mean is the channel itself, to the bit.
        mono = samples[:, 0] if samples.shape[1] == 1 else samples.mean(axis=1, dtype=np.float32)
        mono = np.ascontiguousarray(mono)
        return mono if self._stream is None else self._stream.resample_chunk(mono)

    def finish(self) -> Samples:
        """What the filter still holds."""
        empty = np.empty(0, np.float32)
        return empty if self._stream is None else self._stream.resample_chunk(empty, last=True)


def frames(blocks: Iterable[Block]) -> Iterator[Frames]:
    """Cut a stream of blocks anew. The last, unfinished frame is filled up with zeros.

    A block of another rate than the first is a new sound card under the same stream: it is resampled on its own.
    """
    cutter = Cutter()
    resampler: Resampler | None = None
    rate_hz = 0
    for block in blocks:
        if resampler is None or block.rate_hz != rate_hz:
            if resampler is not None:
                yield from cutter.push(resampler.finish())
            resampler, rate_hz = Resampler(block.rate_hz), block.rate_hz
        if block.lost:
            cutter.lose()
        yield from cutter.push(resampler.push(block.samples))
    if resampler is not None:
        yield from cutter.push(resampler.finish())
    yield from cutter.finish()


class Cutter:
    """Collects samples until whole frames are there."""

    def __init__(self) -> None:
        self._rest = np.empty(0, np.float32)
        self._first = 0
        self._lost: list[float] = []

    def lose(self) -> None:
        self._lost.append((self._first * FRAME + len(self._rest)) / RATE)

    def push(self, samples: Samples) -> Iterator[Frames]:
        self._rest = np.concatenate((self._rest, samples)) if len(self._rest) else samples
        whole = len(self._rest) // FRAME
        if whole:
            yield self._batch(self._rest[: whole * FRAME], (self._first + whole) * FRAME_S)
            self._rest = self._rest[whole * FRAME :]

    def finish(self) -> Iterator[Frames]:
        total = (self._first * FRAME + len(self._rest)) / RATE
        if len(self._rest):
            yield self._batch(np.pad(self._rest, (0, FRAME - len(self._rest))), total)
        elif self._lost:
            yield self._batch(self._rest, total)

    def _batch(self, samples: Samples, total: float) -> Frames:
        batch = Frames(samples.reshape(-1, FRAME), self._first, total, tuple(self._lost))
        self._first += len(batch.samples)
        self._lost.clear()
        return batch
