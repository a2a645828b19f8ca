"""Between the buttons and the listener: which take comes now, and with which prospect."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from audio.errors import AudioError
from coach.errors import CoachError
from coach.verdict import Result

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.listener import Listener
    from app.rehearsal.session import Session
    from app.said import TakeEnded
    from app.take import CallLike
    from app.window.actions import Actions
    from coach.drills.drill import Drill


class Conductor(QObject):
    """Without a session there is only the close, one take after the other.

    `begins` comes before every take and `hanging_up` when the rep has; `told` carries the sentence of why a take cannot
    begin, `summed_up` the summary of a round that is over with what was drilled and its takes; `left` says that there
    is nothing to sum up, `advised` the id of the drill that the summary names.
    """

    begins = Signal()
    hanging_up = Signal()
    told = Signal(str)
    summed_up = Signal(object, str, object)  # Summary, what was drilled, its takes
    left = Signal()
    advised = Signal(str)

    def __init__(
        self, listener: Listener, session: Session | None, buttons: Actions, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._listener = listener
        self._session = session
        self._buttons = buttons
        self._call: CallLike | None = None
        self._takes = 0
        self._advice: str | None = None
        listener.take_started.connect(self._count)
        listener.take_stopped.connect(self._uncount)
        for button, pressed in (
            (buttons.start, self._start),
            (buttons.try_again, self._again),
            (buttons.next, self._next),
            (buttons.finish, self._finish),
            (buttons.offer_done, self._offer_done),
            (buttons.hang_up, self._hang_up),
            (buttons.stop, listener.stop_take),
        ):
            button.clicked.connect(pressed)

    def note(self, take: TakeEnded) -> None:
        """It has ended, and counts; the buttons offer what may follow."""
        if self._session is not None:
            self._session.note(take.verdict)
        clean = take.verdict.result is Result.PASS
        self._buttons.show_after(clean=clean, alone=self.drill is None, over=self._over)

    @property
    def drill(self) -> Drill | None:
        """Whose take it is; None without a prospect."""
        return self._session.drill if self._session and not self._session.alone else None

    @property
    def cue(self) -> str:
        """What the prospect's answer means in this drill."""
        return self.drill.cue if self.drill is not None else ""

    @property
    def number(self) -> str:
        """ "Take 3 of 10"."""
        if self._session is None or not self._session.on:
            return f"Take {max(1, self._takes)}"
        takes = self._session.wish.takes
        return f"Take {self._session.number}" + (f" of {takes}" if takes is not None else "")

    @property
    def after(self) -> str:
        """The same, with what was drilled and the clean closes in a row: one quiet line."""
        parts = [self.number]
        if self.drill is not None:
            parts.append(self.drill.title)
        if self._session is not None and self._session.streak > 1:
            parts.append(f"{self._session.streak} clean in a row")
        return " · ".join(parts)

    @property
    def _over(self) -> bool:
        return self._session is not None and self._session.over

    def _start(self) -> None:
        self._begin(self._session.start if self._session else None)

    def _again(self) -> None:
        self._begin(self._session.again if self._session else None)

    def _next(self) -> None:
        if self._advice is not None:
            self.advised.emit(self._advice)
        elif self._over:
            self._finish()
        else:
            self._start()

    def _finish(self) -> None:
        if self._session is None:
            return
        drilled, summary = self._session.chosen.title, self._session.finish()
        self._advice = summary.next_drill if summary is not None else None
        if summary is None:
            self.left.emit()
        else:
            self._buttons.show_advice(self._session.title(self._advice))
            takes = [(drill.title, verdict) for drill, verdict in self._session.takes]
            self.summed_up.emit(summary, drilled, takes)

    def _offer_done(self) -> None:
        if self._call is not None:
            self._call.offer_done()

    def _hang_up(self) -> None:
        self.hanging_up.emit()
        self._listener.hang_up()

    def _begin(self, connect: Callable[[], CallLike | None] | None) -> None:
        self.begins.emit()
        self._advice = None
        try:
            self._call = connect() if connect is not None else None
        except (AudioError, CoachError) as error:
            self.told.emit(str(error))
            return
        if self._call is None:
            self._listener.start_take()
        else:
            self._listener.start_take(self._call)

    def _count(self) -> None:
        self._takes += 1

    def _uncount(self) -> None:
        self._takes -= 1
