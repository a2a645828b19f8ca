"""A key that is clicked, or a breath: how loud it is, and whether the ear takes it for speech."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.trials.memory import Memory, for_seconds
from app.trials.room import BEFORE_S, Heard
from audio.ears import best_ear
from audio.listen import listen
from audio.noise import loudest_over_floor
from audio.segment import Segment, SegmentHeard, TimePassed
from coach.nearness import near
from coach.setup.measured import Noise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from audio.block import Block

LONG_S: Final = 4.0
_STEP: Final = 0.05


def noise(blocks: Iterator[Block], voice_dbfs: float | None) -> Iterator[Heard | Noise]:
    """For a few seconds, beside a voice of that level."""
    for _ in for_seconds(blocks, BEFORE_S):
        pass
    memory, told = Memory(), 0.0
    spoken: list[Segment] = []
    for event in listen(for_seconds(memory.keep(blocks), LONG_S), best_ear()):
        match event:
            case SegmentHeard(segment=segment):
                spoken.append(segment)
            case TimePassed(now=now) if now / LONG_S >= told + _STEP:
                told = min(1.0, now / LONG_S)
                yield Heard(told)
            case _:
                pass
    yield Noise(loudest_over_floor([memory.sound]), words_beside(spoken, voice_dbfs))


def words_beside(heard: Iterable[Segment], voice_dbfs: float | None) -> int:
    """How many pieces of speech would count beside a voice of that level: what is much quieter is somebody else's."""
    own = [] if voice_dbfs is None else [Segment(-1.0, -1.0, level_dbfs=voice_dbfs)]
    return len(near([*own, *heard]).voices) - len(own)
