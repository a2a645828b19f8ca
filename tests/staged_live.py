"""Moments of live calls as the desk would tell them: for tests, and for the pictures of the guide."""

from dataclasses import replace
from datetime import UTC, date, datetime

import staged
from PySide6.QtCore import QObject

from app.live.desk import LiveDesk
from coach.calls.call import Call, Ending, Measured, Outcome, SaidNo
from coach.calls.call_list import Counts
from coach.calls.next_call import NextCall, Planned, Status
from coach.calls.prospect import Prospect
from coach.live.state import LiveState, Phase, Press
from coach.offers.filling import Piece
from coach.settings import Settings
from coach.stage import Part, Stage
from coach.verdict import Result

TODAY = date(2026, 11, 23)
SMALL = {Press.GATEKEEPER, Press.VOICEMAIL, Press.MESSAGE, Press.NO_ANSWER, Press.WRONG_NUMBER, Press.NEVER, Press.SKIP}
WHILE_TALKING = frozenset({Press.NO, Press.YES, Press.UNCLEAR, Press.UNDO, *SMALL})
CLOSING = frozenset({Press.HUNG_UP, Press.THEY_WENT_FIRST, Press.ASKED_TO_STAY, Press.NEXT, Press.NEVER, Press.UNDO})
HOW = tuple(said for said in SaidNo if said is not SaidNo.NO_REPLY)


def call(number, at, offer, outcome=Outcome.NO, pause=0.8, silence=4.1, **others):
    measured = Measured(Result.PASS, pause, 0.02, silence, "A clean close.") if outcome is Outcome.NO else None
    ending = Ending.HUNG_UP if outcome is Outcome.NO else None
    return Call(str(number), "okafor", at, outcome, offer, ending=ending, measured=measured, **others)


def planned(prospect, name, company, status, offer="b", calls=(), because="Nobody has called them yet.", **others):
    number = f"+1212555{100 + len(name + company):04d}"
    said = NextCall(status, because, date(2026, 11, 2), date(2026, 11, 21), offer, **others)
    return Planned(Prospect(prospect, name, company, numbers=(number,)), said, calls)


BEFORE = (
    call(2, datetime(2026, 10, 12, 9, 30, tzinfo=UTC), "a"),
    call(1, datetime(2026, 9, 3, 14, 5, tzinfo=UTC), "c", pause=0.6, silence=3.0),
)
OKAFOR = planned(
    "okafor",
    "Mr Okafor",
    "Okafor Bikes",
    Status.OVERDUE,
    calls=BEFORE,
    because="Offer B: A was given on 12 October, C on 3 September; six weeks have passed.",
)
DUE = (
    OKAFOR,
    planned("lindqvist", "Ms Lindqvist", "Lindqvist Bakery", Status.DUE, "c"),
    planned("marlow", "The front desk", "Marlow Dental", Status.DUE, None, ask_for_answer=True),
    planned("tran", "Mr Tran", "Tran Auto", Status.DUE, "a"),
    planned("pryce", "Ms Pryce", "Pryce Tools", Status.DUE, "a"),
    planned("odell", "Mr Odell", "Odell Farm", Status.DUE, "b"),
    planned("sato", "Ms Sato", "Sato Prints", Status.DUE, "c"),
)
SCRIPT = staged.offer().pieces()
MISSING = (Piece("Hello "), Piece("first name", missing=True), *SCRIPT[2:])
LONG = (SCRIPT, (Piece("If they ask what it costs: the fee is the same every month, whatever they pay out."),), SCRIPT)
CLARIFY = (Piece("Does that mean you want flat-fee payroll, or not?"),)

