"""What another timing profile would have made of takes that were judged: nothing is measured or changed for it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, NamedTuple

from coach.checks import timed
from coach.closing import overall
from coach.tone import TONE_CHECKS
from coach.verdict import Result

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from coach.bands import Bands
    from coach.take import Take
    from coach.verdict import Check, Verdict

TIMED = ("pause", "silence", "answer_time", "ok", "farewell")
TOLD_EVERY = 100  # takes

# Who ended the silence: the rep, or the other side, after whose thanks no silence is too long either.
Ended = Literal["rep", "they", "they_after_thanks"]


class Past(NamedTuple):
    """All that is needed of a verdict to hold it against other bands."""

    take: str
    result: Result
    checks: tuple[Check, ...]
    ended: Ended = "rep"


class Change(NamedTuple):
    take: str
    was: Result
    would: Result


@dataclass(frozen=True, slots=True)
class WhatIf:
    """Of `takes` verdicts those that would be others."""

    takes: int
    changes: tuple[Change, ...]

    def to(self, result: Result) -> int:
        return sum(change.would is result for change in self.changes)


def past(take: str, verdict: Verdict) -> Past:
    """What was not measured stays so, whatever the bands."""
    deciding = tuple(check for check in verdict.checks if check.name not in TONE_CHECKS)
    return Past(take, verdict.result, deciding, _ended(verdict))


def gather(takes: Iterable[Take], told: Callable[[int], bool]) -> tuple[Past, ...] | None:
    """Read them once, so that any number of bands can be tried on them. May raise `StoreError`.

    `told` hears now and then how many it was so far; where it says False, it stops with None.
    """
    found: list[Past] = []
    for take in takes:
        found.append(past(take.id, take.verdict))
        if len(found) % TOLD_EVERY == 0 and not told(len(found)):
            return None
    return tuple(found)


def what_if(pasts: Iterable[Past], bands: Bands) -> WhatIf:
    count, changes = 0, []
    for one in pasts:
        count += 1
        would = result_by(one, bands)
        if would is not one.result:
            changes.append(Change(one.take, one.result, would))
    return WhatIf(count, tuple(changes))


def result_by(one: Past, bands: Bands) -> Result:
    if one.result is Result.NOT_MEASURED:
        return one.result
    return overall(check_by(check, bands, one.ended).result for check in one.checks)


def check_by(check: Check, bands: Bands, ended: Ended = "rep") -> Check:
    """The same value and error against another band; a check that knows no band stays as it is."""
    if check.name not in TIMED or check.value is None:
        return check
    band, error = getattr(bands, check.name), check.error or 0.0
    if check.name == "pause" and check.word == "none":  # in one piece, however short a pause may be
        result = Result.FAIL if band.low > error else Result.UNSURE
        return replace(check, result=result, low=band.low, high=band.high)
    found = timed(check.name, check.value, error, band)
    if check.name == "silence" and _forgiven(found, ended):
        return replace(found, result=Result.PASS, word="they went first", says=check.says)
    return found


def _forgiven(silence: Check, ended: Ended) -> bool:
    """What they ended themselves was never too short."""
    if ended == "they":
        return (silence.value or 0.0) - (silence.error or 0.0) < (silence.low or 0.0)
    return ended == "they_after_thanks" and silence.result is not Result.PASS


def _ended(verdict: Verdict) -> Ended:
    hung_up = any(line.kind == "hung_up" for line in verdict.prospect)
    if any(check.name == "welcome" for check in verdict.checks):
        return "they_after_thanks" if hung_up else "rep"
    return "they" if verdict.close and verdict.close.ended_by.startswith("they_") else "rep"
