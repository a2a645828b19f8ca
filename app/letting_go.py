"""Deletes takes with their sound: out of sight first, while it can be undone, and then for good."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from coach.errors import StoreError
from coach.takes import EVERY, Wanted

if TYPE_CHECKING:
    from collections.abc import Callable

    from audio.sound_folder import SoundFolder
    from coach.takes import Takes


@dataclass(frozen=True, slots=True)
class Deleted:
    """What one deletion took away; it can be undone until `LettingGo.finish`."""

    at: datetime
    takes: int


@dataclass(frozen=True, slots=True)
class LettingGo:
    """Sound goes first and its row after it: a kill in between leaves no sound to be found again.

    Each method may raise `StoreError`; what was not reached then is deleted at the next start.
    """

    sounds: SoundFolder
    takes: Takes
    forget_backups: Callable[[], None] = lambda: None

    def delete(self, wanted: Wanted) -> Deleted:
        """Set them aside: their rows and their sound are still there."""
        at = datetime.now(UTC)
        return Deleted(at, self.takes.set_aside(wanted, at))

    def undo(self, deleted: Deleted) -> int:
        """Return how many came back: fewer where another window has let them go meanwhile."""
        return self.takes.bring_back(deleted.at)

    def finish(self) -> None:
        """Let go of all that was set aside."""
        gone = list(self.takes.aside())
        for _, sound in gone:
            self._remove(sound)
        self.takes.delete_these([take_id for take_id, _ in gone])

    def erase(self) -> None:
        """Every take of everybody, at once and for good; the backups have them too."""
        self.delete(EVERY)
        self.finish()
        self.forget_backups()

    def let_old_sound_go(self, days: int) -> int:
        """Keep the numbers only of takes that are older; how many sounds that were."""
        old = list(self.takes.sounds_before(datetime.now(UTC) - timedelta(days=days)))
        for _, sound in old:
            self._remove(sound)
        self.takes.forget_sounds([take_id for take_id, _ in old])
        return len(old)

    def _remove(self, sound: str | None) -> None:
        try:
            path = self.sounds.path(sound) if sound else None
        except ValueError:  # a key that leads elsewhere is nothing of ours
            return
        try:
            if path is not None:
                path.unlink(missing_ok=True)
        except OSError as error:
            raise StoreError(
                f"The sound of a deleted take could not be removed ({error.strerror}): {path}. "
                "It is tried again at the next start. Close whatever plays it, or delete the file yourself."
            ) from error
