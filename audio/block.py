"""Sound as a source hands it over, before anything was made of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

Samples = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of sound of any length.

    `samples` has shape (frames, channels), full scale is ±1. `lost` is true when the source
    knows that some sound *before* this block never arrived (a PortAudio overflow, say).
    """

    samples: Samples
    rate_hz: int
    lost: bool = False


class Source(Protocol):
    """Anything that yields blocks of one rate and one channel count until it ends.

    Raises `AudioError` from the iteration when the sound stops for a reason worth telling.
    """

    def __iter__(self) -> Iterator[Block]: ...


def lost_from(rate_hz: int) -> Block:
    """No sound, but the knowledge that what should come now never arrived: the last block of a broken source."""
    return Block(np.empty((0, 1), np.float32), rate_hz, lost=True)
