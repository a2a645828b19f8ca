"""Writes takes into one file while the window goes on: how far it is, and how it ended."""

from __future__ import annotations

import logging
from threading import Event, Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coach.errors import CoachError

if TYPE_CHECKING:
    from pathlib import Path

    from app.archive import Archive
    from coach.takes import Wanted

BROKE = "The export failed. Your takes are as they were, and no half of a file is left. The log has the details."
STOPPED = "The export was stopped. Nothing of it was written."
ENDS_WITHIN_S = 5.0

log = logging.getLogger(__name__)


class Exporting(QObject):
    """One export at a time. `advanced` carries how many takes are written, `ended` the sentence at the end."""

    advanced = Signal(int)
    ended = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = Event()
        self._thread: Thread | None = None

    @property
    def running(self) -> bool:
        return self._thread is not None and self._thread.is_alive()

    def start(self, path: Path, archive: Archive, wanted: Wanted) -> None:
        self._stop.clear()
        self._thread = Thread(target=self._run, args=(path, archive, wanted), name="export", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """It ends soon, and leaves nothing."""
        self._stop.set()

    def close(self) -> None:
        """Stop it, and wait for that."""
        self.stop()
        if self._thread is not None:
            self._thread.join(ENDS_WITHIN_S)

    def _run(self, path: Path, archive: Archive, wanted: Wanted) -> None:
        try:
            self.ended.emit(self._export(path, archive, wanted))
        except CoachError as error:
            self.ended.emit(str(error))
        except Exception:
            log.exception("an export broke")
            self.ended.emit(BROKE)

    def _export(self, path: Path, archive: Archive, wanted: Wanted) -> str:
        from app.parcels import export_takes  # noqa: PLC0415

        done = export_takes(path, archive.sounds, archive.takes, wanted, self._told, said=archive.words.said)
        return STOPPED if done is None else f"{done} take{'' if done == 1 else 's'} exported to {path}."

    def _told(self, done: int) -> bool:
        self.advanced.emit(done)
        return not self._stop.is_set()
