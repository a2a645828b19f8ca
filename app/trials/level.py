"""How loud the rep speaks, and whether that is too loud for the microphone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from audio.clipping import clipped
from audio.ears import best_ear
from audio.listen import listen
from audio.segment import SegmentHeard
from coach.setup.measured import Loudness

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audio.block import Block

ENOUGH_S: Final = 1.5  # of speech


def loudness(blocks: Iterator[Block]) -> Iterator[Loudness]:
    """One for each piece of speech, of everything so far; ends with enough of it, or with the first clipped peak."""
    at_the_top: list[bool] = []
    level, spoken_s = -120.0, 0.0
    for event in listen(_watched(blocks, at_the_top), best_ear()):
        if isinstance(event, SegmentHeard) and event.segment.level_dbfs is not None:
            level = max(level, event.segment.level_dbfs)
            spoken_s += event.segment.duration
            yield Loudness(level, clipped=bool(at_the_top))
        if spoken_s and (at_the_top or spoken_s >= ENOUGH_S):
            return


def _watched(blocks: Iterator[Block], at_the_top: list[bool]) -> Iterator[Block]:
    for block in blocks:
        if clipped(block.samples):
            at_the_top.append(True)
        yield block
