"""The sound of one opened microphone, with what must be known of it at any moment; no thread and no Qt."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterator
from dataclasses import replace
from typing import Protocol

from audio.block import Block
from audio.meter import LevelMeter
from audio.mute import MuteWatch

FRONT_S = 0.5


class MicrophoneLike(Protocol):
    """What a Listener needs of a microphone; `name` is final once the first block came."""

    name: str

    def __iter__(self) -> Generator[Block]: ...
    def stop(self) -> None: ...
    def position(self) -> int: ...


class Hearing:
    """An iterator over the blocks, one for all: between takes and within them nothing is missed or heard twice.

    `heard` counts its samples; the newest half second is kept, to stand in front of a take. `notice` is called for
    every block. `refused_until` is a sample before which a sentence stays that the next block would wipe away.
    """

    def __init__(self, microphone: MicrophoneLike, blocks: Iterator[Block], notice: Callable[[Hearing], None]) -> None:
        self.microphone = microphone
        self.level = LevelMeter()
        self.mute = MuteWatch()
        self.heard = 0
        self.refused_until = 0
        self._blocks = blocks
        self._notice = notice
        self._newest: deque[Block] = deque()
        self._kept = 0

    def __iter__(self) -> Iterator[Block]:
        return self

    def __next__(self) -> Block:
        block = next(self._blocks)
        self.heard += len(block.samples)
        self.level.hear(block)
        self.mute.hear(block)
        self._keep(block)
        self._notice(self)
        return block

    def newest(self) -> tuple[int, list[Block]]:
        """Where the newest half second begins, and its blocks. What was lost before it is not its loss."""
        blocks = [replace(block, lost=block.lost and number > 0) for number, block in enumerate(self._newest)]
        return self.heard - self._kept, blocks

    def _keep(self, block: Block) -> None:
        self._newest.append(block)
        self._kept += len(block.samples)
        while self._kept - len(self._newest[0].samples) >= FRONT_S * block.rate_hz:
            self._kept -= len(self._newest.popleft().samples)
