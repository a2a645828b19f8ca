"""Machine against trainer: how often they say the same, beyond chance, and where they do not."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol

from coach.review.review import WHOLE
from coach.takes import EVERY, Wanted
from coach.verdict import Result

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence

DECIDED = frozenset({Result.PASS, Result.FAIL})
_ORDER = ("pause", "silence", "nothing_else", "ok", "farewell", "answer_time")


class Both(NamedTuple):
    """What machine and trainer say of one check of one take, or of the `WHOLE` of it."""

    take: str
    check: str
    machine: Result
    trainer: Result


class JudgedByBoth(Protocol):
    """May raise `StoreError`."""

    def judged_by_both(self, wanted: Wanted = EVERY) -> Sequence[Both]:
        """All that a trainer has a word on; the newest word of several trainers."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Of one check, or of the `WHOLE`.

    `judged` have a pass or a fail from both; the takes in `disagreed` are those of them where it is not the same.
    `settled` are the takes in which the machine was unsure, or measured nothing, and the trainer decided.
    `kappa` is None where it is not defined.
    """

    check: str
    judged: int
    disagreed: tuple[str, ...]
    settled: tuple[str, ...]
    kappa: float | None


def agreements(said: Iterable[Both]) -> tuple[Agreement, ...]:
    """One for each check that a trainer has a word on, in the order of the table of checks; the whole is last."""
    by_check: dict[str, list[Both]] = {}
    for one in said:
        by_check.setdefault(one.check, []).append(one)
    return tuple(_agreement(check, by_check[check]) for check in sorted(by_check, key=_place))


def kappa(pairs: Mapping[tuple[Hashable, Hashable], int]) -> float | None:
    """Cohen's: (po − pe) / (1 − pe), of how often each pair of answers was given.

    `po` is the share of pairs that are equal, `pe` the share that would be if each answered at random, as often so as
    they did. None without a pair, and where both gave one and the same answer always: chance would agree as well.
    """
    count = sum(pairs.values())
    firsts, seconds = Counter[object](), Counter[object]()
    for (first, second), times in pairs.items():
        firsts[first] += times
        seconds[second] += times
    # In whole numbers up to the last division: so it is exactly 1 and exactly 0 where it should be.
    observed = count * sum(times for (first, second), times in pairs.items() if first == second)
    expected = sum(times * seconds[answer] for answer, times in firsts.items())
    return None if count**2 == expected else (observed - expected) / (count**2 - expected)


def _agreement(check: str, said: Sequence[Both]) -> Agreement:
    both = [one for one in said if one.machine in DECIDED and one.trainer in DECIDED]
    return Agreement(
        check,
        len(both),
        tuple(one.take for one in both if one.machine is not one.trainer),
        tuple(one.take for one in said if one.machine not in DECIDED and one.trainer in DECIDED),
        kappa(Counter((one.machine, one.trainer) for one in both)),
    )


def _place(check: str) -> tuple[bool, int, str]:
    return check == WHOLE, _ORDER.index(check) if check in _ORDER else len(_ORDER), check
