"""A folder into which measured times are written, a file for each take or one table of all."""

from __future__ import annotations

from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from coach import whole_file
from coach.errors import CoachError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Format(StrEnum):
    """What can be written."""

    TEXTGRID = "textgrid"
    AUDACITY = "audacity"
    RTTM = "rttm"
    CSV = "csv"


SUFFIXES: Final = {Format.TEXTGRID: ".TextGrid", Format.AUDACITY: ".txt", Format.RTTM: ".rttm"}
TABLE: Final = "okbye.csv"


class TimesFolder:
    """Made if need be. Raise `CoachError` where it cannot be made or written to."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._names: set[str] = set()
        with _explained(folder):
            folder.mkdir(parents=True, exist_ok=True)

    def free_name(self, stem: str) -> str:
        """Two of one name, from two folders, must not share a file."""
        name, number = stem, 1
        while name.casefold() in self._names:
            number += 1
            name = f"{stem} ({number})"
        self._names.add(name.casefold())
        return name

    def write(self, name: str, text: str) -> None:
        """Replace the file of that name as a whole."""
        path = self._folder / name
        with _explained(path), whole_file.writing(path) as file:
            file.write(text.encode(errors="surrogateescape"))


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise CoachError(f"{path} could not be written: {error.strerror}. The recordings are unchanged.") from error
