"""Looks through recordings made elsewhere: what is in each, and what would become a take. Nothing is kept yet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.importing.found import Copy, Found, Heard, Seen
from app.importing.pace import Pace, Stopped
from app.importing.stretches import stretches
from app.importing.walking import recordings
from app.measure import Unusable, judged
from audio.content import Content
from audio.cutting import Stretch, cut
from audio.errors import SoundFileError
from audio.files import named, read
from audio.side import Side
from audio.sides import Apart, one_side

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
    from pathlib import Path

    from app.importing.origin import Naming
    from app.importing.pace import Going
    from audio.block import Block
    from audio.files import Recording
    from coach.bands import Bands
    from coach.verdict import Verdict

    Step = Callable[[float], None]  # told the share of one pass over a recording

_FIRST_PASS = 0.1  # of the time one recording takes: decoding it, beside hearing it


@dataclass(frozen=True, slots=True)
class Looking:
    """`known` names the takes there are of these contents; `side` None is the one with the close."""

    bands: Bands
    naming: Naming
    known: Callable[[Collection[str]], Mapping[str, str]]
    side: Side | None = None


@dataclass(frozen=True, slots=True)
class _Sound:
    rate_hz: int
    seconds: float
    content: str
    apart: bool
    note: str | None


def look_through(paths: Iterable[Path], looking: Looking, going: Going) -> Iterator[Seen]:
    """Files and folders, in order; what was seen of each as soon as it is known. Ends early once `going` says no."""
    jobs = list(recordings(paths))
    pace = Pace([job for job in jobs if not isinstance(job, Unusable)], going)
    seen: dict[str, Path] = {}  # by content: a copy may lie beside it
    try:
        for job in jobs:
            if isinstance(job, Unusable):
                yield job
            else:
                yield _looked(job, looking, seen, pace)
    except Stopped:
        return


def _looked(path: Path, looking: Looking, seen: dict[str, Path], pace: Pace) -> Seen:
    try:
        with pace.of(path) as step:
            sound = _listened(path, lambda share: step(_FIRST_PASS * share))
            if looking.known([sound.content]):
                return _here_already(path)
            if (other := seen.setdefault(sound.content, path)) != path:
                return Copy(path, f"{named(path)} has the same sound as {named(other)}. It was left out.")
            heard = _heard(path, sound, looking, lambda share: step(_FIRST_PASS + (1 - _FIRST_PASS) * share))
            return _here_already(path) if heard.found and not heard.new else heard
    except SoundFileError as error:
        return Unusable(path, error.kind, str(error))
    except OSError as error:
        return Unusable(path, "unreadable", f"{named(path)} could not be read ({error.strerror}). It was left out.")


def _here_already(path: Path) -> Copy:
    return Copy(path, f"{named(path)} is here already: there are takes of the same sound. It was left out.")


def _listened(path: Path, step: Step) -> _Sound:
    """One pass over it all, that hears nothing of what is said."""
    with read(path) as recording:
        content, apart, frames = Content(recording.rate_hz, recording.channels), Apart(), 0
        for block in _told(recording, recording, step):
            content.hear(block)
            apart.hear(block)
            frames += len(block.samples)
        rate_hz = recording.rate_hz
        return _Sound(rate_hz, frames / rate_hz, content.digest, apart.told, recording.note)


def _heard(path: Path, sound: _Sound, looking: Looking, step: Step) -> Heard:
    side, verdict = _best_side(path, sound, looking, step)
    found = tuple(_found(path, side, verdict, sound, looking.bands))
    known = looking.known([one.content for one in found])
    found = tuple(replace(one, known=one.content in known) for one in found)
    origin = looking.naming.origin(path, sound.seconds)
    return Heard(path, origin, sound.content, sound.rate_hz, sound.seconds, side, found, sound.note)


def _found(path: Path, side: Side, verdict: Verdict, sound: _Sound, bands: Bands) -> Iterator[Found]:
    """Each stretch is judged by itself, as it is when it is measured again; the whole has been already."""
    places = stretches(verdict.closes, sound.seconds)
    whole = len(places) == 1 and places[0] == Stretch(0.0, sound.seconds)
    with read(path) as recording:
        for place, piece in zip(places, cut(one_side(recording, side), places), strict=False):
            content = Content(piece.rate_hz, 1)
            content.hear(piece)
            yield Found(place, verdict if whole else judged([piece], bands), content.digest)


def _best_side(path: Path, sound: _Sound, looking: Looking, step: Step) -> tuple[Side, Verdict]:
    """The side that was chosen; else both as one, or of two sounds that with the louder close in it."""
    if looking.side is not None or not sound.apart:
        side = looking.side or Side.BOTH
        return side, _judged(path, side, looking.bands, step)
    left = _judged(path, Side.LEFT, looking.bands, lambda share: step(share / 2))
    right = _judged(path, Side.RIGHT, looking.bands, lambda share: step(0.5 + share / 2))
    return (Side.RIGHT, right) if _close_level(right) > _close_level(left) else (Side.LEFT, left)


def _judged(path: Path, side: Side, bands: Bands, step: Step) -> Verdict:
    with read(path) as recording:
        return judged(_told(recording, one_side(recording, side), step), bands)


def _close_level(verdict: Verdict) -> tuple[bool, float]:
    """What leaks over from the other side is found there too, but fainter."""
    words = [word for close in verdict.closes for word in (close.ok, close.farewell)]
    levels = [word.level_dbfs for word in words if word.level_dbfs is not None]
    return bool(words), max(levels, default=float("-inf"))


def _told(recording: Recording, blocks: Iterable[Block], step: Step) -> Iterator[Block]:
    heard = 0
    for block in blocks:
        yield block
        heard += len(block.samples)
        seconds = heard / recording.rate_hz
        step(min(1.0, seconds / recording.duration) if recording.duration else 0.0)
