"""Keeps a take: its sound while it is spoken, its numbers when it is over; what dies in between is found again."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from audio.recording import Recording
from coach.errors import StoreError
from coach.take import Take, new_id

if TYPE_CHECKING:
    from datetime import datetime

    from audio.sound_folder import SoundFolder
    from coach.takes import Takes
    from coach.verdict import Verdict


@dataclass(frozen=True, slots=True)
class TakeKeeper:
    """`begin`, then `write` and `close` what it returns (any thread), then `finish` with the key of the sound.

    Killed before `close`, a take is an unfinished recording; killed before `finish`, a sound that no take speaks of.
    `app.recovery` makes takes of both: the sound carries its start, its rep and its drill within itself.
    """

    sounds: SoundFolder
    takes: Takes

    def begin(
        self, rate_hz: int, started_at: datetime, *, rep: str, drill: str | None = None, channels: int = 1
    ) -> Recording:
        """Start recording; never fails, but see `Recording.failed`."""
        path = self.sounds.path(self.sounds.new_key(new_id(), started_at))
        tags = {"date": started_at.isoformat(), "artist": rep, "title": drill or ""}
        return Recording(path, rate_hz, channels, {name: text for name, text in tags.items() if text})

    def key(self, recording: Recording) -> str | None:
        """Return the key of a closed recording, None if nothing was recorded."""
        return self.sounds.key(recording.path) if recording.seconds else None

    def finish(
        self,
        sound: str | None,
        verdict: Verdict,
        started_at: datetime,
        *,
        rep: str,
        drill: str | None = None,
        offer: str | None = None,
        bands_name: str = "Our defaults",
        fault: str | None = None,
    ) -> Take:
        """Add the take to the store. Raise `StoreError`, whose sentence then says that the sound is safe."""
        take = Take(
            id=PurePosixPath(sound).stem if sound else new_id(),
            started_at=started_at,
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
