"""Presses and events of live calls one after the other, and what they leave in the log."""

from __future__ import annotations

from datetime import timedelta
from itertools import count

from list_in_memory import START, planned

from coach.calls.call import Measured
from coach.live import happening
from coach.live.pressing import pressed
from coach.live.session import Log, Session, TakeBack
from coach.live.showing import Tally, shown
from coach.verdict import Result

NUMBERS = Measured(Result.PASS, 0.8, 0.02, 3.4, "A clean close.")


class Desk:
    """Presses and events one after the other; `log` is what the acts leave in the call list."""

    def __init__(self, prospects=3):
        self.session = Session()
        self.log = {}
        self.acts = []
        self._fresh = (f"call-{number}" for number in count(1))
        self._minutes = count()
        for number in range(1, prospects + 1):
            self.do(happening.found(self.session, planned(number), self.fresh()))

    def fresh(self):
        return next(self._fresh)

    def now(self):
        return START + timedelta(minutes=next(self._minutes))

    def do(self, turn):
        self.session = turn.session
        self.acts += turn.acts
        for act in turn.acts:
            if isinstance(act, Log):
                self.log[act.call.id] = act.call
            elif isinstance(act, TakeBack):
                del self.log[act.call]
        return self

    def press(self, *presses):
        for press in presses:
            self.do(pressed(self.session, press, self.now(), self.fresh()))
        return self

    @property
    def outcomes(self):
        return {call.prospect: call.outcome for call in self.log.values()}

    @property
    def state(self):
        return shown(self.session, Tally(), {}, {})

    def at(self):
        return self.session.phase, self.session.planned and self.session.planned.prospect.id
