"""What the listener says, as values: the microphone's state, the level, the waveform, the call, the end of a take."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from coach.drills.line import Meaning, SpokenLine
from coach.verdict import ProspectLine, Verdict


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
    """A take is over. `sound` is the key of its recording, if one was kept; `fault` the sentence if it broke off."""

    verdict: Verdict
    sound: str | None
    peaks: Peaks
    fault: str | None = None


class Phase(Enum):
    """Whose turn it is in a call with a virtual prospect."""

    CALLING = auto()  # it rings, and somebody says hello
    OFFER = auto()  # the rep reads it
    THEIRS = auto()
    YOURS = auto()  # they have answered
    GONE = auto()  # they hung up


@dataclass(frozen=True, slots=True)
class CallState:
    """`said` is the last line that was heard to its end, and how many `answers` there were up to it.

    `lines` is all that was played and `bars` how it sounded; what is heard now began at `since`.
    """

    phase: Phase = Phase.CALLING
    said: SpokenLine | None = None
    answers: int = 0
    lines: tuple[ProspectLine, ...] = ()
    since: float | None = None
    bars: tuple[Peaks, ...] = ()

    @property
    def closing(self) -> bool:
        """A no was heard: the stage waits for "Ok"."""
        return self.said is not None and self.said.meaning in {Meaning.NO, Meaning.NEVER}
