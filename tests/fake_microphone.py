"""A microphone whose sound and faults a test hands over; blocks arrive when they are said, not by a clock."""

from __future__ import annotations

from collections.abc import Generator
from queue import SimpleQueue

import numpy as np

from audio.block import Block
from audio.errors import MicrophoneError

RATE = 1_000


class FakeMicrophone:
    """`said` is the sample that `position()` names: what was said, whether it has arrived or not."""

    def __init__(self, name: str = "Headset") -> None:
        self.name = name
        self.said = 0
        self.closed = False
        self._coming: SimpleQueue[Block | Exception | None] = SimpleQueue()

    def say(self, samples: int, level: float = 0.5, *, lost: bool = False) -> None:
        self.said += samples
        self._coming.put(Block(np.full((samples, 1), level, np.float32), RATE, lost=lost))

    def fail(self, error: Exception) -> None:
        self._coming.put(error)

    def stop(self) -> None:
        self._coming.put(None)

    def position(self) -> int:
        return self.said

    def __iter__(self) -> Generator[Block]:
        try:
            while (coming := self._coming.get()) is not None:
                if isinstance(coming, Exception):
                    raise coming
                yield coming
        finally:
            self.closed = True


class Desk:
    """Where microphones stand by name; what is not there raises what `missing` says."""

    def __init__(self, *microphones: FakeMicrophone) -> None:
        self.there = {microphone.name: microphone for microphone in microphones}
        self.opened: list[str | None] = []

    def open(self, name: str | None) -> FakeMicrophone:
        self.opened.append(name)
        if found := self.there.get(name or "Headset"):
            return found
        absent = FakeMicrophone(name or "")
        absent.fail(MicrophoneError(f"“{name}” is not there."))
        return absent
