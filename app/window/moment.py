"""The moments of a rehearsal; each shows its own buttons."""

from __future__ import annotations

from enum import Enum, auto


class Moment(Enum):
    IDLE = auto()
    RUNNING = auto()
    ENDING = auto()  # hung up, the verdict is on its way
    VERDICT = auto()
