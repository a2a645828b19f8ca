"""Asks the call list and writes into it, in a thread of its own and in order; what cannot be kept yet is not lost."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable
from functools import partial
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot

from coach.errors import CoachError

if TYPE_CHECKING:
    from coach.calls.call_list import CallList

RETRY_S: Final = 5.0
CLOSE_S: Final = 10.0
KEPT: Final = "The call is remembered, and logged as soon as that works: leave Okbye open until then."
BROKE: Final = "Something went wrong in the call list. What was logged before is safe. The log has the details."
LOST: Final = "{} calls could not be logged before Okbye was closed."

log = logging.getLogger(__name__)

Answer = TypeVar("Answer")
Write = Callable[["CallList"], None]


class Clerk(QObject):
    """`told` carries sentences for the user. Nothing is done before `connect_to`; then all of it, in order."""

    told = Signal(str)
    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: SimpleQueue[Callable[[CallList], None] | None] = SimpleQueue()
        self._unkept: deque[Write] = deque()
        self._troubled = ""  # the sentence that was told last, and has not been overcome
        self._thread: Thread | None = None
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def behind(self) -> bool:
        """Something is not in the list yet that should be."""
        return bool(self._unkept)

    def connect_to(self, calls: CallList) -> None:
        if self._thread is None:
            self._thread = Thread(target=self._run, args=(calls,), name="clerk", daemon=True)
            self._thread.start()

    def ask(
        self,
        question: Callable[[CallList], Answer],
        answer: Callable[[Answer], None],
        unanswered: Callable[[], None] = lambda: None,
    ) -> None:
        """One of the last two is called in the thread this lives in."""

        def job(calls: CallList) -> None:
            answers: list[Answer] = []
            self._try(lambda: answers.append(question(calls)))
            self._answered.emit(partial(answer, answers[0]) if answers else unanswered)

        self._jobs.put(job)

    def write(self, write: Write) -> None:
        """After all that was written before it, as often as it takes."""
        self._jobs.put(lambda _calls: self._unkept.append(write))

    def close(self) -> None:
        """What was written is tried once more before this returns."""
        self._jobs.put(None)
        if self._thread is not None:
            self._thread.join(CLOSE_S)
        if self._unkept:
            log.error(LOST.format(len(self._unkept)))
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)

    @Slot(object)
    def _deliver(self, answer: Callable[[], None]) -> None:
        answer()

    # In the clerk's thread.

    def _run(self, calls: CallList) -> None:
        going_on = True
        while going_on:
            try:
                job = self._jobs.get(timeout=RETRY_S if self._unkept else None)
            except Empty:
                pass
            else:
                going_on = job is not None
                if job is not None:
                    job(calls)
            self._keep(calls)

    def _keep(self, calls: CallList) -> None:
        while self._unkept:
            if not self._try(partial(self._unkept[0], calls), KEPT):
                return
            self._unkept.popleft()
            self._troubled = ""

    def _try(self, act: Callable[[], object], what_now: str = "") -> bool:
        """Whether it need not be tried again."""
        try:
            act()
        except CoachError as error:
            self._complain(f"{error} {what_now}".strip())
            return False
        except Exception:
            log.exception("the call list broke")
            self._complain(BROKE)
        return True

    def _complain(self, sentence: str) -> None:
        """Once, until it works again."""
        if sentence != self._troubled:
            self._troubled = sentence
            self._answered.emit(partial(self.told.emit, sentence))
