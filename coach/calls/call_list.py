"""What the rest of the program may ask of the call list, wherever it is stored."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from coach.calls.call import Call
from coach.calls.next_call import Planned
from coach.calls.prospect import Prospect


@dataclass(frozen=True, slots=True)
class Counts:
    """Of a stretch of time: `dials` are all calls, `offers` those in which one was given, `answers` yes and no."""

    dials: int = 0
    offers: int = 0
    answers: int = 0
    noes: int = 0
    yeses: int = 0
    usual_pause: float | None = None  # the median, seconds


@dataclass(frozen=True, slots=True)
class Week:
    """How many calls become due in the seven days from `start`, a Monday."""

    start: date
    due: int


class CallList(Protocol):
    """Each method may raise `StoreError`. Days are the user's own."""

    def put(self, prospects: Sequence[Prospect]) -> None:
        """Add them; one of the same id is replaced. Who never wants to be called stays so. All or none."""

    def get(self, prospect: str) -> Prospect | None: ...

    def remove(self, prospect: str) -> None:
        """Forget them; their calls stay in the log, and a number that is never to be called stays known."""

    def count(self) -> int: ...

    def known(self) -> bool:
        """Whether there is anything in it at all: somebody, a call, or a number never to be called."""

    def find(self, text: str, limit: int = 50) -> list[Prospect]:
        """Who has a word that begins so in their name or company, or those digits in a number."""

    def by_number(self, numbers: Collection[str]) -> dict[str, Prospect]:
        """Who has which of these numbers; where two share one, whoever came first."""

    def everybody(self) -> Iterator[Prospect]:
        """Yield them in the order of the list, reading on as the caller does."""

    def never_called(self) -> list[str]:
        """Return every number that is not to be called again, also of those who are not on the list any more."""

    def never_call(self, numbers: Collection[str]) -> None:
        """As if the list had said so of each: who has such a number is not called again."""

    def planned(self, prospect: str, now: datetime) -> Planned | None: ...

    def due(self, now: datetime, limit: int = 100, after: str | None = None) -> list[Planned]:
        """Due and overdue, the longest overdue first; those after the prospect `after`, to read on."""

    def waiting(self, now: datetime, limit: int = 100, after: str | None = None) -> list[Planned]:
        """Whose turn comes later, the earliest first."""

    def never(self, now: datetime, limit: int = 100, after: str | None = None) -> list[Planned]: ...

    def next_due(self, now: datetime, skip: Collection[str] = ()) -> Planned | None:
        """Who is called now: due or overdue, and awake where they are."""

    def due_count(self, now: datetime) -> tuple[int, int]:
        """Return how many are due or overdue, and how many of these are overdue."""

    def weeks(self, now: datetime, count: int = 7) -> list[Week]: ...

    def log(self, call: Call) -> None:
        """Keep it; a call of the same id is replaced. What comes next for the prospect follows from it at once."""

    def log_these(self, calls: Sequence[Call]) -> None:
        """Keep them all, or none."""

    def log_new(self, calls: Sequence[Call]) -> int:
        """Keep those of an id that is not known yet, all or none; how many these are."""

    def take_back(self, call: str) -> None:
        """As if it had never been logged."""

    def calls(self, prospect: str | None = None, since: datetime | None = None, limit: int = 200) -> list[Call]:
        """Return the newest first."""

    def all_calls(self, *, newest_first: bool = False) -> Iterator[Call]:
        """Yield them in order of time, reading on as the caller does."""

    def counts(self, since: datetime, until: datetime | None = None) -> Counts: ...

    def given(self) -> dict[str, int]:
        """Return how often each offer was given, by its id."""

    def postpone(self, prospect: str, to: date | None) -> None:
        """Not before that day; None takes it back."""
