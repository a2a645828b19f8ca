"""Takes out into one file, and in from one, with their sound and what was said of them."""

from __future__ import annotations

import errno
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.merging import Merged, merge
from coach.errors import ParcelError
from coach.parcel.packing import always, nothing_said, pack
from coach.parcel.people import take_in
from coach.parcel.unpacking import open_parcel
from coach.takes import EVERY, Wanted

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

    from app.merging import Words
    from audio.sound_folder import SoundFolder
    from coach.calls.call_list import CallList
    from coach.parcel.packing import Sayings, Told
    from coach.parcel.unpacking import Parcel
    from coach.review.review import Comment
    from coach.take import Take
    from coach.takes import Takes


@dataclass(frozen=True, slots=True)
class Imported:
    """How many takes were added, and how many were here already and stayed as they were.

    `said` is how many words and comments were new here; `conflicts` are sentences, each of something that is
    otherwise here than in the file. `prospects` and `calls` are how many of the call list were added.
    """

    added: int
    known: int
    prospects: int = 0
    calls: int = 0
    said: int = 0
    conflicts: tuple[str, ...] = ()


def export_takes(
    path: Path,
    sounds: SoundFolder,
    takes: Takes,
    wanted: Wanted = EVERY,
    go_on: Told = always,
    people: CallList | None = None,
    said: Sayings = nothing_said,
) -> int | None:
    """Return how many takes are in the file, None if it was stopped. Raise `ParcelError` or `StoreError`."""

    def opened(key: str) -> BinaryIO | None:
        try:
            return sounds.path(key).open("rb")
        except (OSError, ValueError):  # the numbers outlive the sound
            return None

    return pack(path, takes.newest(wanted), opened, go_on, people, said)


def import_takes(
    path: Path,
    sounds: SoundFolder,
    takes: Takes,
    go_on: Told = always,
    people: CallList | None = None,
    words: Words | None = None,
) -> Imported:
    """Add what is not here yet, each take whole; nothing is written over. Raise `ParcelError` or `StoreError`.

    Without `words` nothing of what was said of the takes is added, without `people` nothing of the call list.
    """
    added = known = 0
    merged = Merged()
    with open_parcel(path) as parcel:
        for take in parcel.takes():
            if not go_on(added + known):
                break
            try:
                new = _add(parcel, take, sounds, takes)
                added, known = added + new, known + (not new)
                merged += _of_take(parcel, take, sounds, takes, words, new=new)
            except OSError as error:
                raise _stopped(added, error) from error
        listed = (0, 0)
        if people is not None:
            listed = take_in(people, parcel.prospects(), parcel.calls(), parcel.never_called())
    return Imported(added, known, *listed, merged.new, merged.conflicts)


def _add(parcel: Parcel, take: Take, sounds: SoundFolder, takes: Takes) -> bool:
    """Write the sound first: after a kill in between it is found again, as any take that broke off."""
    if takes.get(take.id) is not None:
        return False
    if take.sound is None:
        return takes.add_new(take)
    key = sounds.new_key(take.id, take.started_at)
    if sounds.path(key).exists():
        return False
    _write(parcel, take.sound, key, sounds)
    return takes.add_new(replace(take, sound=key))


def _of_take(
    parcel: Parcel, take: Take, sounds: SoundFolder, takes: Takes, words: Words | None, *, new: bool
) -> Merged:
    """What was said of it, and whether it is another one here."""
    merged = Merged()
    ours = None if new else takes.get(take.id)
    if ours is not None and ours.verdict != take.verdict:
        merged += Merged(0, ("It was measured otherwise here than in the file. Yours stays as it is.",))
    if words is not None and (new or ours is not None):

        def heard(comment: Comment) -> Comment:
            key = sounds.new_key(comment.id, comment.made_at)
            if not sounds.path(key).exists():
                _write(parcel, comment.sound or "", key, sounds)
            return replace(comment, sound=key)

        merged += merge(parcel.said(take.id), words, heard)
    when = f"{take.rep}, {take.started_at.astimezone():%Y-%m-%d %H:%M}"
    return replace(merged, conflicts=tuple(f"{when}: {conflict}" for conflict in merged.conflicts))


def _write(parcel: Parcel, name: str, key: str, sounds: SoundFolder) -> None:
    """All of a sound, or nothing."""
    path = sounds.path(key)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    arriving = path.with_name(path.name + ".arriving")
    try:
        with arriving.open("wb") as file:
            file.writelines(parcel.sound(name))
        arriving.replace(path)
    finally:
        arriving.unlink(missing_ok=True)


def _stopped(added: int, error: OSError) -> ParcelError:
    why = "the disk is full" if error.errno == errno.ENOSPC else error.strerror or str(error)
    return ParcelError(
        f"The import stopped: {why}. {added} takes were added and are whole, the others are not here. "
        "Make room and import the file again: it goes on where it stopped."
    )
