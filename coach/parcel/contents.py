"""What is in a parcel, by the names that each thing must have; nothing of it is believed yet but its list."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import TypeAdapter
from pydantic_core import from_json

from coach.errors import ParcelError
from coach.parcel.believing import refused
from coach.parcel.form import KIND, MANIFEST, VERSION, Manifest, is_id, said_name, take_name
from coach.parcel.people import CALLS, NEVER, PROSPECTS

if TYPE_CHECKING:
    from pathlib import Path

MOST_TAKES = 100_000
LONGEST_TEXT = 1024 * 1024  # of a take or a manifest; an ordinary take has some thousand characters
MOST_TEXT = 2 * 1024**3  # of all of them together
_WHOLE = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_ENCRYPTED = 1

_MANIFEST = TypeAdapter(Manifest)

Entries = dict[str, zipfile.ZipInfo]


@dataclass(frozen=True, slots=True)
class Contents:
    """`takes` and `said` by the take's id, `sounds` and the parts of the call list, `people`, by their names.

    Names that we do not know are never looked at.
    """

    takes: Entries
    said: Entries
    sounds: Entries
    people: Entries


def looked_through(path: Path, archive: zipfile.ZipFile) -> Contents:
    """Raise `ParcelError` where it claims what cannot be; whatever reading it raises besides is the caller's."""
    entries = {entry.filename: entry for entry in archive.infolist()}
    if MANIFEST not in entries:
        raise refused(path, "it has no list of what is in it")
    if len(entries) < len(archive.infolist()):
        raise refused(path, "two things in it have the same name")
    # Entries that share their bytes would make more of a file than there is in it.
    if sum(entry.compress_size for entry in entries.values()) > path.stat().st_size:
        raise refused(path, "it claims to hold more than it has")
    count = _manifest(path, archive, entries[MANIFEST]).takes
    ids = [name.removeprefix("takes/").removesuffix(".json") for name in entries if name.startswith("takes/")]
    takes = {
        take_id: entries[take_name(take_id)] for take_id in ids if is_id(take_id) and take_name(take_id) in entries
    }
    if not len(ids) == len(takes) == count <= MOST_TAKES:
        raise refused(path, "its takes are not those that it lists")
    said = {take_id: entries[name] for take_id in takes if (name := said_name(take_id)) in entries}
    sounds = {name: entry for name, entry in entries.items() if name.startswith(("sound/", "spoken/"))}
    people: Entries = {name: entries[name] for name in (PROSPECTS, CALLS, NEVER) if name in entries}
    _must_be_plain(path, (*takes.values(), *said.values(), *people.values()), tuple(sounds.values()))
    return Contents(takes, said, sounds, people)


def _must_be_plain(path: Path, texts: tuple[zipfile.ZipInfo, ...], sounds: tuple[zipfile.ZipInfo, ...]) -> None:
    for entry in (*texts, *sounds):
        if entry.flag_bits & _ENCRYPTED or entry.compress_type not in _WHOLE:
            raise refused(path, "it is locked, or packed in a way this program does not know")
    if any(entry.file_size != entry.compress_size for entry in sounds):
        raise refused(path, "its sound is packed, which sound in such a file never is")
    if sum(entry.file_size for entry in texts) > MOST_TEXT:
        raise refused(path, "its texts are far too long")


def _manifest(path: Path, archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Manifest:
    told = from_json(text(archive, entry))
    version = told.get("version") if isinstance(told, dict) and told.get("kind") == KIND else None
    if not isinstance(version, int) or version < 1:
        raise refused(path, "it holds something else")
    if version > VERSION:
        raise ParcelError(
            f"{path.name} was written by a newer version of Okbye. Nothing of it was used. "
            "Install the newer version here too, or export it again with this one."
        )
    return _MANIFEST.validate_python(told)


def text(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Read no more than a text may have, whatever its entry says. Raise what zipfile raises, or `ValueError`."""
    with archive.open(entry) as file:
        found = file.read(LONGEST_TEXT + 1)
    if len(found) > LONGEST_TEXT:
        raise ValueError("far too long for a take")
    return found
