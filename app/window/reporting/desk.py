"""What reports and measured times are made of, in any thread."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from coach.review.gathering import gathered

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from app.archive import Archive
    from app.reporting.hearing import Hearing
    from app.reporting.in_qt_thread import InQtThread
    from app.times_folder import Format
    from coach.bands import Bands
    from coach.review.reviewed import Reviewed
    from coach.takes import Wanted

    Told = Callable[[int], bool]  # told how many takes are done; False stops it

NOTHING = "There are no takes in it, so nothing was written."
STOPPED = "Stopped. Nothing of it was written."


@dataclass(frozen=True, slots=True)
class ReportDesk:
    """`drills` has the title of every drill; `bands` are for a close that only the trainer found."""

    archive: Archive
    drills: Mapping[str, str]
    bands: Bands

    def takes(self, wanted: Wanted) -> list[Reviewed]:
        """With all that was said of them. Raise `StoreError`."""
        archive = self.archive
        return list(gathered(archive.takes.newest(wanted), archive.reviews, archive.comments, self.bands))

    def report(self, path: Path, wanted: Wanted, hearing: Hearing, told: Told, qt: InQtThread | None = None) -> str:
        """Write it, and return how that went. Raise `CoachError`."""
        from app.reporting.making import write_report  # noqa: PLC0415 - the window is there sooner without it
        from app.reporting.report import report  # noqa: PLC0415
        from app.reporting.sounds import Sounds  # noqa: PLC0415

        takes = self.takes(wanted)
        if not takes:
            return NOTHING
        made = report(takes, Sounds(self.archive.sounds, hearing), self.drills, datetime.now(UTC), told)
        return _told(len(takes), path) if write_report(path, made, qt) else STOPPED

    def times(self, folder: Path, kind: Format, wanted: Wanted, told: Told) -> str:
        """A file for each take, or one table of all. Raise `CoachError`."""
        from app.take_times import write_times  # noqa: PLC0415 - likewise

        takes = self.takes(wanted)
        return _told(write_times(folder, kind, takes, told), folder) if takes else NOTHING

    def size(self, wanted: Wanted, hearing: Hearing) -> int:
        """How many bytes its sound is, about. Raise `CoachError`."""
        from app.reporting.sounds import size  # noqa: PLC0415 - likewise

        takes = list(self.archive.takes.newest(wanted))
        sounds = self.archive.sounds
        seconds = sum(take.verdict.duration for take in takes if take.sound)
        return size(seconds, [sounds.path(take.sound) for take in takes if take.sound], hearing)


def _told(count: int, path: Path) -> str:
    return f"{count:,} take{'' if count == 1 else 's'} in {path}."
