"""Does pieces of another thread's work in Qt's own, where texts may be laid out and painted."""

from __future__ import annotations

from concurrent.futures import Future
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot

from app.reporting.writing import ReportStopped

if TYPE_CHECKING:
    from collections.abc import Callable

    T = TypeVar("T")


class InQtThread(QObject):
    """Made in Qt's thread. Called in another with a piece of work, it waits for what comes of it.

    A QTextDocument that another thread makes connects its parts under the lock of Python, while Qt's thread may hold
    the lock of connections and wait for Python: both would wait for ever.
    """

    _asked = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = Lock()
        self._waiting: set[Future[object]] = set()
        self._closed = False
        self._asked.connect(self._do, Qt.ConnectionType.QueuedConnection)

    def __call__(self, work: Callable[[], T]) -> T:
        """Raise what the work raises, and `ReportStopped` after `close`."""
        if QThread.currentThread() is self.thread():
            return work()
        answer: Future[T] = Future()
        with self._lock:
            if self._closed:
                raise ReportStopped
            self._waiting.add(answer)  # type: ignore[arg-type]
        self._asked.emit(work, answer)
        return answer.result()

    def close(self) -> None:
        """Nobody waits any longer: Qt's thread may be about to wait for the other one."""
        with self._lock:
            self._closed = True
            waiting, self._waiting = self._waiting, set()
        for answer in waiting:
            if not answer.done():
                answer.set_exception(ReportStopped())

    @Slot(object, object)
    def _do(self, work: Callable[[], object], answer: Future[object]) -> None:
        with self._lock:
            if answer not in self._waiting:
                return
            self._waiting.discard(answer)
        try:
            answer.set_result(work())
        except BaseException as error:  # noqa: BLE001 - it belongs to whoever asked
            answer.set_exception(error)


def here(work: Callable[[], T]) -> T:
    """For who is in Qt's thread already."""
    return work()
