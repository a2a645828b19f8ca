"""What the companion and the Live page show of the call that goes on: one frozen value, replaced at every change."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from coach.calls.call import SaidNo
from coach.calls.call_list import Counts
from coach.calls.next_call import Planned
from coach.offers.filling import Piece

_NONE: Final = Counts()


class Phase(StrEnum):
    """Whose turn it is, as far as the rep has pressed or said it."""

    NOBODY = "nobody"  # the list is empty, or nobody is due
    SCRIPT = "script"  # the offer is shown
    CLARIFY = "clarify"  # "Does that mean you want it, or not?": then Yes or No
    CLOSING = "closing"  # No was pressed: the stage is shown
    YES = "yes"  # ask "Why?"
    MESSAGE_LEFT = "message_left"  # gatekeeper or voicemail: was a message left?


class Press(StrEnum):
    """Every control of a live call, by the name that a window key, a global key and `okbye press` know it by."""

    NO = "no"
    YES = "yes"
    UNCLEAR = "unclear"
    GATEKEEPER = "gatekeeper"
    VOICEMAIL = "voicemail"
    MESSAGE = "text_or_email"
    NO_ANSWER = "no_answer"
    WRONG_NUMBER = "wrong_number"
    NEVER = "never_again"
    MESSAGE_LEFT = "message_left"
    NO_MESSAGE = "no_message"
    HUNG_UP = "hung_up"
    THEY_WENT_FIRST = "they_went_first"
    ASKED_TO_STAY = "asked_to_stay"
    NEXT = "next"  # go on to the next prospect; a close that goes on is logged
    SKIP = "skip"  # the next prospect, and nothing is logged
    UNDO = "undo"
    BACK = "back"  # Esc: out of a question that was opened by mistake


@dataclass(frozen=True, slots=True)
class LiveState:
    """`script` has a paragraph at each place, `clarify` the sentence for an unclear answer, both filled in.

    `usable` are the presses that do something now. `cue` is the one thing to do, empty where there is none. `undo`
    says what Undo would take back. `noticed` says that a close was heard without a press. `said_no` offers the
    optional tap for the call that was just logged, `said` is what was tapped. `word` is a gentle one about breaks.
    `warning` is a sentence about what is not measured or not kept now. `offer_label` says which offer it is and the
    how manieth call.
    """

    phase: Phase = Phase.NOBODY
    planned: Planned | None = None
    script: tuple[tuple[Piece, ...], ...] = ()
    clarify: tuple[Piece, ...] = ()
    offer_label: str = ""
    usable: frozenset[Press] = frozenset()
    cue: str = ""
    undo: str | None = None
    noticed: bool = False
    said_no: tuple[SaidNo, ...] = ()
    said: SaidNo | None = None
    hour: Counts = _NONE
    day: Counts = _NONE
    due: int = 0
    overdue: int = 0
    word: str | None = None
    warning: str | None = None
