"""A take beside a sample: the curves of both words, each speaker's over their own middle and loudest moment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from app.sampled import Sampled, sampled
from app.widgets.curves import Curve, Pair
from audio.block import Block, Samples
from audio.envelope import HOP_S, SILENCE_DBFS, Envelope, Levels
from audio.frames import frames
from audio.pitch import contour

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.samples import Sample
    from audio.segment import Segment
    from coach.bands import Bands
    from coach.verdict import Verdict

_SMOOTH = 5  # hops: 25 ms


@dataclass(frozen=True, slots=True)
class Compared:
    """A pair of curves for "Ok" and for the farewell, and the sample they were compared with."""

    pairs: tuple[Pair, ...]
    sampled: Sampled


def compared(blocks: Iterable[Block], verdict: Verdict, sample: Sample, bands: Bands) -> Compared:
    """Raise `AudioError` where the take or the sample is no longer there."""
    model = sampled(sample, bands)
    theirs = curves([Block(model.sound.samples[:, None], model.sound.rate_hz)], model.verdict)
    return Compared(tuple(map(Pair, curves(blocks, verdict), theirs)), model)


def curves(blocks: Iterable[Block], verdict: Verdict) -> tuple[Curve, ...]:
    """Of "Ok" and of the farewell, for a sound with that verdict; none where it has no close."""
    if (close := verdict.close) is None:
        return ()
    batches = [batch.samples for batch in frames(blocks)]
    envelope = Envelope()
    levels = _smooth(np.concatenate([envelope.push(batch) for batch in batches]))
    samples = np.concatenate(batches).reshape(-1)
    words = [(word, _within(levels, word)) for word in (close.ok, close.farewell)]
    loudest = max(float(within.max(initial=-np.inf)) for _, within in words)
    return tuple(
        Curve(
            word.duration,
            tuple((np.arange(len(within)) * HOP_S).round(4).tolist()),
            _semitones(samples, word, len(within), verdict.middle_hz),
            tuple((within - loudest).round(2).tolist()),
        )
        for word, within in words
    )


def _semitones(samples: Samples, word: Segment, hops: int, middle_hz: float | None) -> tuple[float | None, ...]:
    """The pitch at each hop over the speaker's own middle; None where the voice has none."""
    pitch = contour(samples, word.start, word.end).steady()
    if middle_hz is None or len(pitch.times) == 0:
        return (None,) * hops
    moments = word.start + np.arange(hops) * HOP_S
    heard = np.interp(moments, pitch.times, pitch.semitones(middle_hz), left=np.nan, right=np.nan)
    return tuple(None if np.isnan(value) else round(float(value), 2) for value in heard)


def _smooth(levels: Levels) -> Levels:
    """Without the ripple of the single periods of the voice."""
    power = np.convolve(10 ** (levels / 10), np.ones(_SMOOTH) / _SMOOTH, "same")
    smooth: Levels = 10 * np.log10(np.maximum(power, 10 ** (SILENCE_DBFS / 10)))
    return smooth


def _within(levels: Levels, word: Segment) -> Levels:
    return levels[round(word.start / HOP_S) : round(word.end / HOP_S) + 1]
