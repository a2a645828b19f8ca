"""Writes takes into one file: there is a whole one at the end, or none."""

from __future__ import annotations

import errno
import os
import shutil
import zipfile
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from coach.errors import ParcelError
from coach.parcel.form import (
    AT_ONCE,
    MANIFEST,
    NOTHING,
    Manifest,
    Said,
    is_id,
    manifest_text,
    said_name,
    said_text,
    sound_name,
    spoken_name,
    take_name,
    take_text,
)
from coach.parcel.people import CALLS, PROSPECTS, Lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path
    from typing import BinaryIO

    from coach.calls.call_list import CallList
    from coach.take import Take

    Sounds = Callable[[str], BinaryIO | None]  # opens a sound by its key; None where there is none any more
    Told = Callable[[int], bool]  # told how many takes are done; False stops it all
    Sayings = Callable[[str], Said]  # what was said of a take, by its id


def always(_: int) -> bool:
    """Go on to the end."""
    return True


def nothing_said(_: str) -> Said:
    """Send the takes by themselves."""
    return NOTHING


def pack(
    path: Path,
    takes: Iterable[Take],
    sounds: Sounds,
    go_on: Told = always,
    people: CallList | None = None,
    said: Sayings = nothing_said,
) -> int | None:
    """Write the takes, and the call list if there is one, to `path`; None if it was stopped. Raise `ParcelError`.

    Returned is how many takes they are. Earlier versions of the program read the takes and leave the rest alone.

    A file that was at `path` is replaced once the new one is whole, and not before.
    """
    part = path.with_name(path.name + ".part")
    with _explained(path):
        try:
            with part.open("wb") as file:
                done = _write(file, takes, sounds, go_on, people, said)
                file.flush()
                os.fsync(file.fileno())
            if done is not None:
                part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    return done


def _write(
    file: BinaryIO, takes: Iterable[Take], sounds: Sounds, go_on: Told, people: CallList | None, said: Sayings
) -> int | None:
    done = 0
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as parcel:
        for take in takes:
            if not go_on(done):
                return None
            if is_id(take.id):
                _add(parcel, take, sounds)
                _add_said(parcel, take, said(take.id), sounds)
                done += 1
        parts = () if people is None else Lines(people).parts()
        listed = {name: _add_lines(parcel, name, lines) for name, lines in parts}
        manifest = Manifest(datetime.now(UTC), done, listed.get(PROSPECTS, 0), listed.get(CALLS, 0))
        parcel.writestr(MANIFEST, manifest_text(manifest))
    return done


def _add_lines(parcel: zipfile.ZipFile, name: str, lines: Iterable[bytes]) -> int:
    entry = zipfile.ZipInfo(name, _zip_time(datetime.now(UTC)))
    entry.compress_type = zipfile.ZIP_DEFLATED
    count = 0
    with parcel.open(entry, "w", force_zip64=True) as target:
        for line in lines:
            target.write(line + b"\n")
            count += 1
    return count


def _add(parcel: zipfile.ZipFile, take: Take, sounds: Sounds) -> None:
    """Add the sound first: what is written of the take says whether it came along."""
    sound = _add_sound(parcel, sound_name(take.id), take.sound, take.started_at, sounds)
    _add_text(parcel, take_name(take.id), take_text(replace(take, sound=sound)), take.started_at)


def _add_said(parcel: zipfile.ZipFile, take: Take, said: Said, sounds: Sounds) -> None:
    comments = []
    for comment in said.comments:
        if is_id(comment.id):
            sound = _add_sound(parcel, spoken_name(comment.id), comment.sound, comment.made_at, sounds)
            comments.append(replace(comment, sound=sound))
    if kept := replace(said, comments=tuple(comments)):
        _add_text(parcel, said_name(take.id), said_text(kept), take.started_at)


def _add_sound(parcel: zipfile.ZipFile, name: str, key: str | None, moment: datetime, sounds: Sounds) -> str | None:
    """Return its name in the parcel; None where there is none any more."""
    sound = sounds(key) if key else None
    if sound is None:
        return None
    entry = zipfile.ZipInfo(name, _zip_time(moment))
    with sound, parcel.open(entry, "w", force_zip64=True) as target:  # stored as it is: FLAC does not shrink
        shutil.copyfileobj(sound, target, AT_ONCE)
    return name


def _add_text(parcel: zipfile.ZipFile, name: str, text: bytes, moment: datetime) -> None:
    entry = zipfile.ZipInfo(name, _zip_time(moment))
    entry.compress_type = zipfile.ZIP_DEFLATED
    parcel.writestr(entry, text)


def _zip_time(moment: datetime) -> tuple[int, int, int, int, int, int]:
    """A zip file knows no year before 1980, and none after 2107."""
    year = min(2107, max(1980, moment.year))
    return year, moment.month, moment.day, moment.hour, moment.minute, moment.second


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        why = "the disk is full" if error.errno in {errno.ENOSPC, errno.EDQUOT} else error.strerror or str(error)
        raise ParcelError(
            f"The takes could not be written to {path}: {why}. No half of a file is left there, and your takes are as "
            "they were. Make room, or choose another folder."
        ) from error
