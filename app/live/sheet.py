"""The call list as the desk sees it: what it logs, who comes next, how many calls there were."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, SignalInstance

from app.live.clerk import Clerk
from app.live.counting import tally
from coach.calls.call import Call, Outcome

if TYPE_CHECKING:
    from coach.calls.call_list import CallList
    from coach.calls.next_call import Planned
    from coach.live.clock import LogClock
    from coach.live.session import Session

AHEAD: Final = 2  # prospects that are known before their turn: the next script is there at once
CUT_OFF: Final = "The last call was cut off before it was over. It is logged as unfinished."

Known = frozenset[str]


class Sheet(QObject):
    """Answers come by signal, each with a `Planned`: who is `found` next, who was `chosen`, who is `renewed`.

    `counted` carries a Tally, `told` a sentence for the user.
    """

    found = Signal(object)
    chosen = Signal(object)
    renewed = Signal(object)
    counted = Signal(object)
    told = Signal(str)

    def __init__(self, clock: LogClock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._clerk = Clerk(self)
        self._clerk.told.connect(self.told)
        self._fetching = False
        self._known: Known = frozenset()  # for whom somebody was last looked for
        self._nobody = False

    def connect_to(self, calls: CallList) -> None:
        self._clerk.connect_to(calls)
        self._clerk.ask(lambda calls: calls.calls(limit=1), self._look_for_unfinished)
        self.count()

    def close(self) -> None:
        self._clerk.close()

    def log(self, call: Call) -> None:
        self._nobody = False
        self._clerk.write(lambda calls: calls.log(call))

    def take_back(self, call: str) -> None:
        self._nobody = False
        self._clerk.write(lambda calls: calls.take_back(call))

    def count(self) -> None:
        self._clerk.ask(partial(tally, now=self._clock.now()), self.counted.emit)

    def choose(self, prospect: str) -> None:
        now = self._clock.now()
        self._clerk.ask(lambda calls: calls.planned(prospect, now), partial(self._answer, self.chosen))

    def renew(self, prospect: str) -> None:
        now = self._clock.now()
        self._clerk.ask(lambda calls: calls.planned(prospect, now), partial(self._answer, self.renewed))

    def look_again(self) -> None:
        """There may be somebody by now."""
        self._nobody = False

    def fetch(self, session: Session) -> None:
        """Know the next ones before their turn."""
        known, now, reached = session.known, self._clock.now(), session.reached
        if self._fetching or len(session.ahead) >= AHEAD or (self._nobody and known == self._known):
            return
        self._fetching, self._known = True, known

        def next_due(calls: CallList) -> Planned | None:
            """What could not be logged yet is not known to the list."""
            return calls.next_due(now, skip=known | reached if self._clerk.behind else known)

        self._clerk.ask(next_due, self._found, self._unfound)

    def _found(self, planned: Planned | None) -> None:
        self._fetching = False
        self._nobody = planned is None
        self.found.emit(planned)

    def _unfound(self) -> None:
        """It is looked for again at the next press, or with the next count."""
        self._fetching = False

    def _answer(self, signal: SignalInstance, planned: Planned | None) -> None:
        if planned is not None:
            signal.emit(planned)

    def _look_for_unfinished(self, newest: list[Call]) -> None:
        if newest and newest[0].outcome is Outcome.UNFINISHED:
            self.told.emit(CUT_OFF)
