"""A round: takes of one drill or of a mixed one, so many or for so long, and a short summary of them. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coach.drills.drill import Drill
    from coach.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Wish:
    """So many takes, or as many as begin within so many seconds; neither is a round without end."""

    takes: int | None = None
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """`usual_fault` is the headline that came most often; `streak` the clean takes at the end, without a fault between.

    `says` is the whole of it in a sentence or two, `next_drill` the id of what to drill next, and `because` why.
    """

    takes: int
    passed: int
    unsure: int
    not_measured: int
    usual_fault: str | None
    streak: int
    longest_streak: int
    next_drill: str | None
    because: str
    says: str


class Round:
    """`next_drill` before each take, `note` after it."""

    def __init__(self, chosen: Drill, drills: Sequence[Drill], wish: Wish, seed: int) -> None:
        raise NotImplementedError

    @property
    def number(self) -> int:
        """Of the take that goes on or comes next, from 1."""
        raise NotImplementedError

    def next_drill(self, elapsed_s: float) -> Drill | None:
        """The next take's drill, never a mixed one; None when the round is over."""
        raise NotImplementedError

    def note(self, drill: Drill, verdict: Verdict) -> None:
        raise NotImplementedError

    def summary(self) -> Summary:
        raise NotImplementedError
