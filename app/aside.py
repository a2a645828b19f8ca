"""Work beside the window: done in a thread of its own, told in Qt's, and only the newest counts."""

from __future__ import annotations

import logging
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from audio.errors import AudioError
from coach.errors import CoachError

if TYPE_CHECKING:
    from collections.abc import Callable

BROKE = "Something went wrong while measuring. Nothing was lost. The log has the details."

log = logging.getLogger(__name__)


class Aside(QObject):
    """`done` carries what the work returned, `failed` the sentence of why there is nothing."""

    done = Signal(object)
    failed = Signal(str)

    _ended = Signal(int, object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool: ThreadPoolExecutor | None = ThreadPoolExecutor(1, "aside")
        self._newest = 0
        self._ended.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def want(self, work: Callable[[], object]) -> None:
        """What was wanted before is not told any more, and not even begun where there is still time."""
        self._newest += 1
        if self._pool is not None:
            self._pool.submit(self._do, self._newest, work)

    def forget(self) -> None:
        """Nothing is wanted any more."""
        self._newest += 1

    def close(self) -> None:
        pool, self._pool = self._pool, None
        self.forget()
        if pool is not None:
            pool.shutdown(cancel_futures=True)

    def _do(self, number: int, work: Callable[[], object]) -> None:
        if number != self._newest:
            return
        try:
            self._ended.emit(number, work(), "")
        except (AudioError, CoachError) as error:
            self._ended.emit(number, None, str(error))
        except Exception:
            log.exception("work beside the window broke")
            self._ended.emit(number, None, BROKE)

    @Slot(int, object, str)
    def _tell(self, number: int, value: object, sentence: str) -> None:
        if number != self._newest:
            return
        if sentence:
            self.failed.emit(sentence)
        else:
            self.done.emit(value)
