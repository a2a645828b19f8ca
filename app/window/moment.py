"""The moments of a rehearsal; each shows its own buttons."""

from __future__ import annotations

from enum import Enum, auto


class Moment(Enum):
    IDLE = auto()
    RUNNING = auto()
    OFFER = auto()  # it is read to a prospect, who waits for its end
    ENDING = auto()  # hung up, the verdict is on its way
    VERDICT = auto()
    SUMMARY = auto()  # of a round


TAKING = frozenset({Moment.RUNNING, Moment.OFFER, Moment.ENDING})
