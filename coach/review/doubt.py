"""How much the machine doubts its verdict on a take: what a trainer should hear first.

From 1 on it said so itself ("unsure"). Below that, a verdict is the more doubtful the fewer of its own errors lie
between what was measured and the limit that would turn it. Where something was said and no close was found, the ear may
have missed one: that lies between the two. Where nothing is to be heard, or sound was lost, there is nothing to doubt.
"""

from __future__ import annotations

from math import inf, isfinite
from typing import TYPE_CHECKING, Final

from coach.tone import TONE_CHECKS
from coach.verdict import Result

if TYPE_CHECKING:
    from coach.verdict import Check, Verdict

NO_CLOSE: Final = 0.5  # a verdict that a limit is one error away from comes near to it
NEEDS_A_LOOK: Final = 0.4  # one and a half errors from the limit


def doubt(verdict: Verdict) -> float:
    """From 0, none at all, to 2."""
    deciding = [check for check in verdict.checks if check.name not in TONE_CHECKS]
    match verdict.result:
        case Result.NOT_MEASURED:
            return NO_CLOSE if _missed(verdict) else 0.0
        case Result.UNSURE:
            unsure = [_near(check) for check in deciding if check.result is Result.UNSURE]
            return 1.0 + max(unsure, default=0.0)
        case Result.FAIL:  # every failing check would have to turn
            return min((_near(check) for check in deciding if check.result is Result.FAIL), default=0.0)
        case _:
            return max((_near(check) for check in deciding if _could_turn(check)), default=0.0)


def _missed(verdict: Verdict) -> bool:
    """Whether there may be a close that was not heard; a reason of its own says that it was lost."""
    return verdict.reason == verdict.headline and bool(verdict.utterances)


def _near(check: Check) -> float:
    """1 at a limit, one half where it is an error away, and less the farther it is."""
    if check.value is None or check.error is None or not check.error > 0:
        return 0.0
    away = min((abs(check.value - limit) for limit in (check.low, check.high) if limit), default=inf) / check.error
    return 1 / (1 + away) if isfinite(away) else 0.0


def _could_turn(check: Check) -> bool:
    """What passes beyond its limit passes for another reason: they hung up first."""
    if check.value is None:
        return False
    return (check.low or 0.0) <= check.value <= (inf if check.high is None else check.high)
