"""The measured times of takes with the trainer's word, for other programs: Praat, Audacity, a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.times_folder import SUFFIXES, TABLE, Format, TimesFolder
from coach.review.export import take_labels, take_rttm, take_table, take_textgrid

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from coach.review.reviewed import Reviewed

    Told = Callable[[int], bool]  # told how many takes are done; False stops it

_TEXTS = {Format.TEXTGRID: take_textgrid, Format.AUDACITY: take_labels, Format.RTTM: take_rttm}


def write_times(folder: Path, kind: Format, takes: Iterable[Reviewed], told: Told) -> int:
    """Return how many takes were written. Each file is named by its take. Raise `CoachError` or `StoreError`."""
    place = TimesFolder(folder)
    if kind is Format.CSV:
        every = list(takes)
        place.write(TABLE, take_table(every))
        return len(every)
    done = 0
    for take in takes:
        place.write(take.take.id + SUFFIXES[kind], _TEXTS[kind](take))
        done += 1
        if not told(done):
            break
    return done
