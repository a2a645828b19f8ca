"""`--export`: the measured times of recordings as a file for each, or as one table of all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from app.times_folder import SUFFIXES, TABLE, Format, TimesFolder
from coach.export import audacity, rttm, table, textgrid

if TYPE_CHECKING:
    from pathlib import Path

    from app.measure import Measurement
    from coach.verdict import Verdict


class Exporter:
    """Writes into `folder`, making it if need be. Raise `CoachError` where that cannot be done."""

    def __init__(self, kind: Format, folder: Path) -> None:
        self._kind = kind
        self._folder = TimesFolder(folder)
        self._rows: list[tuple[str, Verdict]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Write the table, of whatever was taken before a Ctrl-C."""
        if self._kind is Format.CSV:
            self._folder.write(TABLE, table(self._rows))

    def take(self, measurement: Measurement) -> None:
        if self._kind is Format.CSV:
            self._rows.append((str(measurement.path), measurement.verdict))
            return
        name = self._folder.free_name(measurement.path.stem)
        self._folder.write(name + SUFFIXES[self._kind], self._text(name, measurement.verdict))

    def _text(self, name: str, verdict: Verdict) -> str:
        match self._kind:
            case Format.TEXTGRID:
                return textgrid(verdict)
            case Format.AUDACITY:
                return audacity(verdict)
            case _:
                return rttm(verdict.utterances, name)
