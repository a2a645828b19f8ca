"""One line that somebody says into the microphone, for the prospect to say."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from app.trials.memory import Memory, for_seconds
from audio.block import Block
from audio.ears import best_ear
from audio.listen import listen
from audio.segment import Segment, SegmentHeard, SoundEnded, TimePassed

if TYPE_CHECKING:
    from collections.abc import Iterator

BEFORE_S: Final = 0.2  # the key that was pressed to begin
LONGEST_S: Final = 12.0
AROUND_S: Final = 0.1  # kept before and after what was said: soft beginnings and ends
_STEP_S: Final = 0.25


@dataclass(frozen=True, slots=True)
class SoFar:
    seconds: float


@dataclass(frozen=True, slots=True)
class LineSaid:
    """From where the speech begins to where it ends."""

    sound: Block = field(repr=False)


@dataclass(frozen=True, slots=True)
class NothingSaid:
    """There was no speech in it."""


class LineRecording:
    """An engine for a `Trial`: it hears until `finish`, from any thread, or until it cannot be longer."""

    def __init__(self, longest_s: float = LONGEST_S) -> None:
        self._longest_s = longest_s
        self._finished = False

    def finish(self) -> None:
        self._finished = True

    def __call__(self, blocks: Iterator[Block]) -> Iterator[SoFar | LineSaid | NothingSaid]:
        for _ in for_seconds(self._until_finished(blocks), BEFORE_S):
            pass
        memory, told = Memory(), 0.0
        spoken: list[Segment] = []
        for event in listen(memory.keep(for_seconds(self._until_finished(blocks), self._longest_s)), best_ear()):
            match event:
                case SegmentHeard(segment=segment):
                    spoken.append(segment)
                case TimePassed(now=now) if now >= told + _STEP_S:
                    told = now
                    yield SoFar(now)
                case SoundEnded():
                    yield LineSaid(_cut(memory.sound, spoken)) if spoken else NothingSaid()
                case _:
                    pass

    def _until_finished(self, blocks: Iterator[Block]) -> Iterator[Block]:
        for block in blocks:
            yield block
            if self._finished:
                return


def _cut(sound: Block, spoken: list[Segment]) -> Block:
    first = max(0, round((spoken[0].start - AROUND_S) * sound.rate_hz))
    last = round((spoken[-1].end + AROUND_S) * sound.rate_hz)
    return Block(sound.samples[first:last], sound.rate_hz)
