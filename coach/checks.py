"""Each measured thing against its band, honest about the error of the measure."""

from __future__ import annotations

from dataclasses import replace

from audio.segment import Segment
from coach.bands import Band, Bands
from coach.naming import Pair
from coach.verdict import Check, Close, Result

# For each check: (word, what the other side hears) when it is right, too little, too much, or too near a limit to tell.
_WORDS: dict[str, dict[str, tuple[str, str]]] = {
    "pause": {
        "good": ("clear", "Two separate statements. You accepted their answer."),
        "low": ("short", "One breath: “Ok” does not stand alone."),
        "high": ("long", "They may wonder whether you are still there."),
        "unsure": ("close call", "Too near the limit to tell."),
        "none": ("none", "Both words in one piece: “Ok” does not stand alone."),
    },
    "silence": {
        "good": ("kept", "They had room to speak, or to go first."),
        "low": ("short", "The door closes on them."),
        "high": ("long", "Longer than you set yourself."),
        "unsure": ("close call", "Too near the limit to tell."),
        "spoken": ("broken", "You spoke again before they could."),
        "they_hung_up": ("they went first", "They hung up first. That is never a fault."),
        "they_spoke": ("they spoke", "They had room to speak, and did."),
    },
    "answer_time": {
        "good": ("in time", "Not rushed."),
        "low": ("rushed", "They had hardly finished."),
        "high": ("late", "They wait, and wonder what is coming."),
        "unsure": ("close call", "Too near the limit to tell."),
    },
    "ok": {
        "good": ("plain", "Accepted, nothing more."),
        "low": ("clipped", "Bitten off: it may sound curt."),
        "high": ("drawn out", "Drawn out: it may sound like a doubt."),
        "unsure": ("close call", "Too near the limit to tell."),
    },
    "farewell": {
        "good": ("plain", "An end, businesslike."),
        "low": ("clipped", "Bitten off: it may sound curt."),
        "high": ("drawn out", "Drawn out: it may sound like more is coming."),
        "unsure": ("close call", "Too near the limit to tell."),
    },
}


def check_all(close: Close, pair: Pair, bands: Bands) -> tuple[Check, ...]:
    """Every check that can be made on a close, in the order of the table."""
    return (
        _pause(close, bands.pause),
        silence(close, bands.silence),
        _nothing_else(pair),
        length("ok", close.ok, bands.ok),
        length("farewell", close.farewell, bands.farewell),
    )


def length(name: str, word: Segment, band: Band) -> Check:
    """How long a word took."""
    return timed(name, word.duration, both(word.start_error, word.end_error), band)


def answer_time(ok: Segment, their_end: float, their_error: float, band: Band) -> Check:
    """From the end of the other side's no to the start of "Ok"; less than nothing where it came into their words."""
    return timed("answer_time", ok.start - their_end, both(ok.start_error, their_error), band)


def not_measured(checks: tuple[Check, ...], why: str) -> tuple[Check, ...]:
    """The same checks with their values taken back."""
    return tuple(
        Check(c.name, Result.NOT_MEASURED, None, None, c.unit, c.low, c.high, "not measured", why) for c in checks
    )


def _pause(close: Close, band: Band) -> Check:
    if not close.together:
        return timed("pause", close.pause, close.pause_error, band)
    result = Result.FAIL if band.low > close.pause_error else Result.UNSURE
    word, says = _WORDS["pause"]["none"]
    return Check("pause", result, close.pause, close.pause_error, "s", band.low, band.high, word, says)


def silence(close: Close, band: Band) -> Check:
    """What they ended themselves was never too short."""
    check = timed("silence", close.silence, close.silence_error, band)
    if close.ended_by.startswith("they_") and close.silence - close.silence_error < band.low:
        word, says = _WORDS["silence"][close.ended_by]
        return replace(check, result=Result.PASS, word=word, says=says)
    if close.ended_by != "speech" or check.result is not Result.FAIL or close.silence >= band.low:
        return check
    word, says = _WORDS["silence"]["spoken"]
    return replace(check, word=word, says=says)


def _nothing_else(pair: Pair) -> Check:
    said = len(pair.extras)
    if said:
        return Check(
            "nothing_else", Result.FAIL, said, None, "words", 0, 0, "more", "More than the two words was said."
        )
    return Check("nothing_else", Result.PASS, 0, None, "words", 0, 0, "", "No argument, no filler thanks.")


def timed(name: str, value: float, error: float, band: Band) -> Check:
    """A time against its band; unsure where it is nearer to a limit than can be measured."""
    side = "good"
    if value < band.low:
        side = "low"
    elif band.high is not None and value > band.high:
        side = "high"
    result = Result.PASS if side == "good" else Result.FAIL
    limits = [limit for limit in (band.low, band.high) if limit]
    if any(abs(value - limit) <= error for limit in limits):
        side, result = "unsure", Result.UNSURE
    word, says = _WORDS[name][side]
    return Check(name, result, value, error, "s", band.low, band.high, word, says)


def both(first: float, second: float) -> float:
    """Two independent errors of 95 % together."""
    return float((first * first + second * second) ** 0.5)
