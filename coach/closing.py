"""The close of a whole recording: measured from its final segments, judged once the sound is over."""

from __future__ import annotations

from statistics import median

from audio.segment import Segment, SoundEnded
from coach.bands import Bands
from coach.checks import check_all, not_measured
from coach.naming import Pair, named, near
from coach.pairing import closes_in
from coach.sentences import advise, nothing_heard, sound_was_lost
from coach.tone import middle_hz, tone_checks
from coach.verdict import Close, Kind, Result, Utterance, Verdict

TOGETHER_ERROR_S = 0.12  # words without a gap of their own may still lie so far apart: the closures of "Good-bye"
_LOSS_REACH_S = 0.3  # a loss so shortly before "Ok" may have taken its beginning


def conclude(
    segments: list[Segment], lost: list[float], ended: SoundEnded, bands: Bands, voice_hz: float | None = None
) -> Verdict:
    """The verdict on everything heard; the last close counts. `voice_hz`: where the rep's voice is known to lie."""
    voices = near(segments)
    found = closes_in(voices)
    utterances = _with_the_far(named(voices, found), segments, voices)
    snr = round(median(s.snr_db for s in voices), 1) if voices else None
    middle = middle_hz(voices) if voice_hz is None else voice_hz
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
            middle,
        )
    closes = tuple(_measure(pair, ended.duration) for pair in found)
    close, pair = closes[-1], found[-1]
    deciding = check_all(close, pair, bands)
    result, reason = _overall([check.result for check in deciding]), None
    if any(close.ok.start - _LOSS_REACH_S <= at <= close.farewell.end + close.silence for at in lost):
        result, reason = Result.NOT_MEASURED, sound_was_lost()
    headline, advice = advise(result, deciding, close)
    checks = (*deciding, *tone_checks(close))  # tone is described beside them
    if reason is not None:
        checks = not_measured(checks, reason)
    return Verdict(
        result,
        headline,
        advice,
        checks,
        close,
        closes,
        utterances,
        ended.duration,
        ended.noise_dbfs,
        snr,
        reason,
        middle,
    )


def _measure(pair: Pair, duration: float) -> Close:
    spoken = pair.next_speech
    until = duration if spoken is None else spoken
    return Close(
        pair.ok,
        pair.farewell,
        pause=0.0 if pair.together else pair.ok.gap_to(pair.farewell),
        pause_error=TOGETHER_ERROR_S if pair.together else (pair.ok.end_error**2 + pair.farewell.start_error**2) ** 0.5,
        silence=max(0.0, until - pair.farewell.end),
        silence_error=pair.farewell.end_error,
        ended_by="end" if spoken is None else "speech",
        together=pair.together,
    )


def _overall(results: list[Result]) -> Result:
    for worst in (Result.FAIL, Result.UNSURE):
        if worst in results:
            return worst
    return Result.PASS


def _with_the_far(
    utterances: tuple[Utterance, ...], segments: list[Segment], voices: list[Segment]
) -> tuple[Utterance, ...]:
    those_near = set(voices)
    far = [Utterance(segment, Kind.OTHER) for segment in segments if segment not in those_near]
    return tuple(sorted((*utterances, *far), key=lambda utterance: utterance.segment.start))
