"""What another timing profile would have made of takes that were judged: nothing is measured or changed for it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

from coach.checks import timed
from coach.closing import overall
from coach.takes import EVERY, Wanted
from coach.tone import TONE_CHECKS
from coach.verdict import Result

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from coach.bands import Bands
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


class Pasts(Protocol):
    """May raise `StoreError`."""

    def pasts(self, wanted: Wanted = EVERY) -> Iterator[Past]:
        """Yield them, the newest first, reading on as the caller does."""


def past(take: str, verdict: Verdict) -> Past:
    ended_by = verdict.close.ended_by if verdict.close else None
    hung_up = any(line.kind == "hung_up" for line in verdict.prospect)
    return past_of(take, verdict.result, verdict.checks, ended_by, hung_up=hung_up)


def past_of(take: str, result: Result, checks: Iterable[Check], ended_by: str | None, *, hung_up: bool) -> Past:
    """Of what a verdict says; `hung_up`: the prospect did."""
    deciding = tuple(check for check in checks if check.name not in TONE_CHECKS)
    ended: Ended = "they" if ended_by is not None and ended_by.startswith("they_") else "rep"
    if any(check.name == "welcome" for check in deciding):
        ended = "they_after_thanks" if hung_up else "rep"
    return Past(take, result, deciding, ended)


def gather(pasts: Iterable[Past], told: Callable[[int], bool]) -> tuple[Past, ...] | None:
    """Read them once, so that any number of bands can be tried on them. May raise `StoreError`.

    `told` hears now and then how many it was so far; where it says False, it stops with None.
    """
    found: list[Past] = []
    for one in pasts:
        found.append(one)
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
