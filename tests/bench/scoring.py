"""How good verdicts are against the truth: the same score for every engine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, inf, nan
from statistics import fmean

from audio.segment import Segment, Word
from bench.truth import Truth
from coach.bands import Bands
from coach.verdict import Result, Verdict

LIMITS = Bands().pause
NEAR_LIMIT_S = 0.03  # so near to a limit "unsure" is the right answer


@dataclass(frozen=True, slots=True)
class Outcome:
    """One take. A field is None where the take has nothing of the kind; an error is infinite where it was not found."""

    found: bool | None
    pause_error: float | None
    half_width: float | None
    right: bool | None
    silence_error: float | None
    extra: bool
    said_extra: bool


@dataclass(frozen=True, slots=True)
class Score:
    """Many takes: shares of 1, seconds. NaN where there was nothing to count."""

    takes: int
    found: float
    pause_median: float
    pause_95th: float
    inside: float
    half_width: float
    right: float
    extra_recall: float
    extra_false: float
    silence_median: float
    silence_95th: float


def outcome(truth: Truth, verdict: Verdict) -> Outcome:
    said_extra = any(check.name == "nothing_else" and check.result is Result.FAIL for check in verdict.checks)
    farewell = truth.word(Word.FAREWELL)
    if farewell is None:
        return Outcome(None, None, None, None, None, truth.extra, said_extra)
    ok, close = truth.word(Word.OK), verdict.close
    assert ok is not None
    needed = 0.2 if truth.together else 0.5  # run together, where one ends and the other begins is a matter of taste
    hit_ok = close is not None and covered(ok, close.ok) >= needed
    hit_farewell = close is not None and covered(farewell, close.farewell) >= needed
    pause_error = half_width = right = None
    if truth.pause is not None:
        pause_error = inf
        if close is not None and hit_ok and hit_farewell:
            pause_error, half_width = abs(close.pause - truth.pause), close.pause_error
        right = _right(truth.pause, verdict)
    silence_error = abs(close.silence - truth.silence) if close is not None and hit_farewell else inf
    return Outcome(hit_ok and hit_farewell, pause_error, half_width, right, silence_error, truth.extra, said_extra)


def score(outcomes: Sequence[Outcome]) -> Score:
    pauses = [o.pause_error for o in outcomes if o.pause_error is not None]
    stated = [(o.pause_error, o.half_width) for o in outcomes if o.pause_error is not None and o.half_width is not None]
    silences = [o.silence_error for o in outcomes if o.silence_error is not None]
    return Score(
        len(outcomes),
        share([o.found for o in outcomes if o.found is not None]),
        quantile(pauses, 0.5),
        quantile(pauses, 0.95),
        share([error <= half_width + 1e-9 for error, half_width in stated]),
        quantile([half_width for _, half_width in stated], 0.5),
        share([o.right for o in outcomes if o.right is not None]),
        share([o.said_extra for o in outcomes if o.extra]),
        share([o.said_extra for o in outcomes if not o.extra]),
        quantile(silences, 0.5),
        quantile(silences, 0.95),
    )


def covered(true: Segment, heard: Segment) -> float:
    """The share of a word that was heard as this one."""
    return max(0.0, min(true.end, heard.end) - max(true.start, heard.start)) / true.duration


def quantile(values: Sequence[float], part: float) -> float:
    """The smallest value that `part` of all do not exceed: infinite ones have their place, none are mixed."""
    return sorted(values)[max(0, ceil(part * len(values)) - 1)] if values else nan


def share(answers: Sequence[bool]) -> float:
    return fmean(answers) if answers else nan


def _right(pause: float, verdict: Verdict) -> bool:
    assert LIMITS.high is not None
    result = next((check.result for check in verdict.checks if check.name == "pause"), None)
    wanted = Result.PASS if LIMITS.low <= pause <= LIMITS.high else Result.FAIL
    near = min(abs(pause - LIMITS.low), abs(pause - LIMITS.high)) <= NEAR_LIMIT_S
    return result is wanted or (near and result is Result.UNSURE)
