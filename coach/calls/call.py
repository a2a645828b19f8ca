"""One call: to whom, with which offer, what came of it, and the close in numbers if there was one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from coach.verdict import Result


class Outcome(StrEnum):
    """What came of a call. Whatever way they said no, it is `NO`; `UNFINISHED` is one that was cut off after it."""

    NO = "no"
    YES = "yes"
    GATEKEEPER = "gatekeeper"
    VOICEMAIL = "voicemail"
    MESSAGE = "message"  # a text or an email
    NO_ANSWER = "no_answer"
    WRONG_NUMBER = "wrong_number"
    NEVER = "never_again"
    UNFINISHED = "unfinished"


class Ending(StrEnum):
    """Who ended it, as far as is known."""

    HUNG_UP = "hung_up"
    THEY_WENT_FIRST = "they_went_first"
    MOVED_ON = "moved_on"  # the rep just went on to the next prospect


class SaidNo(StrEnum):
    """How they said no: one optional tap, and never a reason to treat one no unlike another."""

    PLAIN = "plain"
    HAVE_SOMEONE = "have_someone"
    BUSY = "busy"
    SEND_SOMETHING = "send_something"
    OBJECTION = "objection"
    HUNG_UP = "hung_up"
    NO_REPLY = "no_reply"  # a message that was not answered in time


@dataclass(frozen=True, slots=True)
class Measured:
    """The close of a live call in numbers, seconds; None where a part was not measured. No sound is behind it."""

    result: Result
    pause: float | None = None
    pause_error: float | None = None
    silence: float | None = None
    headline: str = ""


@dataclass(frozen=True, slots=True)
class Call:
    """`started_at` knows its time zone. `offer` is the id of the offer that was given, None if none was.

    `number` is the one that was called, as in the prospect's list. `left_message` belongs to a gatekeeper or a
    voicemail; `sound` is a key in the folder of sound, where the rep has chosen to keep it.
    """

    id: str
    prospect: str | None
    started_at: datetime
    outcome: Outcome
    offer: str | None = None
    number: str | None = None
    ending: Ending | None = None
    said_no: SaidNo | None = None
    left_message: bool = False
    measured: Measured | None = None
    sound: str | None = None
    note: str = ""

    def __post_init__(self) -> None:
        if self.started_at.utcoffset() is None:
            raise ValueError("a call starts at a moment, not at whatever that time is somewhere")
