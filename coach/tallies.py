"""Takes counted and gathered: by day, by fault, by drill. The store counts; nobody reads a verdict for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol

from coach.takes import EVERY, Wanted

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date


class Measured(NamedTuple):
    """What one check measured in one take of that day."""

    day: date
    value: float


@dataclass(frozen=True, slots=True)
class DayTally:
    """How many takes of a day there are, and how many of them passed."""

    day: date
    takes: int
    passed: int


@dataclass(frozen=True, slots=True)
class FaultTally:
    """In how many takes a check failed in the same way; `word` is the check's own ("short")."""

    check: str
    word: str
    takes: int


@dataclass(frozen=True, slots=True)
class DrillTally:
    """`judged` are those that passed or failed: what is unsure or not measured says nothing. `drill` None: no drill."""

    drill: str | None
    passed: int
    judged: int

    @property
    def rate(self) -> float:
        return self.passed / self.judged if self.judged else 0.0


class Tallies(Protocol):
    """Each method may raise `StoreError`."""

    def values(self, check: str, wanted: Wanted = EVERY) -> Sequence[Measured]:
        """What that check measured, in any order."""

    def days(self, wanted: Wanted = EVERY) -> Sequence[DayTally]:
        """Every day with a take, the newest first."""

    def faults(self, wanted: Wanted = EVERY) -> Sequence[FaultTally]:
        """Every way in which a check failed, the most frequent first."""

    def drills(self, wanted: Wanted = EVERY) -> Sequence[DrillTally]:
        """Every drill with a judged take, by name; takes outside of a drill come first."""
