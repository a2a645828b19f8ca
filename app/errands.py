"""Work beside the window of which none is left out: done in order in a thread of its own, told in Qt's."""

from __future__ import annotations

import logging
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from coach.errors import CoachError

if TYPE_CHECKING:
    from collections.abc import Callable

    T = TypeVar("T")

BROKE = "Something went wrong. Nothing that was kept is lost. The log has the details."

log = logging.getLogger(__name__)


class Errands(QObject):
    """`failed` carries the sentence of why something could not be done."""

    failed = Signal(str)

    _ended = Signal(object, object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool: ThreadPoolExecutor | None = ThreadPoolExecutor(1, name)
        self._ended.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def run(self, work: Callable[[], T], then: Callable[[T], None] | None = None) -> None:
        """`then` is told what the work returned, in Qt's thread; nothing is told after `close`."""
        if self._pool is not None:
            self._pool.submit(self._do, work, then)

    def close(self) -> None:
        """What was begun is finished, and so is what waits."""
        pool, self._pool = self._pool, None
        if pool is not None:
            pool.shutdown()

    def _do(self, work: Callable[[], T], then: Callable[[T], None] | None) -> None:
        try:
            value = work()
        except CoachError as error:
            self._ended.emit(self.failed.emit, str(error))
        except Exception:
            log.exception("work beside the window broke")
            self._ended.emit(self.failed.emit, BROKE)
        else:
            if then is not None:
                self._ended.emit(then, value)

    @Slot(object, object)
    def _tell(self, then: Callable[[object], None], value: object) -> None:
        if self._pool is not None:
            then(value)
