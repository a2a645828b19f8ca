"""The stored takes with their sound, for the pages that show them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.letting_go import LettingGo
from app.merging import Words
from app.said import Peaks, TakeEnded

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from audio.sound_folder import SoundFolder
    from coach.bands import Bands
    from coach.review.reviews import Comments, Reviews
    from coach.take import Take
    from coach.takes import Takes
    from coach.tallies import Tallies


@dataclass(frozen=True, slots=True)
class Archive:
    """`rep` is whose takes are shown, `bands` what they are held against."""

    takes: Takes
    tallies: Tallies
    reviews: Reviews
    comments: Comments
    sounds: SoundFolder
    rep: str
    bands: Bands
    forget_backups: Callable[[], None] = lambda: None

    @property
    def letting_go(self) -> LettingGo:
        return LettingGo(self.sounds, self.takes, self.comments, self.forget_backups)

    @property
    def words(self) -> Words:
        """What was said of the takes, to be sent with them and merged."""
        return Words(self.reviews, self.comments, self.rep)

    def reopened(self, take: Take) -> TakeEnded:
        """The take as it was when it ended; one whose sound is gone has no waveform, and cannot be played."""
        path = self._sound(take)
        peaks = None if path is None else _peaks(path)
        return TakeEnded(take.verdict, take.sound if peaks else None, peaks or Peaks(0.0, 0.02, ()), take.fault)

    def _sound(self, take: Take) -> Path | None:
        try:
            path = self.sounds.path(take.sound) if take.sound else None
        except ValueError:
            return None
        return path if path is not None and path.exists() else None


def _peaks(path: Path) -> Peaks | None:
    from audio.errors import AudioError  # noqa: PLC0415 - numpy is for those who open a take
    from audio.files import read  # noqa: PLC0415
    from audio.peaks import HOP_S, PeakMeter  # noqa: PLC0415

    meter, bars = PeakMeter(), list[float]()
    try:
        with read(path) as recording:
            for block in recording:
                bars += meter.hear(block)
            bars += meter.rest(recording.rate_hz)
    except AudioError:
        return None
    return Peaks(0.0, HOP_S, tuple(bars))
