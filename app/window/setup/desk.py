"""What the set-up works with, and what it gathers on its way."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coach.setup.found import Found

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.window.replay import Playing
    from audio.block import Block, Samples
    from audio.devices import Device
    from audio.voice.voice import Voice
    from coach.bands import Bands


@dataclass(frozen=True, slots=True)
class Gathered:
    """What was chosen and found so far; devices are None where the system is to choose."""

    microphone: str | None = None
    output: str | None = None
    found: Found = field(default_factory=Found)
    room: Block | None = None
    voice: Voice | None = None

    @property
    def voice_dbfs(self) -> float | None:
        """How loud the rep speaks, where that is known."""
        if self.voice is not None:
            return self.voice.level_dbfs
        return self.found.level.level_dbfs if self.found.level else None


@dataclass(frozen=True, slots=True)
class Desk:
    """`chosen` are the microphone and the output in force; whatever raises an AudioError or a CoachError has it shown.

    `play` plays samples of a rate on an output. `accept` keeps what was gathered; `decline` is called where the set-up
    is left before that. `first` opens it at once.
    """

    bands: Bands
    microphones: Callable[[], Sequence[Device]]
    outputs: Callable[[], Sequence[Device]]
    chosen: Callable[[], tuple[str | None, str | None]]
    play: Callable[[Samples, int, str | None], Playing]
    accept: Callable[[Gathered], None]
    decline: Callable[[], None]
    first: bool = False
