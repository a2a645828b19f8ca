"""Keeps a take: its sound while it is spoken, its numbers when it is over; what dies in between is found again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from audio.recording import Recording
from coach.errors import StoreError
from coach.take import Take, new_id

if TYPE_CHECKING:
    from audio.sound_folder import SoundFolder
    from coach.takes import Takes
    from coach.verdict import Verdict


def begin(
    sounds: SoundFolder,
    rate_hz: int,
    *,
    rep: str,
    drill: str | None = None,
    started_at: datetime | None = None,
    channels: int = 1,
) -> tuple[str, Recording]:
    """Start recording now, under the key returned; never fails, but see `Recording.failed`."""
    started_at = started_at or datetime.now(UTC)
    key = sounds.new_key(new_id(), started_at)
    tags = {"date": started_at.isoformat(), "artist": rep, "title": drill or ""}
    return key, Recording(sounds.path(key), rate_hz, channels, {name: tag for name, tag in tags.items() if tag})


@dataclass(frozen=True, slots=True)
class TakeKeeper:
    """After `begin`, `write` and `close` the recording (in any thread), then `finish` with the key of its sound.

    Killed before `close`, a take is an unfinished recording; killed before `finish`, a sound that no take speaks of.
    `app.recovery` makes takes of both: the sound carries its start, its rep and its drill within itself.
    """

    sounds: SoundFolder
    takes: Takes

    def finish(
        self,
        sound: str | None,
        verdict: Verdict,
        *,
        rep: str,
        drill: str | None = None,
        offer: str | None = None,
        started_at: datetime | None = None,
        bands_name: str = "Our defaults",
        fault: str | None = None,
    ) -> Take:
        """Add the take that ended now to the store. Raise `StoreError`, whose sentence says that the sound is safe."""
        take = Take(
            id=PurePosixPath(sound).stem if sound else new_id(),
            started_at=started_at or datetime.now(UTC) - timedelta(seconds=verdict.duration),
            verdict=verdict,
            rep=rep,
            drill=drill,
            offer=offer,
            sound=sound,
            bands_name=bands_name,
            fault=fault,
        )
        try:
            self.takes.add(take)
        except StoreError as error:
            safe = "Its sound is safe and is added to the takes at the next start." if sound else "It is not kept."
            raise type(error)(f"This take was measured but could not be stored. {safe} {error}") from error
        return take

    def forget(self, take: Take) -> None:
        """Delete the take: its sound first, so that a kill in between leaves no sound to be found again."""
        if take.sound:
            self.sounds.path(take.sound).unlink(missing_ok=True)
        self.takes.delete(take.id)
