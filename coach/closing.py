"""The close of a whole recording: measured from its final segments, judged once the sound is over."""

from __future__ import annotations

from collections.abc import Iterable
from statistics import median
from typing import NamedTuple

from audio.segment import Segment, SoundEnded, VoiceKnown
from coach.bands import Bands
from coach.checks import check_all, not_measured
from coach.naming import Pair, named
from coach.nearness import near
from coach.sentences import advise, nothing_heard, sound_was_lost
from coach.tone import middle_hz, tone_checks
from coach.verdict import Check, Close, Kind, Result, Utterance, Verdict

TOGETHER_ERROR_S = 0.12  # words without a gap of their own may still lie so far apart: the closures of "Good-bye"
LOSS_REACH_S = 0.3  # a loss so shortly before "Ok" may have taken its beginning


def conclude(
    segments: list[Segment], lost: list[float], ended: SoundEnded, bands: Bands, voice: VoiceKnown | None = None
) -> Verdict:
    """The verdict on everything heard; the last close counts. `voice` is the rep's own, where it was calibrated."""
    voices, found = near(segments, voice)
    utterances = with_the_far(named(voices, found), segments, voices)
    snr = typical_snr(voices)
    middle = middle_hz(voices, voice)
    if not found:
        headline, advice = nothing_heard(voices)
        return Verdict(
            Result.NOT_MEASURED,
            headline,
            advice,
            (),
            None,
            (),
            utterances,
            ended.duration,
            ended.noise_dbfs,
            snr,
            headline,
            middle_hz=middle,
        )
    closes = tuple(measured(pair, ended.duration) for pair in found)
    close = closes[-1]
    judged = rate(close, found[-1], lost, bands)
    checks = (*judged.checks, *tone_checks(close))  # tone is described beside them
    if judged.reason is not None:
        checks = not_measured(checks, judged.reason)
    return Verdict(
        judged.result,
        judged.headline,
        judged.advice,
        checks,
        close,
        closes,
        utterances,
        ended.duration,
        ended.noise_dbfs,
        snr,
        judged.reason,
        middle_hz=middle,
    )


class Rated(NamedTuple):
    """`reason` says why it could not be measured."""

    result: Result
    headline: str
    advice: str
    checks: tuple[Check, ...]
    reason: str | None = None


def rate(close: Close, pair: Pair, lost: Iterable[float], bands: Bands) -> Rated:
    """One close by its bands; where sound was lost in it, nothing of it can be trusted."""
    checks = check_all(close, pair, bands)
    result, reason = overall([check.result for check in checks]), None
    if any(close.ok.start - LOSS_REACH_S <= at <= close.farewell.end + close.silence for at in lost):
        result, reason = Result.NOT_MEASURED, sound_was_lost()
    return Rated(result, *advise(result, checks), checks, reason)


def typical_snr(voices: list[Segment]) -> float | None:
    return round(median(voice.snr_db for voice in voices), 1) if voices else None


def measured(pair: Pair, duration: float, theirs: Iterable[tuple[float, str]] = ()) -> Close:
    """The close of two words, in a sound of so many seconds.

    `theirs` is what the other side did, each with its moment and the word for `Close.ended_by`.
    """
    ends = [(at, what) for at, what in theirs if at >= pair.farewell.start]
    if pair.next_speech is not None:
        ends.append((pair.next_speech, "speech"))
    until, ended_by = min(ends, default=(duration, "end"))
    return Close(
        pair.ok,
        pair.farewell,
        pause=0.0 if pair.together else pair.ok.gap_to(pair.farewell),
        pause_error=TOGETHER_ERROR_S if pair.together else (pair.ok.end_error**2 + pair.farewell.start_error**2) ** 0.5,
        silence=max(0.0, until - pair.farewell.end),
        silence_error=pair.farewell.end_error,
        ended_by=ended_by,
        together=pair.together,
    )


def overall(results: Iterable[Result]) -> Result:
    """The worst of them."""
    found = set(results)
    for worst in (Result.FAIL, Result.UNSURE):
        if worst in found:
            return worst
    return Result.PASS


def with_the_far(
    utterances: Iterable[Utterance], segments: Iterable[Segment], voices: Iterable[Segment]
) -> tuple[Utterance, ...]:
    """In order of time, whoever else was heard among them."""
    those_near = set(voices)
    far = [Utterance(segment, Kind.OTHER) for segment in segments if segment not in those_near]
    return tuple(sorted((*utterances, *far), key=lambda utterance: utterance.segment.start))
