"""Reads a parcel that anybody may have made: looked through as a whole before a take of it is believed."""

from __future__ import annotations

import zipfile
from collections import deque
from typing import TYPE_CHECKING, Self

from coach.parcel.believing import believed, refused
from coach.parcel.contents import looked_through, text
from coach.parcel.form import (
    AT_ONCE,
    NOTHING,
    Said,
    read_said,
    read_take,
    sound_name,
    spoken_name,
)
from coach.parcel.people import CALLS, NEVER, PROSPECTS, lines_of, read_call, read_number, read_prospect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from typing import TypeVar

    from coach.calls.call import Call
    from coach.calls.prospect import Prospect
    from coach.parcel.contents import Contents
    from coach.take import Take

    T = TypeVar("T")

FLAC = b"fLaC"  # how each such file begins


class Parcel:
    """An opened parcel in which everything was found to be as it should; made by `open_parcel`."""

    def __init__(self, path: Path, archive: zipfile.ZipFile, contents: Contents) -> None:
        self._path = path
        self._archive = archive
        self._contents = contents

    def __len__(self) -> int:
        return len(self._contents.takes)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._archive.close()

    def takes(self) -> Iterator[Take]:
        """Yield them; the sound of each is named as it is in the parcel. Raise `ParcelError`."""
        for take_id in self._contents.takes:
            yield self._take(take_id)

    def said(self, take_id: str) -> Said:
        """What was said of it; the sound of a comment is named as it is in the parcel. Raise `ParcelError`."""
        entry = self._contents.said.get(take_id)
        if entry is None:
            return NOTHING
        with believed(self._path):
            return read_said(text(self._archive, entry), take_id)

    def sound(self, name: str) -> Iterator[bytes]:
        """Yield a sound by its name in the parcel, piece by piece and never more than its entry says.

        Raise `ParcelError`.
        """
        with believed(self._path):
            sound = self._archive.open(self._contents.sounds[name])
        with sound:
            while True:
                with believed(self._path):
                    piece = sound.read(AT_ONCE)
                if not piece:
                    return
                yield piece

    def prospects(self) -> Iterator[Prospect]:
        """Yield those of the call list, if there is one in it. Raise `ParcelError`."""
        return self._lines(PROSPECTS, read_prospect)

    def calls(self) -> Iterator[Call]:
        """Raise `ParcelError`."""
        return self._lines(CALLS, read_call)

    def never_called(self) -> Iterator[str]:
        """Raise `ParcelError`."""
        return self._lines(NEVER, read_number)

    @property
    def has_people(self) -> bool:
        return bool(self._contents.people)

    def check(self) -> None:
        """Read everything in it once. Raise `ParcelError`."""
        for lines in (self.prospects(), self.calls(), self.never_called()):
            deque(lines, maxlen=0)
        comments = set[str]()
        for take in self.takes():
            self._check_sound(take.sound, sound_name(take.id))
            for comment in self.said(take.id).comments:
                if comment.id in comments:
                    raise refused(self._path, "two comments in it have the same name")
                comments.add(comment.id)
                self._check_sound(comment.sound, spoken_name(comment.id))

    def _check_sound(self, told: str | None, name: str) -> None:
        """It is where it must be, and whole: its last piece tells."""
        if told is None:
            return
        if told != name or name not in self._contents.sounds:
            raise refused(self._path, f"{name} is missing")
        pieces = self.sound(name)
        if not next(pieces, b"").startswith(FLAC):
            raise refused(self._path, f"{name} is no sound")
        deque(pieces, maxlen=0)

    def _lines(self, name: str, read: Callable[[bytes], T]) -> Iterator[T]:
        if name in self._contents.people:
            with believed(self._path), self._archive.open(self._contents.people[name]) as file:
                yield from map(read, lines_of(file))

    def _take(self, take_id: str) -> Take:
        with believed(self._path):
            take = read_take(text(self._archive, self._contents.takes[take_id]))
        if take.id != take_id:
            raise refused(self._path, f"take {take_id} calls itself by another name")
        return take


def open_parcel(path: Path) -> Parcel:
    """Raise `ParcelError` for whatever is no parcel that this version can read; nothing of it is then used."""
    with believed(path):
        archive = zipfile.ZipFile(path)
    try:
        with believed(path):
            parcel = Parcel(path, archive, looked_through(path, archive))
            parcel.check()
    except BaseException:
        archive.close()
        raise
    return parcel


def is_parcel(path: Path) -> bool:
    """Whether it looks like one, so that it is not taken for a recording; `open_parcel` finds out."""
    try:
        with path.open("rb") as file:
            return file.read(4) in {b"PK\x03\x04", b"PK\x05\x06"}
    except (OSError, ValueError):
        return False
