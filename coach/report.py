"""A verdict as the JSON of the contract: seconds, decibels, and null for whatever is not known."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from audio.segment import Segment
    from coach.verdict import Check, Close, Utterance, Verdict

Json = dict[str, Any]


def as_json(verdict: Verdict, *, path: str, sample_rate_hz: int | None, note: str | None = None) -> Json:
    """One line of `okbye analyze --json`: `closes` only where there are several, `reason` only where not measured."""
    line: Json = {
        "path": path,
        "duration_s": _seconds(verdict.duration),
        "sample_rate_hz": sample_rate_hz,
        "noise_dbfs": _level(verdict.noise_dbfs),
        "snr_db": _level(verdict.snr_db),
        "speech": [_utterance(utterance) for utterance in verdict.utterances],
        "voice_hz": _level(verdict.middle_hz),
        "close": None if verdict.close is None else _close(verdict.close, verdict.middle_hz),
        "checks": [_check(check) for check in verdict.checks],
        "verdict": verdict.result.value,
        "headline": verdict.headline,
        "advice": verdict.advice,
    }
    if len(verdict.closes) > 1:
        line["closes"] = [_close(close, verdict.middle_hz) for close in verdict.closes]
    if verdict.reason is not None:
        line["reason"] = verdict.reason
    if note is not None:
        line["note"] = note
    if verdict.drill is not None:
        line |= _rehearsed(verdict)
    return line


def error_as_json(*, path: str, kind: str, says: str) -> Json:
    """The line for what could not be used."""
    return {"path": path, "error": {"kind": kind, "says": says}}


def _rehearsed(verdict: Verdict) -> Json:
    """What a drill adds: its name, the prospect's lines, and how the offer was read."""
    offer = verdict.offer
    return {
        "drill": verdict.drill,
        "prospect": [
            {"start_s": _seconds(line.start), "end_s": _seconds(line.end), "kind": line.kind, "text": line.text}
            for line in verdict.prospect
        ],
        "offer": offer
        and {
            "start_s": _seconds(offer.start),
            "end_s": _seconds(offer.end),
            "words": offer.words,
            "words_per_minute": _rounded(offer.words_per_minute, 1),
            "waited_s": _seconds(offer.waited),
            "spoke_again": offer.spoke_again,
        },
    }


def _close(close: Close, middle_hz: float | None) -> Json:
    return {
        "ok": _word(close.ok, middle_hz),
        "farewell": _word(close.farewell, middle_hz),
        "pause_s": _seconds(close.pause),
        "pause_error_s": _seconds(close.pause_error),
        "silence_s": _seconds(close.silence),
        "silence_error_s": _seconds(close.silence_error),
        "ended_by": close.ended_by,
        "together": close.together,
    }


def _check(check: Check) -> Json:
    return {
        "name": check.name,
        "value": _seconds(check.value),
        "error": _seconds(check.error),
        "unit": check.unit,
        "low": _seconds(check.low),
        "high": _seconds(check.high),
        "result": check.result.value,
        "says": check.says,
    }


def _utterance(utterance: Utterance) -> Json:
    return {**_span(utterance.segment), "kind": utterance.kind.value, "text": None}


def _span(segment: Segment) -> Json:
    return {"start_s": _seconds(segment.start), "end_s": _seconds(segment.end)}


def _word(segment: Segment, middle_hz: float | None) -> Json:
    """A word of the close with how it was said: loudness, pitch over the rep's own middle, and the way to its end."""
    tone = segment.tone
    return {
        **_span(segment),
        "length_s": _seconds(segment.duration),
        "level_dbfs": _level(segment.level_dbfs),
        "f0_hz": None if tone is None else _level(tone.f0_hz),
        "f0_st": None if tone is None else _semitones(tone.f0_hz, middle_hz),
        "slope_st": None if tone is None else _rounded(tone.slope_st, 2),
    }


def _semitones(hz: float, middle_hz: float | None) -> float | None:
    return None if middle_hz is None else _rounded(12 * math.log2(hz / middle_hz), 2)


def _seconds(value: float | None) -> float | None:
    return _rounded(value, 4)


def _level(value: float | None) -> float | None:
    return _rounded(value, 1)


def _rounded(value: float | None, decimals: int) -> float | None:
    """JSON knows neither NaN nor infinity, and a reader need not meet -0.0."""
    if value is None or not math.isfinite(value):
        return None
    return round(value, decimals) + 0.0
