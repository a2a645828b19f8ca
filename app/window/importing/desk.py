"""What an import works with, and what it reads before it begins; all of it in any thread."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from app.importing.looking import Looking
from app.importing.taking_in import Library
from app.importing.walking import recordings
from app.measure import Unusable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from app.archive import Archive
    from app.importing.origin import Naming, Origin
    from audio.side import Side
    from coach.bands import Bands
    from coach.calls.call_list import CallList

_PREVIEWED: Final = 6


@dataclass(frozen=True, slots=True)
class ImportDesk:
    """`me` is whose takes are made on this machine; `people` the call list, which a file of takes may have more of."""

    archive: Archive
    bands: Callable[[], Bands]
    me: Callable[[], str]
    people: CallList | None = None

    def looking(self, naming: Naming, side: Side | None) -> Looking:
        return Looking(self.bands(), naming, self.archive.takes.known, side)

    def library(self) -> Library:
        return Library(self.archive.takes, self.archive.sounds, self.bands().name)


@dataclass(frozen=True, slots=True)
class Previewed:
    """The name of a recording, and what would be known of it."""

    name: str
    origin: Origin


def first_of(paths: Sequence[Path]) -> tuple[Path, ...]:
    """The first recordings in those files and folders."""
    return tuple(islice((one for one in recordings(paths) if not isinstance(one, Unusable)), _PREVIEWED))


def preview(files: Sequence[Path], naming: Naming) -> tuple[Previewed, ...]:
    """What a naming makes of them; one that has gone meanwhile is left out."""
    found: list[Previewed] = []
    for file in files:
        with suppress(OSError):
            found.append(Previewed(file.name, naming.origin(file, 0.0)))
    return tuple(found)


def are_parcels(paths: Sequence[Path]) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Apart: what Okbye has written itself, and recordings and folders of them."""
    from coach.parcel.form import SUFFIX  # noqa: PLC0415 - the window is there sooner without it
    from coach.parcel.unpacking import is_parcel  # noqa: PLC0415

    parcels = tuple(path for path in paths if not path.is_dir() and (path.suffix.lower() == SUFFIX or is_parcel(path)))
    return parcels, tuple(path for path in paths if path not in parcels)
