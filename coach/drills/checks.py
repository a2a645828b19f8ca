"""The checks that only a drill has: what was right after this answer, and what was said instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.bands import Band
from coach.checks import both, timed
from coach.verdict import Check, Result

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audio.segment import Segment

BEFORE_OK_S = 0.6  # "Oh", "Ah"; more is an argument, or the beginning of one
MESSAGE_S = 2.0
WELCOME_S, MUCH_S = 1.8, 2.5
STAYED_S = 3.0
BARELY_S = 0.4  # nobody keeps from a key that is on its way


def simple(name: str, result: Result, word: str, says: str, value: float | None = None) -> Check:
    """Something that was so or was not."""
    return Check(name, result, value, None, "s", None, None, word, says)


def seconds(said: Sequence[Segment]) -> tuple[float, float]:
    """How long was spoken, with its error."""
    error = 0.0
    for segment in said:
        error = both(error, both(segment.start_error, segment.end_error))
    return sum(segment.duration for segment in said), error


def before_ok(said: Sequence[Segment], word: str) -> Check:
    """What was spoken between their no and "Ok": it may be an argument, or "when is a better time?"."""
    value, error = seconds(said)
    if value <= BEFORE_OK_S - error:
        return Check(
            "before_ok", Result.PASS, value, error, "s", 0, BEFORE_OK_S, "", "You took their answer as it was."
        )
    result = Result.UNSURE if abs(value - BEFORE_OK_S) <= error else Result.FAIL
    says = "To them you have not accepted their answer."
    return Check("before_ok", result, value, error, "s", 0, BEFORE_OK_S, word, says)


def message(said: Sequence[Segment], *, closed: bool) -> Check:
    value, error = seconds(said)
    if not said and closed:
        return simple("message", Result.FAIL, "none", "They have nothing to pass on.", 0.0)
    result = Result.PASS if value >= MESSAGE_S else Result.FAIL
    if abs(value - MESSAGE_S) <= error:
        result = Result.UNSURE
    says = "They have something to pass on." if result is Result.PASS else "They have little to pass on."
    return Check(
        "message", result, value, error, "s", MESSAGE_S, None, "left" if result is Result.PASS else "short", says
    )


def welcome(said: Sequence[Segment]) -> Check:
    """Words are not known here, only that something short was said."""
    value, error = seconds(said)
    if not said:
        return simple("welcome", Result.FAIL, "missing", "Their thanks were left without an answer.", 0.0)
    if value <= WELCOME_S - error:
        says = "Something short. “You’re welcome” is right here, “no problem” is not."
        return Check("welcome", Result.PASS, value, error, "s", 0, WELCOME_S, "answered", says)
    result = Result.FAIL if value > MUCH_S else Result.UNSURE
    says = "More than “You’re welcome” takes."
    return Check("welcome", result, value, error, "s", 0, WELCOME_S, "more", says)


def stayed(hung_up_after: float | None, *, closed: bool) -> Check:
    """`hung_up_after` counts from the end of their words; None where the rep did not hang up."""
    if closed:
        return simple("stayed", Result.FAIL, "closed", "They asked for something, and heard an end.")
    if hung_up_after is not None and hung_up_after < STAYED_S:
        says = "They spoke to a line that was gone."
        return Check("stayed", Result.FAIL, max(0.0, hung_up_after), None, "s", STAYED_S, None, "hung up", says)
    return simple("stayed", Result.PASS, "stayed", "They were heard.", hung_up_after)


def silence_after(said: Sequence[Segment], began: float, until: float, band: Band, *, they_went: bool) -> Check:
    """The silence where something was rightly said in it: what counts is what followed."""
    start = max((segment.end for segment in said), default=began)
    error = said[-1].end_error if said else 0.0
    check = timed("silence", max(0.0, until - start), error, band)
    if not they_went or check.result is Result.PASS:
        return check
    says = "They hung up first. That is never a fault."
    return Check("silence", Result.PASS, check.value, error, "s", check.low, check.high, "they went first", says)
