"""How the two words were intoned: described, never judged. What a rise means is for the listener to say."""

from __future__ import annotations

from collections.abc import Iterable

from audio.segment import Segment, VoiceKnown
from coach.verdict import Check, Close, Result

RISE_ST = 1.0  # from here on a rise is named; what is measured of one of 2 semitones lies above it, jitter below
FALL_ST = -1.0
TONE_CHECKS = ("tone_ok", "tone_farewell")

# Why nothing is said: a word for the table, and the sentence.
_TOO_WEAK = ("too weak", "Too little of its end is voiced to tell.")
_NO_END = ("one piece", "It has no end of its own: both words came in one piece.")


def tone_checks(close: Close) -> tuple[Check, Check]:
    """One for each word: `pass` where it ends level or falling, `unsure` where it rises. Neither decides anything."""
    ok, farewell = TONE_CHECKS
    return _check(ok, close.ok, _NO_END if close.together else _TOO_WEAK), _check(farewell, close.farewell, _TOO_WEAK)


def middle_hz(voices: Iterable[Segment], known: VoiceKnown | None = None) -> float | None:
    """Where the rep's voice lies: as calibrated, else the median F0 of all the near voice said."""
    if known is not None and known.f0_hz is not None:
        return known.f0_hz
    tones = [voice.tone for voice in voices if voice.tone is not None]
    weighted = sorted((hz, tone.voiced_s) for tone in tones for hz in tone.quantiles_hz)
    left = sum(seconds for _, seconds in weighted) / 2
    for hz, seconds in weighted:
        left -= seconds
        if left <= 0:
            return hz
    return None


def _check(name: str, word: Segment, silent: tuple[str, str]) -> Check:
    slope = None if word.tone is None else word.tone.slope_st
    if slope is None:
        return Check(name, Result.NOT_MEASURED, None, None, "st", None, RISE_ST, *silent)
    result, shown, says = _described(slope)
    return Check(name, result, slope, None, "st", None, RISE_ST, shown, says)


def _described(slope: float) -> tuple[Result, str, str]:
    if slope >= RISE_ST:
        return Result.UNSURE, "rising", f"Rises {slope:.1f} semitones at the end, may be heard as a question."
    if slope <= FALL_ST:
        return Result.PASS, "falling", "Falls to its end: may be heard as a statement."
    return Result.PASS, "level", "Stays level to its end: may be heard as a statement."
