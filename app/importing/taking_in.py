"""Makes takes of what was found in recordings: their sound first, then their rows; what is half done is no take."""

from __future__ import annotations

import errno
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.measure import Unusable
from audio.cutting import cut
from audio.errors import SoundFileError
from audio.files import read
from audio.recording import Recording
from audio.sides import one_side
from coach.errors import CoachError
from coach.take import Take

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from app.importing.found import Found, Heard
    from audio.block import Block
    from audio.sound_folder import SoundFolder
    from coach.takes import Takes

    Told = Callable[[int], bool]  # told how many takes are done; False stops it


class ImportStopped(CoachError):
    """Not all of it could be kept; what was kept is whole."""

    kind = "import"


@dataclass(frozen=True, slots=True)
class TakenIn:
    """How many takes were added, how many were here already, and the recordings that are no longer as they were."""

    added: int = 0
    known: int = 0
    unusable: tuple[Unusable, ...] = ()


@dataclass(frozen=True, slots=True)
class Library:
    """Where takes are kept; `bands_name` is that of the profile they were judged by."""

    takes: Takes
    sounds: SoundFolder
    bands_name: str


def take_in(heard: Iterable[Heard], library: Library, told: Told) -> TakenIn:
    """Keep every close that is `found` in them. Stopped, what is done stays. Raise `ImportStopped` or `StoreError`."""
    added = known = 0
    unusable: list[Unusable] = []
    for one in heard:
        try:
            for new in _kept(one, library):
                added, known = added + new, known + (not new)
                if not told(added + known):
                    return TakenIn(added, known, tuple(unusable))
        except SoundFileError as error:  # it was there when it was looked through
            unusable.append(Unusable(one.path, error.kind, str(error)))
        except OSError as error:
            raise _stopped(added, error) from error
    return TakenIn(added, known, tuple(unusable))


def _kept(heard: Heard, library: Library) -> Iterator[bool]:
    """Whether each was new."""
    with read(heard.path) as recording:
        pieces = cut(one_side(recording, heard.side), [found.stretch for found in heard.found])
        for found, piece in zip(heard.found, pieces, strict=False):
            yield _keep(heard, found, piece, library)


def _keep(heard: Heard, found: Found, piece: Block, library: Library) -> bool:
    take = _take(heard, found, library)
    if library.takes.get(take.id) is not None or library.takes.known([found.content]):
        return False
    _write(take, piece, library.sounds)
    return library.takes.add_new(take)


def _write(take: Take, piece: Block, sounds: SoundFolder) -> None:
    """One side and 16 bits, at the recording's own rate: what was measured, and what can be measured again."""
    tags = {"date": take.started_at.isoformat(), "artist": take.rep}
    recording = Recording(sounds.path(take.sound or ""), piece.rate_hz, 1, tags)
    recording.write(piece)
    if recording.failed:
        recording.discard()
    else:
        recording.close()
    if recording.failed:
        raise recording.refused or OSError(errno.EIO, recording.failed)


def _take(heard: Heard, found: Found, library: Library) -> Take:
    take_id = heard.take_id(found)
    started_at = heard.started_at(found)
    return Take(
        id=take_id,
        started_at=started_at,
        verdict=found.verdict,
        rep=heard.origin.rep,
        sound=library.sounds.new_key(take_id, started_at),
        bands_name=library.bands_name,
        fault=heard.note,
        content=found.content,
        source=heard.path.name,
    )


def _stopped(added: int, error: OSError) -> ImportStopped:
    why = "the disk is full" if error.errno in {errno.ENOSPC, errno.EDQUOT} else error.strerror or str(error)
    return ImportStopped(
        f"The import stopped: {why}. {added} takes were added and are whole, the others are not here; the recordings "
        "are as they were. Make room and import them again: what is here already is left out."
    )
