"""What the app tells the prospect, and what the prospect asks of the app."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from coach.drills.line import SpokenLine

# Told, from any thread. `at` is a moment of the take, in seconds of its sound; None is the newest sound heard.


@dataclass(frozen=True, slots=True)
class LineBegan:
    """What the prospect asked to be played is heard from now on."""

    at: float | None = None


@dataclass(frozen=True, slots=True)
class LineEnded:
    """It was played to its end, or stopped because `Over` or `TheyHungUp` came in the middle of it."""

    at: float | None = None


@dataclass(frozen=True, slots=True)
class LineFailed:
    """It cannot be played; `says` is the sentence why. The take is over and is not measured."""

    says: str


@dataclass(frozen=True, slots=True)
class OfferDone:
    """The rep pressed the key that ends the offer."""

    at: float | None = None


@dataclass(frozen=True, slots=True)
class RepHungUp:
    """The rep pressed "Hang up". The end of the sound without `Over` before it means the same."""

    at: float | None = None


Told = LineBegan | LineEnded | LineFailed | OfferDone | RepHungUp


# Asked. After Say and Play the app answers LineBegan and LineEnded (or LineFailed); nothing else is asked before.


class Tone(StrEnum):
    """What a telephone sounds; made by `audio.tones`."""

    RING = "ring"
    BEEP = "beep"  # of a voice mail


@dataclass(frozen=True, slots=True)
class Say:
    line: SpokenLine


@dataclass(frozen=True, slots=True)
class Play:
    tone: Tone


@dataclass(frozen=True, slots=True)
class TheyHungUp:
    """A disconnect tone may sound; nobody hears the rep any more. `Over` follows by itself."""


@dataclass(frozen=True, slots=True)
class Over:
    """The take ends now; nothing is asked after this. What is playing stops."""


Act = Say | Play | TheyHungUp | Over
