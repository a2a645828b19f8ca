"""Deletes takes with their sound: out of sight first, while it can be undone, and then for good."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from audio.sound_folder import outline_beside
from coach.errors import StoreError
from coach.takes import EVERY, Wanted

if TYPE_CHECKING:
    from collections.abc import Callable

    from audio.sound_folder import SoundFolder
    from coach.reps import Reps
    from coach.review.reviews import Comments
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
    comments: Comments
    forget_backups: Callable[[], None] = lambda: None

    def delete(self, wanted: Wanted) -> Deleted:
        """Set them aside: their rows and their sound are still there."""
        at = datetime.now(UTC)
        return Deleted(at, self.takes.set_aside(wanted, at))

    def undo(self, deleted: Deleted) -> int:
        """Return how many came back: fewer where another window has let them go meanwhile."""
        return self.takes.bring_back(deleted.at)

    def finish(self) -> None:
        """Let go of all that was set aside, with what was said of it."""
        for kept in (self.takes, self.comments):
            gone = list(kept.aside())
            for _, sound in gone:
                self._remove(sound)
            kept.delete_these([one for one, _ in gone])

    def erase(self) -> None:
        """Every take of everybody, at once and for good; the backups have them too."""
        self.delete(EVERY)
        self.finish()
        self.forget_backups()

    def erase_rep(self, rep: str, reps: Reps) -> int:
        """Every take of one rep, each comment of theirs and their name, at once and for good; how many takes it was.

        The backups have them too, and go as well.
        """
        deleted = self.delete(Wanted(rep=rep))
        self.comments.set_aside(list(self.comments.by(rep)), deleted.at)
        self.finish()
        reps.forget(rep)
        self.forget_backups()
        return deleted.takes

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
                outline_beside(path).unlink(missing_ok=True)
        except OSError as error:
            raise StoreError(
                f"The sound of a deleted take could not be removed ({error.strerror}): {path}. "
                "It is tried again at the next start. Close whatever plays it, or delete the file yourself."
            ) from error