TALKING = LiveState(
    Phase.SCRIPT,
    OKAFOR,
    (SCRIPT,),
    CLARIFY,
    "offer B · 3rd call",
    WHILE_TALKING,
    undo="No to Sato Prints",
    hour=Counts(38, 21, 17, 16, 1, 0.84),
    day=Counts(112, 61, 50, 48, 2, 0.86),
    due=12,
    overdue=3,
)
CLOSING_NOW = replace(
    TALKING, phase=Phase.CLOSING, usable=CLOSING, cue="Say nothing. Let them hang up first.", undo="No to Okafor Bikes"
)
QUIET = Stage(Part.SILENCE, 9.0, ok=0.31, pause=0.9, farewell=0.56, silence=2.1)
STATES = {
    "script": TALKING,
    "missing": replace(TALKING, script=(MISSING,), undo=None),
    "long": replace(TALKING, script=LONG),
    "clarify": replace(
        TALKING,
        phase=Phase.CLARIFY,
        usable=frozenset({Press.NO, Press.YES, Press.BACK, Press.UNDO}),
        cue="Ask once. What is not a yes after that is a No.",
    ),
    "yes": replace(TALKING, phase=Phase.YES, usable=frozenset({Press.NEXT, Press.NO, Press.UNDO})),
    "message": replace(
        TALKING,
        phase=Phase.MESSAGE_LEFT,
        usable=frozenset({Press.MESSAGE_LEFT, Press.NO_MESSAGE, Press.BACK, Press.UNDO}),
    ),
    "closing": CLOSING_NOW,
    "logged": replace(TALKING, said_no=HOW, said=SaidNo.BUSY),
    "noticed": replace(TALKING, noticed=True, usable=WHILE_TALKING | {Press.BACK, Press.NEXT}),
    "word": replace(TALKING, word="45 minutes without a break. A short one keeps your voice even."),
    "warning": replace(TALKING, warning="The microphone is muted: this close cannot be measured. The call is logged."),
    "nobody": replace(TALKING, phase=Phase.NOBODY, planned=None, script=(), usable=frozenset(), due=0, offer_label=""),
    "without": replace(TALKING, planned=None, offer_label="offer A"),
}


class FakeDesk(LiveDesk):
    """Tells what a test wants told, and keeps what the window asks of it."""

    def __init__(self):
        QObject.__init__(self)
        self.state = LiveState()
        self.asked = []

    def connect_to(self, calls):
        self.asked.append("connect_to")

    def begin(self, prospect=None):
        self.asked.append(("begin", prospect))

    def end(self):
        self.asked.append("end")

    def press(self, press, moment=None):
        self.asked.append(press)

    def said_no(self, said):
        self.asked.append(said)

    def refresh(self):
        self.asked.append("refresh")

    def close(self):
        self.asked.append("close")

    def show(self, name, stage=None):
        """One of the moments above."""
        self.state = STATES[name]
        self.changed.emit(self.state)
        if stage is not None:
            self.stage_changed.emit(stage)


class FakeList:
    """The call list as the page asks for it."""

    def __init__(self, due=DUE, on_list=None):
        self._due = due
        self._on_list = len(due) if on_list is None else on_list

    def due(self, now, limit=200, after=None):
        return list(self._due)

    def due_count(self, now):
        return len(self._due), sum(planned.next.status is Status.OVERDUE for planned in self._due)

    def count(self):
        return self._on_list


# Without a global key: a screen that is not there has none, and would say so.
_DANA = {"rep": "Dana", "caller": "Dana Reyes", "firm": "Northside Payroll", "global_key": ""}


class Chosen:
    """Settings that are changed one by one, as the window changes them."""

    def __init__(self, **chosen):
        self.now = Settings(**{**_DANA, **chosen})

    def change(self, **chosen):
        self.now = self.now.model_copy(update=chosen)

    def parts(self, desk):
        """For `staged.parts`."""
        return {
            "live": desk,
            "settings": lambda: self.now,
            "keep_settings": self.change,
            "offer_titles": lambda: {"a": "A · Flat-fee payroll", "b": "B · Filings", "c": "C · Tips & wages"},
        }
