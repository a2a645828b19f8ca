"""`--export`: the measured times as a file for each recording, or as one table of all."""

from __future__ import annotations

from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING, Self

from coach.errors import CoachError
from coach.export import audacity, rttm, table, textgrid

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from app.measure import Measurement
    from coach.verdict import Verdict


class Format(StrEnum):
    """What can be written."""

    TEXTGRID = "textgrid"
    AUDACITY = "audacity"
    RTTM = "rttm"
    CSV = "csv"


SUFFIXES = {Format.TEXTGRID: ".TextGrid", Format.AUDACITY: ".txt", Format.RTTM: ".rttm"}
TABLE = "okbye.csv"


class Exporter:
    """Writes into `folder`, making it if need be. Raise `CoachError` where that cannot be done."""

    def __init__(self, kind: Format, folder: Path) -> None:
        self._kind = kind
        self._folder = folder
        self._names: set[str] = set()
        self._rows: list[tuple[str, Verdict]] = []
        with _explained(folder):
            folder.mkdir(parents=True, exist_ok=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Write the table, of whatever was taken before a Ctrl-C."""
        if self._kind is Format.CSV:
            self._write(TABLE, table(self._rows))

    def take(self, measurement: Measurement) -> None:
        if self._kind is Format.CSV:
            self._rows.append((str(measurement.path), measurement.verdict))
            return
        name = self._free_name(measurement.path.stem)
        self._write(name + SUFFIXES[self._kind], self._text(name, measurement.verdict))

    def _text(self, name: str, verdict: Verdict) -> str:
        match self._kind:
            case Format.TEXTGRID:
                return textgrid(verdict)
            case Format.AUDACITY:
                return audacity(verdict)
            case _:
                return rttm(verdict.utterances, name)

    def _free_name(self, stem: str) -> str:
        """Two recordings of one name, from two folders, must not share a file."""
        name, number = stem, 1
        while name.casefold() in self._names:
            number += 1
            name = f"{stem} ({number})"
        self._names.add(name.casefold())
        return name

    def _write(self, name: str, text: str) -> None:
        path = self._folder / name
        with _explained(path):
            path.write_text(text, encoding="utf-8", errors="surrogateescape", newline="")


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise CoachError(f"{path} could not be written: {error.strerror}. The recordings are unchanged.") from error
