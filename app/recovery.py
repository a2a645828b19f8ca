"""At the start: finds what a crash left of earlier takes, and makes takes of it.

A take leaves traces in this order: a `.part.flac` that grows, the whole `.flac`, its row in the store. Recovery
carries each on to the next, in steps that may be killed anywhere and done again.
"""

from __future__ import annotations

import logging
import os
import time
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from audio.claim import claim
from audio.errors import AudioError, EmptyFile, UnreadableFile
from audio.head import read_head
from audio.mending import repair
from audio.sound_folder import whole_of
from coach.take import Take
from coach.verdict import Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator, Sequence
    from pathlib import Path

    from audio.sound_folder import SoundFolder
    from coach.takes import Takes

log = logging.getLogger(__name__)

# A recording without a sample may have begun this moment, in another window.
YOUNG_SECONDS = 60


@dataclass(frozen=True, slots=True)
class _Origin:
    """What a recording says of itself."""

    started_at: datetime
    seconds: float
    rep: str
    drill: str | None

    @property
    def ended(self) -> str:
        """The user's own clock when it broke off, with the day if that was not today."""
        end = (self.started_at + timedelta(seconds=self.seconds)).astimezone()
        return f"{end:%H:%M}" if end.date() == datetime.now(end.tzinfo).date() else f"{end:%H:%M on %Y-%m-%d}"


def recover(
    sounds: SoundFolder, takes: Takes, analyze: Callable[[Path], Verdict], ours: Container[str] = ()
) -> list[str]:
    """Make takes of what was left, and return the sentences to show. The keys in `ours` are takes of this very run.

    Raise `StoreError` where the store cannot be used: the sound stays where it is, for the next start.
    """
    if not sounds.root.is_dir():
        return []
    with _alone(sounds.root) as alone:
        if not alone:  # another window is at it
            return []
        said = [sentence for part in sounds.unfinished() if (sentence := _make_whole(part))]
        orphans = sorted(key for key in set(sounds.finished()) - takes.sounds() if key not in ours)
        adopted = [origin for key in orphans if (origin := _adopt(key, sounds, takes, analyze))]
        return said + _told(sorted(adopted, key=lambda origin: origin.started_at))


def _make_whole(part: Path) -> str | None:
    """Mend what is no longer being recorded, and give it its own name; a sentence if that cannot be."""
    try:
        if _living(part):
            return None
        repair(part)
        part.replace(whole_of(part))
    except EmptyFile:
        if time.time() - part.stat().st_mtime > YOUNG_SECONDS:
            part.unlink()
    except UnreadableFile as error:
        broken = part.with_name(part.name + ".broken")  # so that it is told once
        part.replace(broken)
        return f"{error} It is now called {broken}."
    except AudioError as error:
        return str(error)
    except OSError as error:
        return f"A take that broke off cannot be read ({error.strerror}): {part}. It stays as it is."
    return None


def _adopt(key: str, sounds: SoundFolder, takes: Takes, analyze: Callable[[Path], Verdict]) -> _Origin | None:
    """Measure a sound that no take speaks of, and add the take; sounds that we did not record are left alone."""
    path = sounds.path(key)
    try:
        origin = _origin(path)
    except (AudioError, ValueError, KeyError) as error:
        log.info("%s is left alone: %r", path, error)
        return None
    fault = None
    try:
        verdict = analyze(path)
    except AudioError as error:
        fault = str(error)
        verdict = _unmeasured(origin, fault)
    if takes.get(PurePosixPath(key).stem) is not None:
        return None  # it was no orphan: another window has just put it in
    takes.add(
        Take(
            id=PurePosixPath(key).stem,
            started_at=origin.started_at,
            verdict=verdict,
            rep=origin.rep,
            drill=origin.drill,
            sound=key,
            recovered=True,
            fault=fault,
        )
    )
    return origin


def _origin(path: Path) -> _Origin:
    """Raise ValueError or KeyError for a sound that says nothing of itself."""
    head = read_head(path)
    started_at = datetime.fromisoformat(head.tags["date"])
    if started_at.utcoffset() is None:
        raise ValueError("its date names no time zone")
    return _Origin(started_at, head.seconds, head.tags["artist"], head.tags.get("title"))


def _unmeasured(origin: _Origin, reason: str) -> Verdict:
    return Verdict(
        result=Result.NOT_MEASURED,
        headline="This take could not be measured.",
        advice="Listen to it, or delete it.",
        checks=(),
        close=None,
        closes=(),
        utterances=(),
        duration=origin.seconds,
        noise_dbfs=0.0,
        snr_db=None,
        reason=reason,
    )


def _told(adopted: Sequence[_Origin]) -> list[str]:
    if not adopted:
        return []
    seconds = sum(origin.seconds for origin in adopted)
    ended = adopted[-1].ended
    if len(adopted) == 1:
        return [f"The last take broke off at {ended}. Its {seconds:.1f} s of sound are safe; you find it under takes."]
    count = len(adopted)
    says = f"{count} takes broke off, the last at {ended}. Their {seconds:.1f} s of sound are safe; "
    return [says + "you find them under takes."]


def _living(part: Path) -> bool:
    """True while another program (or another window of ours) records into it."""
    with part.open("rb+") as file:
        return not claim(file.fileno())


@contextmanager
def _alone(folder: Path) -> Iterator[bool]:
    """Keep a second window from doing the same at the same time."""
    lock = os.open(folder / ".recovery", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        yield claim(lock)
    finally:
        os.close(lock)
