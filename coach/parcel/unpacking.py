"""Reads a parcel that anybody may have made: looked through as a whole before a take of it is believed."""

from __future__ import annotations

import zipfile
import zlib
from collections import deque
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from pydantic import TypeAdapter, ValidationError
from pydantic_core import from_json

from coach.errors import ParcelError
from coach.parcel.form import AT_ONCE, KIND, MANIFEST, VERSION, Manifest, is_id, read_take, sound_name, take_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from typing import TypeVar

    from coach.calls.call import Call
    from coach.calls.prospect import Prospect
    from coach.take import Take

    T = TypeVar("T")
from coach.parcel.people import CALLS, NEVER, PROSPECTS, lines_of, read_call, read_number, read_prospect

MOST_TAKES = 100_000
LONGEST_TEXT = 1024 * 1024  # of a take or a manifest; an ordinary take has some thousand characters
FLAC = b"fLaC"  # how each such file begins
_WHOLE = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_ENCRYPTED = 1

_MANIFEST = TypeAdapter(Manifest)


@dataclass(frozen=True, slots=True)
class _Found:
    """The entries of a parcel by the name that each must have; names that we do not know are never looked at."""

    texts: dict[str, zipfile.ZipInfo]
    sounds: dict[str, zipfile.ZipInfo]
    people: dict[str, zipfile.ZipInfo]


class Parcel:
    """An opened parcel in which everything was found to be as it should; made by `open_parcel`."""

    def __init__(self, path: Path, archive: zipfile.ZipFile, found: _Found) -> None:
        self._path = path
        self._archive = archive
        self._found = found

    def __len__(self) -> int:
        return len(self._found.texts)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._archive.close()

    def takes(self) -> Iterator[Take]:
        """Yield them; the sound of each is named as it is in the parcel. Raise `ParcelError`."""
        for take_id in self._found.texts:
            yield self._take(take_id)

    def sound(self, take: Take) -> Iterator[bytes]:
        """Yield its sound piece by piece, never more than its entry says. Raise `ParcelError`."""
        with _believed(self._path):
            sound = self._archive.open(self._found.sounds[take.id])
        with sound:
            while True:
                with _believed(self._path):
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
        return bool(self._found.people)

    def check(self) -> None:
        """Read every take once, and all of its sound, and every line of the call list. Raise `ParcelError`."""
        for lines in (self.prospects(), self.calls(), self.never_called()):
            deque(lines, maxlen=0)
        for take in self.takes():
            if take.sound is not None:
                if take.sound != sound_name(take.id) or take.id not in self._found.sounds:
                    raise _refused(self._path, f"the sound of take {take.id} is missing")
                pieces = self.sound(take)
                if not next(pieces, b"").startswith(FLAC):
                    raise _refused(self._path, f"the sound of take {take.id} is none")
                deque(pieces, maxlen=0)  # the last piece tells whether it is whole

    def _lines(self, name: str, read: Callable[[bytes], T]) -> Iterator[T]:
        if name in self._found.people:
            with _believed(self._path), self._archive.open(self._found.people[name]) as file:
                yield from map(read, lines_of(file))

    def _take(self, take_id: str) -> Take:
        with _believed(self._path):
            take = read_take(_text(self._archive, self._found.texts[take_id]))
        if take.id != take_id:
            raise _refused(self._path, f"take {take_id} calls itself by another name")
        return take


def open_parcel(path: Path) -> Parcel:
    """Raise `ParcelError` for whatever is no parcel that this version can read; nothing of it is then used."""
    with _believed(path):
        archive = zipfile.ZipFile(path)
    try:
        with _believed(path):
            parcel = Parcel(path, archive, _looked_through(path, archive))
            parcel.check()
    except BaseException:
        archive.close()
        raise
    return parcel


def _looked_through(path: Path, archive: zipfile.ZipFile) -> _Found:
    entries = {entry.filename: entry for entry in archive.infolist()}
    if MANIFEST not in entries:
        raise _refused(path, "it has no list of what is in it")
    if len(entries) < len(archive.infolist()):
        raise _refused(path, "two things in it have the same name")
    # Entries that share their bytes would make more of a file than there is in it.
    if sum(entry.compress_size for entry in entries.values()) > path.stat().st_size:
        raise _refused(path, "it claims to hold more than it has")
    count = _manifest(path, archive, entries[MANIFEST]).takes
    ids = [name.removeprefix("takes/").removesuffix(".json") for name in entries if name.startswith("takes/")]
    texts = {
        take_id: entries[take_name(take_id)] for take_id in ids if is_id(take_id) and take_name(take_id) in entries
    }
    if not len(ids) == len(texts) == count <= MOST_TAKES:
        raise _refused(path, "its takes are not those that it lists")
    sounds = {take_id: entries[name] for take_id in texts if (name := sound_name(take_id)) in entries}
    people: dict[str, zipfile.ZipInfo] = {name: entries[name] for name in (PROSPECTS, CALLS, NEVER) if name in entries}
    for entry in (*texts.values(), *sounds.values(), *people.values()):
        if entry.flag_bits & _ENCRYPTED or entry.compress_type not in _WHOLE:
            raise _refused(path, "it is locked, or packed in a way this program does not know")
    if any(entry.file_size != entry.compress_size for entry in sounds.values()):
        raise _refused(path, "its sound is packed, which sound in such a file never is")
    return _Found(texts, sounds, people)


def _manifest(path: Path, archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Manifest:
    told = from_json(_text(archive, entry))
    version = told.get("version") if isinstance(told, dict) and told.get("kind") == KIND else None
    if not isinstance(version, int) or version < 1:
        raise _refused(path, "it holds something else")
    if version > VERSION:
        raise ParcelError(
            f"{path.name} was written by a newer version of Okbye. Nothing of it was used. "
            "Install the newer version here too, or export it again with this one."
        )
    return _MANIFEST.validate_python(told)


def _text(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Read no more than a text may have, whatever its entry says."""
    with archive.open(entry) as file:
        text = file.read(LONGEST_TEXT + 1)
    if len(text) > LONGEST_TEXT:
        raise ValueError("far too long for a take")
    return text


@contextmanager
def _believed(path: Path) -> Iterator[None]:
    """Give everything that a damaged or hostile file can do to its reader one kind of sentence."""
    try:
        yield
    except ValidationError as error:
        raise _refused(path, f"its text is not that of a take ({error.errors()[0]['msg']})") from error
    except FileNotFoundError as error:
        raise ParcelError(f"There is no file {path}. Nothing was changed.") from error
    except (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, ValueError, OverflowError) as error:
        raise _refused(path, str(error) or type(error).__name__) from error
    except OSError as error:
        raise ParcelError(f"{path.name} could not be read ({error.strerror}). Nothing of it was used.") from error


def _refused(path: Path, why: str) -> ParcelError:
    return ParcelError(
        f"{path.name} is not a file of takes that this program can read: {why}. Nothing of it was used, and your takes "
        "are as they were. Ask for it to be exported again."
    )
