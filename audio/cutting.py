"""Stretches of a long sound, in one pass over it, with no more of it in memory than one of them."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from audio.block import Block

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


@dataclass(frozen=True, slots=True)
class Stretch:
    """From `start` to `end`, in seconds."""

    start: float
    end: float


def cut(blocks: Iterable[Block], stretches: Sequence[Stretch]) -> Iterator[Block]:
    """Each stretch as one block. They are in order of their starts, and may overlap."""
    coming = deque(stretches)
    kept: deque[tuple[int, Block]] = deque()  # with the number of their first sample
    at = 0
    for block in blocks:
        kept.append((at, block))
        at += len(block.samples)
        while coming and at >= round(coming[0].end * block.rate_hz):
            yield _joined(kept, coming.popleft(), block.rate_hz)
        while kept and (not coming or _ends(kept[0]) <= round(coming[0].start * block.rate_hz)):
            kept.popleft()
        if not coming:
            return
    for stretch in coming:  # the sound was a little shorter than its stretches
        if kept:
            yield _joined(kept, stretch, kept[0][1].rate_hz)


def _ends(piece: tuple[int, Block]) -> int:
    first, block = piece
    return first + len(block.samples)


def _joined(kept: Iterable[tuple[int, Block]], stretch: Stretch, rate_hz: int) -> Block:
    start, end = round(stretch.start * rate_hz), round(stretch.end * rate_hz)
    pieces = [block.samples[max(0, start - at) : max(0, end - at)] for at, block in kept]
    return Block(np.concatenate(pieces), rate_hz)
