"""What a watched microphone is told, and what it tells. Times are seconds of its sound."""

from __future__ import annotations

from dataclasses import dataclass

from coach.calls.call import Ending, Measured
from coach.verdict import Close


@dataclass(frozen=True, slots=True)
class Pressed:
    """Some control was, at `at`: its sound is no speech."""

    at: float


@dataclass(frozen=True, slots=True)
class NoSaid:
    """They said no in that call. `noticed` that it is the close that was noticed before."""

    call: str
    at: float
    noticed: bool = False


@dataclass(frozen=True, slots=True)
class CallOver:
    call: str
    at: float
    ending: Ending


@dataclass(frozen=True, slots=True)
class NoTakenBack:
    """They asked to stay, or it was no No: nothing is measured."""

    call: str


@dataclass(frozen=True, slots=True)
class TheySpoke:
    """The other side began to speak, by their own line."""

    at: float


@dataclass(frozen=True, slots=True)
class TheyHungUp:
    """Their line sounds as one does on which nobody is any more."""

    at: float


Told = Pressed | NoSaid | CallOver | NoTakenBack | TheySpoke | TheyHungUp


@dataclass(frozen=True, slots=True)
class CloseNoticed:
    """Both words of a close were heard, and nobody had pressed anything."""

    close: Close


@dataclass(frozen=True, slots=True)
class TheyAreGone:
    """While a close goes on: they hung up first."""


@dataclass(frozen=True, slots=True)
class CallMeasured:
    call: str
    measured: Measured
