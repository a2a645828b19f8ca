"""Whose a recording is and when it was made, by whatever the trainer chose to go by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from coach.parcel.sanity import LONGEST_NAME

if TYPE_CHECKING:
    from pathlib import Path

    from app.importing.pattern import NamePattern


@dataclass(frozen=True, slots=True)
class Origin:
    """`by_name` is False where there was a pattern and the file's name does not follow it."""

    rep: str
    started_at: datetime
    by_name: bool = True


@dataclass(frozen=True, slots=True)
class Naming:
    """The pattern first, then the name of the folder a recording lies in, then `rep`."""

    rep: str
    by_folder: bool = False
    pattern: NamePattern | None = None

    def origin(self, path: Path, seconds: float) -> Origin:
        """Where its name does not say when, a recording ended when its file was last written. Raise `OSError`."""
        told = self.pattern.read(path.stem) if self.pattern else None
        rep = told.rep if told and told.rep else (path.absolute().parent.name if self.by_folder else "") or self.rep
        started_at = told.started_at if told else None
        if started_at is None:
            started_at = datetime.fromtimestamp(path.stat().st_mtime, UTC) - timedelta(seconds=seconds)
        return Origin(rep[:LONGEST_NAME], started_at, by_name=self.pattern is None or told is not None)
