"""Files that Okbye wrote come in, one after the other, and what is said otherwise in them is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.window.importing.wording import imported_told
from coach.errors import CoachError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path
    from threading import Event

    from app.parcels import Imported
    from app.window.importing.desk import ImportDesk

    Advance = Callable[[str, float], None]  # what is at hand, and the share of it that is done


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """A sentence for each file, and one for each thing that is otherwise here than in it."""

    says: tuple[str, ...]
    conflicts: tuple[str, ...]


def bring_in(desk: ImportDesk, files: Iterable[Path], advance: Advance, stop: Event) -> BroughtIn:
    """In any thread; one that cannot be read keeps no other from coming in."""
    says: list[str] = []
    conflicts: list[str] = []
    for file in files:
        try:
            found = _bring(desk, file, advance, stop)
        except CoachError as error:
            says.append(str(error))
        else:
            says.append(imported_told(file.name, found, stopped=stop.is_set()))
            conflicts.extend(found.conflicts)
    return BroughtIn(tuple(says), tuple(conflicts))


def _bring(desk: ImportDesk, file: Path, advance: Advance, stop: Event) -> Imported:
    from app.parcels import import_takes  # noqa: PLC0415 - the window is there sooner without it
    from coach.parcel.unpacking import open_parcel  # noqa: PLC0415

    with open_parcel(file) as parcel:
        count = max(1, len(parcel))

    def told(done: int) -> bool:
        advance(f"{file.name}: {done:,} of {count:,}", done / count)
        return not stop.is_set()

    archive = desk.archive
    return import_takes(file, archive.sounds, archive.takes, told, desk.people, archive.words)
