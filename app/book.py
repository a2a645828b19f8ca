"""The takes of this machine while the window is open: each that ends goes in, what a crash left is found again."""

from __future__ import annotations

import logging
from functools import partial
from threading import Event, Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.archive import Archive
from app.keeper import TakeKeeper, begin
from app.live.old_sound import let_old_calls_go
from app.own_voice import own_voice
from app.store_door import Damage, open_when_free
from audio.errors import AudioError
from audio.sound_folder import SoundFolder
from coach.errors import CoachError, DamagedStore, StoreError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from app.folders import Folders
    from app.said import TakeEnded
    from audio.recording import Recording
    from coach.bands import Bands
    from coach.store.backups import Backup
    from coach.store.opening import Store
    from coach.verdict import Verdict

OPENED_WITHIN_S = 10.0
BROKE = "The earlier takes could not be looked through. They are as they were; the log says more."

log = logging.getLogger(__name__)


class Book(QObject):
    """`told` carries sentences for the user: what was recovered, what could not be kept.

    One is `withdrawn` when it is no longer so. `damaged` carries a `Damage`, to be answered with `put_back`. `opened`
    carries the `Archive` once it can be asked, `listed` the call list, for which `offers` names the offers that are
    given now, and `stored` the whole store; `changed` says that there are other takes than before. The sound of takes
    older than `sound_days` is let go of at the start, and their numbers stay. The store is opened in a thread of its
    own, since importing it takes longer than opening the microphone.
    """

    told = Signal(str)
    withdrawn = Signal(str)
    damaged = Signal(object)  # Damage
    opened = Signal(object)  # Archive
    listed = Signal(object)  # CallList
    stored = Signal(object)  # Store
    changed = Signal()

    def __init__(
        self,
        folders: Folders,
        rep: str,
        bands: Bands,
        sound_days: int | None = None,
        offers: Callable[[], Sequence[str]] = tuple,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.sounds = SoundFolder(folders.sound)
        self._folders = folders
        self._rep = rep
        self._bands = bands
        self._sound_days = sound_days
        self._offers = offers
        self._store: Store | None = None
        self._ours: set[str] = set()
        self._why_not: CoachError | None = None
        self._is_open = Event()  # or cannot be
        self._closing = Event()
        self._thread = Thread(target=self._open, name="book", daemon=True)

    def open(self) -> None:
        self._thread.start()

    def close(self) -> None:
        """What a recovery still has to do is done at the next start."""
        self._closing.set()
        self._is_open.wait(OPENED_WITHIN_S)
        self._thread.join(OPENED_WITHIN_S)
        if self._store is not None and not self._thread.is_alive():
            self._store.close()
            self._store = None

    def record(self, rate_hz: int, drill: str | None = None) -> tuple[str, Recording]:
        """A recording for the take that begins now; called in the listening thread."""
        key, recording = begin(self.sounds, rate_hz, rep=self._rep, drill=drill)
        self._ours.add(key)
        return key, recording

    def keep(self, take: TakeEnded) -> None:
        """A take that was broken off by its microphone is kept as well: its sound and what is known of it."""
        self._is_open.wait(OPENED_WITHIN_S)
        if self._store is None:
            self._ours.discard(take.sound or "")  # whoever opens the store finds it
            why = f"{self._why_not} " if self._why_not else ""
            self.told.emit(f"{why}The sound of this take is safe and is added to the takes once they can be opened.")
            return
        try:
            TakeKeeper(self.sounds, self._store.takes).finish(
                take.sound,
                take.verdict,
                rep=self._rep,
                drill=take.verdict.drill,
                bands_name=self._bands.name,
                fault=take.fault,
            )
        except DamagedStore as error:
            self._ours.discard(take.sound or "")
            self._store.close()
            self._store = None
            self._tell_damage(error)
        except CoachError as error:
            self.told.emit(str(error))
        else:
            self.changed.emit()

    def put_back(self, backup: Backup | None) -> None:
        """Put the backup in the place of the damaged store, or an empty one, and open it."""
        self._thread = Thread(target=self._put_back, args=(backup,), name="book", daemon=True)
        self._thread.start()

    def _put_back(self, backup: Backup | None) -> None:
        from coach.store import backups  # noqa: PLC0415

        try:
            kept = backups.put_back(self._folders.database, backup)
        except CoachError as error:
            self.told.emit(str(error))
            return
        said = f"The backup of {backup.day} is in use now." if backup else "You have an empty store now."
        self.told.emit(f"{said} The damaged file is kept as {kept}.")
        self._open()

    def _open(self) -> None:
        waiting = ""

        def locked(sentence: str) -> None:
            nonlocal waiting
            waiting, self._why_not = sentence, StoreError(sentence)
            self.told.emit(sentence)
            self._is_open.set()

        try:
            self._store = open_when_free(self._folders.make().database, self._closing, locked, self._offers)
        except DamagedStore as error:
            self._tell_damage(error)
        except CoachError as error:
            self._why_not = error
            self.told.emit(str(error))
        finally:
            self._is_open.set()
        if waiting:
            self.withdrawn.emit(waiting)
        if self._store is not None:
            self._begin(self._store)

    def _tell_damage(self, error: DamagedStore) -> None:
        from coach.store.backups import newest_good  # noqa: PLC0415

        self._why_not = error
        database = self._folders.database
        self.damaged.emit(Damage(str(error), database, newest_good(database)))

    def _begin(self, store: Store) -> None:
        from coach.store import backups  # noqa: PLC0415

        database = self._folders.database
        forget = partial(backups.forget, database)
        said = store.reviews, store.comments
        archive = Archive(store.takes, store.tallies, *said, self.sounds, self._rep, self._bands, forget)
        self._try(archive.letting_go.finish)  # what the last run deleted, before anything can be undone in this one
        self.opened.emit(archive)
        self.listed.emit(store.calls)
        self.stored.emit(store)
        self._try(lambda: self._recover(archive))
        if self._sound_days is not None:
            days = self._sound_days
            self._try(lambda: archive.letting_go.let_old_sound_go(days))
            self._try(lambda: let_old_calls_go(self._folders.call_sound, days))
        self.changed.emit()
        self._try(partial(backups.back_up_daily, database))

    def _try(self, act: Callable[[], object]) -> None:
        """One that fails keeps no other from being tried."""
        try:
            act()
        except (CoachError, AudioError) as error:
            self.told.emit(str(error))
        except Exception:
            log.exception("what is done at the start broke")
            self.told.emit(BROKE)

    def _recover(self, archive: Archive) -> None:
        from app.recovery import recover  # noqa: PLC0415

        for sentence in recover(self.sounds, archive.takes, self._measure, self._ours):
            self.told.emit(sentence)

    def _measure(self, path: Path) -> Verdict:
        from app.measure import measure  # noqa: PLC0415

        return measure(path, self._bands, voice=own_voice(self._folders.voice)[0]).verdict
