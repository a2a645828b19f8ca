"""Removes all that Okbye has kept, and nothing that it did not write."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from app.lock import TAKE, WINDOW
from app.presses.place import SOCKET
from coach.errors import CoachError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from app.folders import Folders

WORD = "erase"  # what is typed to mean it


def erase(place: Folders) -> int:
    """Return how many files that were. Raise `CoachError` where one does not go; the others are gone then."""
    gone, stayed = 0, []
    for file in list(_ours(place)):
        try:
            file.unlink(missing_ok=True)
        except OSError as error:
            stayed.append(f"{file} ({error.strerror})")
        else:
            gone += 1
    months = (folder for root in (place.sound, place.call_sound) for folder in sorted(root.rglob("*"), reverse=True))
    for folder in (*months, place.sound, place.call_sound, place.backups, place.home):
        with suppress(OSError):  # a file of somebody else's is in it
            folder.rmdir()
    if stayed:
        raise CoachError(
            f"{gone} files were deleted, but not these: {', '.join(stayed)}. "
            "Close Okbye and whatever plays them, and try again."
        )
    return gone


def _ours(place: Folders) -> Iterator[Path]:
    """The folder may be one the user had before: only names that we give are ours."""
    for file in (place.database, place.settings, place.voice, place.log):
        yield from place.home.glob(f"{file.name}*")
    for name in (TAKE, WINDOW, SOCKET):
        yield from place.home.glob(name)
    yield from place.backups.glob(f"{place.database.stem}-*.db*")
    for root in (place.sound, place.call_sound):
        yield from root.glob("[0-9][0-9][0-9][0-9]/[0-9][0-9]/*.flac*")
    yield from place.sound.glob(".recovery")
