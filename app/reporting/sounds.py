"""The sound of takes for a report: how its waveform looks, and a clip to hear, as small as was chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.reporting.entry import Clip, Entry
from app.reporting.hearing import Hearing
from app.said import Peaks
from app.sound_state import SoundState, sound_state

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from audio.sound_folder import SoundFolder
    from coach.review.reviewed import Reviewed

_NO_PEAKS = Peaks(0.0, 0.02, ())
_BASE64 = 4 / 3


@dataclass(frozen=True, slots=True)
class Sounds:
    """One take's sound is in memory at a time, however many a report has."""

    folder: SoundFolder
    hearing: Hearing

    def entry(self, reviewed: Reviewed) -> Entry:
        """The take's own sound is left out where it is no longer what was measured."""
        take = reviewed.take
        spoken = tuple(
            (comment.id, clip)
            for comment in reviewed.comments
            if comment.sound and (clip := self._heard(comment.sound)[1]) is not None
        )
        state = sound_state(take, self.folder)
        if state is not SoundState.AS_MEASURED:
            return Entry(reviewed, _NO_PEAKS, note=f"The sound of this take {state}. Its numbers stand.", spoken=spoken)
        peaks, clip = self._heard(take.sound or "")
        return Entry(reviewed, peaks, clip, spoken=spoken)

    def _heard(self, key: str) -> tuple[Peaks, Clip | None]:
        from audio.errors import SoundFileError  # noqa: PLC0415 - numpy and the rest: for those who make a report

        try:
            return _read(self.folder.path(key), self.hearing)
        except (SoundFileError, OSError, ValueError):
            return _NO_PEAKS, None


def size(seconds: float, files: Iterable[Path], hearing: Hearing) -> int:
    """How many bytes the sound of so many seconds adds to a page, about; told before it is made."""
    from audio.small import BYTES_A_SECOND  # noqa: PLC0415

    match hearing:
        case Hearing.NONE:
            return 0
        case Hearing.SMALL:
            return round(seconds * BYTES_A_SECOND * _BASE64)
        case Hearing.AS_KEPT:
            return round(sum(file.stat().st_size for file in files if file.exists()) * _BASE64)


def _read(path: Path, hearing: Hearing) -> tuple[Peaks, Clip | None]:
    import numpy as np  # noqa: PLC0415

    from audio import small  # noqa: PLC0415
    from audio.files import read  # noqa: PLC0415
    from audio.peaks import HOP_S, bars  # noqa: PLC0415

    with read(path) as recording:
        samples = np.concatenate([block.samples.mean(axis=1) for block in recording])
    peaks = Peaks(0.0, HOP_S, bars(samples, recording.rate_hz))
    match hearing:
        case Hearing.NONE:
            return peaks, None
        case Hearing.SMALL:
            return peaks, Clip(small.KIND, small.small(samples, recording.rate_hz))
        case Hearing.AS_KEPT:
            return peaks, Clip("audio/flac", path.read_bytes())
