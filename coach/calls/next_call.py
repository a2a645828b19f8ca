"""When somebody is to be called again, with which offer, and why: what the rotation decides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from coach.calls.call import Call
from coach.calls.prospect import Prospect


class Status(StrEnum):
    DUE = "due"
    OVERDUE = "overdue"
    WAITING = "waiting"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class NextCall:
    """From `earliest` until `until` it is due, after that overdue; both None where there is no next call.

    `until` alone is None where no day is too late. `number` is the one to call, None where none is known.

    `offer` is an offer's id, None where none is to be given: ask a gatekeeper for the answer, or no offer is left.
    `because` is one sentence for the user, `ask_for_answer` whether the last message is asked after.
    """

    status: Status
    because: str
    earliest: date | None = None
    until: date | None = None
    offer: str | None = None
    ask_for_answer: bool = False
    number: str | None = None


@dataclass(frozen=True, slots=True)
class Planned:
    """A prospect with what comes next, and the calls there were, the newest first."""

    prospect: Prospect
    next: NextCall
    calls: tuple[Call, ...] = ()
