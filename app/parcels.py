"""Takes out into one file, and in from one, with their sound."""

from __future__ import annotations

import errno
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coach.errors import ParcelError
from coach.parcel.packing import always, pack
from coach.parcel.unpacking import open_parcel
from coach.takes import EVERY, Wanted

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

    from audio.sound_folder import SoundFolder
    from coach.parcel.packing import Told
    from coach.parcel.unpacking import Parcel
    from coach.take import Take
    from coach.takes import Takes


@dataclass(frozen=True, slots=True)
class Imported:
    """How many takes were added, and how many were here already and stayed as they were."""

    added: int
    known: int


def export_takes(
    path: Path, sounds: SoundFolder, takes: Takes, wanted: Wanted = EVERY, go_on: Told = always
) -> int | None:
    """Return how many takes are in the file, None if it was stopped. Raise `ParcelError` or `StoreError`."""

    def opened(key: str) -> BinaryIO | None:
        try:
            return sounds.path(key).open("rb")
        except (OSError, ValueError):  # the numbers outlive the sound
            return None

    return pack(path, takes.newest(wanted), opened, go_on)


def import_takes(path: Path, sounds: SoundFolder, takes: Takes, go_on: Told = always) -> Imported:
    """Add what is not here yet, each take whole; nothing is written over. Raise `ParcelError` or `StoreError`."""
    added = known = 0
    with open_parcel(path) as parcel:
        for take in parcel.takes():
            if not go_on(added + known):
                break
            try:
                new = _add(parcel, take, sounds, takes)
            except OSError as error:
                raise _stopped(added, error) from error
            added, known = added + new, known + (not new)
    return Imported(added, known)


def _add(parcel: Parcel, take: Take, sounds: SoundFolder, takes: Takes) -> bool:
    """Write the sound first: after a kill in between it is found again, as any take that broke off."""
    if takes.get(take.id) is not None:
        return False
    if take.sound is None:
        return takes.add_new(take)
    key = sounds.new_key(take.id, take.started_at)
    path = sounds.path(key)
    if path.exists():
        return False
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    arriving = path.with_name(path.name + ".arriving")
    try:
        with arriving.open("wb") as file:
            file.writelines(parcel.sound(take.sound))
        arriving.replace(path)
    finally:
        arriving.unlink(missing_ok=True)
    return takes.add_new(replace(take, sound=key))


def _stopped(added: int, error: OSError) -> ParcelError:
    why = "the disk is full" if error.errno == errno.ENOSPC else error.strerror or str(error)
    return ParcelError(
        f"The import stopped: {why}. {added} takes were added and are whole, the others are not here. "
        "Make room and import the file again: it goes on where it stopped."
    )
