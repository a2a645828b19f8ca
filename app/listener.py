"""Carries the engine's values from the listening thread to Qt's: the only thread code of the app."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from coach.verdict import Verdict


@dataclass(frozen=True, slots=True)
class MicrophoneState:
    """What the chip shows: which microphone, whether it can be used, and the sentence if it cannot."""

    name: str
    usable: bool
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Meter:
    """The newest level and the room's noise, dBFS."""

    level_dbfs: float = -120.0
    noise_dbfs: float = -120.0


@dataclass(frozen=True, slots=True)
class Peaks:
    """A stretch of the waveform as bars: the largest |sample| (0 to 1) of each `hop_s` since `start_s` of the take."""

    start_s: float
    hop_s: float
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class TakeEnded:
    """A take is over. `sound` is the key of its recording, None if none was kept; `fault` the sentence if it broke off."""

    verdict: Verdict
    sound: str | None
    peaks: Peaks
    fault: str | None = None


class Listener(QObject):
    """Holds the microphone open, and runs one take at a time over its sound.

    All signals arrive in the thread this object lives in. `meter` is a one-place slot that a widget
    may read whenever it paints.
    """

    microphone_changed = Signal(object)  # MicrophoneState
    take_started = Signal()
    stage_changed = Signal(object)  # coach.stage.Stage
    sound_drawn = Signal(object)  # Peaks
    take_ended = Signal(object)  # TakeEnded
    take_stopped = Signal()  # by `stop_take`: nothing is kept

    meter: Meter

    def open(self) -> None:
        """Start listening on the chosen microphone; faults arrive by `microphone_changed`."""

    def close(self) -> None:
        """Let go of the microphone and wait for the thread; a running take is ended and kept."""

    def choose(self, name: str | None) -> None:
        """Listen on another microphone from now on; None is the system's default. Ends a running take first."""

    def start_take(self) -> None:
        """From now on the sound is a take (with the half second before it)."""

    def hang_up(self) -> None:
        """The take ends at this moment on the microphone's own clock; `take_ended` follows."""

    def stop_take(self) -> None:
        """The take does not count: nothing of it is kept; `take_stopped` follows."""
