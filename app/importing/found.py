"""What looking through recordings brings: the closes found, copies of what is here, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from hashlib import blake2b
from typing import TYPE_CHECKING

from app.measure import Unusable

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from app.importing.origin import Origin
    from audio.cutting import Stretch
    from audio.side import Side
    from coach.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Found:
    """One close, or a short recording in which none was heard: its stretch, and the verdict on that by itself.

    `content` is what the sound of the stretch is known by, `known` says that there is a take of it here already.
    """

    stretch: Stretch
    verdict: Verdict
    content: str
    known: bool = False

    @property
    def ok_at(self) -> float | None:
        """When "Ok" begins, in seconds of the recording."""
        close = self.verdict.close
        return None if close is None else self.stretch.start + close.ok.start


@dataclass(frozen=True, slots=True)
class Heard:
    """A recording that was looked through. `dataclasses.replace` its `found` by those that are wanted.

    `content` is what all of its sound is known by, `note` a sentence about a recording that could be used anyway.
    """

    path: Path
    origin: Origin
    content: str
    rate_hz: int
    duration: float
    side: Side
    found: tuple[Found, ...]
    note: str | None = None

    @property
    def new(self) -> tuple[Found, ...]:
        """Those of which there is no take yet."""
        return tuple(found for found in self.found if not found.known)

    def started_at(self, found: Found) -> datetime:
        """When that stretch of it was spoken."""
        return self.origin.started_at + timedelta(seconds=found.stretch.start)

    def take_id(self, found: Found) -> str:
        """The same stretch of the same sound is the same take, whoever imports it, and however often."""
        told = f"{self.content}/{self.side}/{found.stretch.start:.2f}/{found.stretch.end:.2f}"
        return blake2b(told.encode(), digest_size=16).hexdigest()


@dataclass(frozen=True, slots=True)
class Copy:
    """A recording whose sound is here already, under whatever name; nothing is made of it."""

    path: Path
    says: str


Seen = Heard | Copy | Unusable


def nothing_in(heard: Heard) -> str:
    """The sentence for a long recording without a close."""
    return f"{heard.path.name}: no close was heard in its {heard.duration / 60:.0f} minutes. Nothing was made of it."
