"""What the takes of one rep come to: how many closed as wanted, the usual pause and silence, the usual fault."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from statistics import median, quantiles
from typing import TYPE_CHECKING

from coach.drills.sentences import EVERY_FAULT
from coach.faults import fault_name
from coach.sentences import worst
from coach.tallies import FaultTally
from coach.verdict import Result

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coach.review.reviewed import Reviewed


@dataclass(frozen=True, slots=True)
class Spread:
    """The middle one, and between which two the middle half lies."""

    middle: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Summary:
    """`judged` are those with a result; the trainer's counts before the machine's."""

    takes: int
    judged: int
    passed: int
    pause: Spread | None
    silence: Spread | None
    fault: str | None
    fault_takes: int = 0


def summary(takes: Sequence[Reviewed]) -> Summary:
    closes = [take.verdict.close for take in takes if take.verdict.close]
    judged = [take for take in takes if take.result is not Result.NOT_MEASURED]
    faults = Counter(_faults(takes)).most_common(1)
    return Summary(
        len(takes),
        len(judged),
        sum(take.result is Result.PASS for take in judged),
        _spread([close.pause for close in closes]),
        _spread([close.silence for close in closes]),
        *(faults[0] if faults else (None, 0)),
    )


def _faults(takes: Iterable[Reviewed]) -> Iterable[str]:
    """Of each take the one that matters most, unless the trainer does not see it."""
    for take in takes:
        failing = [c for c in take.verdict.checks if take.results.get(c.name, c.result) is Result.FAIL]
        check = worst(failing, EVERY_FAULT)
        if check is not None and take.result is not Result.PASS:
            yield fault_name(FaultTally(check.name, check.word, 1))


def _spread(values: list[float]) -> Spread | None:
    if not values:
        return None
    low, _, high = quantiles(values, method="inclusive") if len(values) > 1 else [values[0]] * 3
    return Spread(median(values), low, high)
