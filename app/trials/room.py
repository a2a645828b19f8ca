"""The noise of the room, in a few seconds in which nobody speaks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.trials.memory import Memory, for_seconds
from audio.ears import best_ear
from audio.listen import listen
from audio.segment import SegmentHeard, SoundEnded, TimePassed
from coach.setup.measured import Room

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audio.block import Block

BEFORE_S: Final = 0.4  # the key that was pressed to begin
LONG_S: Final = 4.0
_STEP: Final = 0.05


@dataclass(frozen=True, slots=True)
class Heard:
    """The share of the time that has passed, 0 to 1."""

    share: float


@dataclass(frozen=True, slots=True)
class SomebodySpoke:
    """So it begins again."""


@dataclass(frozen=True, slots=True)
class RoomHeard:
    room: Room
    sound: Block


def room_noise(blocks: Iterator[Block]) -> Iterator[Heard | SomebodySpoke | RoomHeard]:
    """Until nobody has spoken for long enough."""
    for _ in for_seconds(blocks, BEFORE_S):
        pass
    while True:
        memory, spoke, told = Memory(), False, 0.0
        for event in listen(for_seconds(memory.keep(blocks), LONG_S), best_ear()):
            match event:
                case SegmentHeard():
                    spoke = True
                case TimePassed(now=now) if now / LONG_S >= told + _STEP:
                    told = min(1.0, now / LONG_S)
                    yield Heard(told)
                case SoundEnded(duration=duration) if not duration:
                    return
                case SoundEnded(noise_dbfs=noise_dbfs) if not spoke:
                    yield RoomHeard(Room(noise_dbfs), memory.sound)
                    return
                case _:
                    pass
        yield SomebodySpoke()
