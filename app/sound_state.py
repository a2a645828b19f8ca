"""Whether the sound of a take is still what was measured: files can go or change behind the program's back."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from audio.head import Head
    from audio.sound_folder import SoundFolder
    from coach.take import Take

_SAME_S = 0.25  # a recording that was mended has lost its last block; another one has another length
_BEGAN_S = 120.0  # a take's moment is reckoned when it is over, its recording's when it begins


class SoundState(StrEnum):
    """The values complete the sentence "The sound of this take …"."""

    AS_MEASURED = "is as it was measured"
    NOT_KEPT = "was not kept"
    MISSING = "is missing"
    CHANGED = "was changed since it was measured"


def sound_state(take: Take, sounds: SoundFolder) -> SoundState:
    """Read the file's head, and all of it where there is something to hold it against."""
    from audio.content import content_of  # noqa: PLC0415 - numpy is for those who look
    from audio.errors import SoundFileError  # noqa: PLC0415
    from audio.head import read_head  # noqa: PLC0415

    if take.sound is None:
        return SoundState.NOT_KEPT
    try:
        path = sounds.path(take.sound)
        if not path.is_file():
            return SoundState.MISSING
        same = _fits(take, read_head(path)) and (take.content is None or take.content == content_of(path))
    except (SoundFileError, ValueError):
        same = False
    except OSError:
        return SoundState.MISSING
    return SoundState.AS_MEASURED if same else SoundState.CHANGED


def not_as_measured(takes: Iterable[Take], sounds: SoundFolder) -> Iterator[tuple[Take, SoundState]]:
    """The takes whose sound is missing or changed; their numbers stand."""
    for take in takes:
        state = sound_state(take, sounds)
        if state in {SoundState.MISSING, SoundState.CHANGED}:
            yield take, state


def _fits(take: Take, head: Head) -> bool:
    """Our own recordings say when they began: that of another take, put in its place, says so."""
    with suppress(KeyError, ValueError):
        began = datetime.fromisoformat(head.tags["date"])
        if began.utcoffset() is not None and abs((began - take.started_at).total_seconds()) > _BEGAN_S:
            return False
    missing_s = take.verdict.duration - head.seconds
    broke_off = take.fault is not None  # on a full disk the measuring went on, and the recording did not
    return missing_s >= -_SAME_S and (broke_off or missing_s <= _SAME_S)
