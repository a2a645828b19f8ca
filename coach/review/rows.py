"""The takes as a trainer's table shows them: in any order, any part of them, without their verdicts being read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

from coach.takes import EVERY, Wanted

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from coach.verdict import Result

By = Literal["doubt", "time", "rep", "drill", "pause", "silence", "verdict"]


@dataclass(frozen=True, slots=True)
class Order:
    """Equal ones stand by their time, the newest first; what was not measured stands last, whichever way."""

    by: By = "doubt"
    falling: bool = True


MOST_DOUBTFUL = Order()


class Fault(NamedTuple):
    """The check that matters most of those that failed, else of those that are unsure; `word` is its own ("short")."""

    check: str
    word: str


@dataclass(frozen=True, slots=True)
class TakeRow:
    """`result` is the machine's, `trainer` the trainer's: None where nobody has a word on the whole.

    `comments` is how many there are; `sound` the key of its sound.
    """

    id: str
    rep: str
    started_at: datetime
    drill: str | None
    pause: float | None
    silence: float | None
    result: Result
    fault: Fault | None
    doubt: float
    trainer: Result | None
    reviewed: bool
    comments: int
    sound: str | None


class Rows(Protocol):
    """May raise `StoreError`. How many there are in all is `Takes.count`."""

    def page(
        self, wanted: Wanted = EVERY, order: Order = MOST_DOUBTFUL, offset: int = 0, limit: int = 100
    ) -> Sequence[TakeRow]: ...

    def place(self, take: str, wanted: Wanted = EVERY, order: Order = MOST_DOUBTFUL) -> int | None:
        """Return how many stand before it; None if it is not among them."""
