"""What was heard, in seconds of the recording. Standard library only: the coach reads these words.

Two ages of truth. *Provisional* events come as soon as something is heard and drive the stage:
`SpeechStarted`, `SpeechPaused`, `SpeechResumed`, `SpeechWithdrawn`. The *final* event is
`SegmentHeard`: its ends are refined with the sound around them. Verdicts use final events only.
Every time is counted in samples since the first one, never read from a clock.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum


class Word(StrEnum):
    """What the ear takes a piece of speech for."""

    OK = "ok"
    FAREWELL = "farewell"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Tone:
    """The melody of a piece of speech, as far as its voicing allows to tell.

    `quantiles_hz`: F0 that 10, 30, 50, 70 and 90 % of its voiced moments lie below, in Hz, `voiced_s` seconds of them.
    `slope_st`: how far F0 rises to the end of a word, in semitones, below 0 where it falls; None where the end of
    the word is too weak to tell, or where it is no word but longer speech.
    """

    quantiles_hz: tuple[float, float, float, float, float]
    voiced_s: float
    slope_st: float | None = None

    @property
    def f0_hz(self) -> float:
        """The median."""
        return self.quantiles_hz[2]


@dataclass(frozen=True, slots=True)
class Segment:
    """One unbroken piece of speech from onset to offset, in seconds.

    `start_error` and `end_error` are half widths of the 95 % interval, in seconds. `level_dbfs` is its loudest
    10 ms, None while it was only announced; `snr_db` that level over the noise around it. `dips_s` are the moments
    inside it at which two words may have been joined without a break, deepest dip first. `word` is what the ear takes
    it for and `beliefs` how sure it is of each (ok, farewell, other; they sum to 1), `speech` how sure that it
    is near speech at all; None where no ear listened. `tone` is None where too little of it is voiced.
    """

    start: float
    end: float
    start_error: float = 0.0
    end_error: float = 0.0
    level_dbfs: float | None = None
    snr_db: float = 99.0
    dips_s: tuple[float, ...] = ()
    word: Word | None = None
    beliefs: tuple[float, float, float] | None = None
    speech: float | None = None
    tone: Tone | None = None

    @property
    def duration(self) -> float:
        return self.end - self.start

    def since(self, start: float) -> Segment:
        """The same word from `start` on."""
        return replace(self, start=start)

    def until(self, end: float) -> Segment:
        """The same word up to `end`; how it was intoned hangs on an end that it no longer has."""
        return replace(self, end=end, tone=None)

    def gap_to(self, later: Segment) -> float:
        """Seconds from the end of this one to the start of `later`; 0 when they touch."""
        return max(0.0, later.start - self.end)


@dataclass(frozen=True, slots=True)
class VoiceKnown:
    """The first event, where the rep's own voice was calibrated.

    The loudest 10 ms of their words, how far the words lie from one another (one standard deviation, dB), and the
    middle of their F0 where it could be told.
    """

    level_dbfs: float
    spread_db: float
    f0_hz: float | None = None


@dataclass(frozen=True, slots=True)
class SpeechStarted:
    """Provisional: somebody seems to speak since `at`."""

    at: float


@dataclass(frozen=True, slots=True)
class SpeechPaused:
    """Provisional: nothing since `at`. The word may still go on (`SpeechResumed`)."""

    at: float


@dataclass(frozen=True, slots=True)
class SpeechResumed:
    """Provisional: the gap was inside the word."""

    at: float


@dataclass(frozen=True, slots=True)
class SpeechWithdrawn:
    """What `SpeechStarted` announced was no speech: a click, a breath."""

    at: float


@dataclass(frozen=True, slots=True)
class SegmentHeard:
    """Final."""

    segment: Segment


@dataclass(frozen=True, slots=True)
class TimePassed:
    """Heard up to `now`; the level of the newest sound and of the room, dBFS. Once a batch of frames."""

    now: float
    level_dbfs: float
    noise_dbfs: float


@dataclass(frozen=True, slots=True)
class SoundLost:
    """The source lost samples at `at`: no time measured across this point can be trusted."""

    at: float


@dataclass(frozen=True, slots=True)
class SoundEnded:
    """The last event: how much was heard, and the noise of the room over the whole of it."""

    duration: float
    noise_dbfs: float


Heard = (
    VoiceKnown
    | SpeechStarted
    | SpeechPaused
    | SpeechResumed
    | SpeechWithdrawn
    | SegmentHeard
    | TimePassed
    | SoundLost
    | SoundEnded
)
