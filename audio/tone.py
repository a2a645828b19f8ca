"""What the melody of a piece of speech comes to: where its pitch lies, and how far it rises or falls to its end.

The last movement is a line through F0, louder moments counting more: over the last 0.15 s, or over most of the word
where it takes its time. What voicing is too weak for stays unsaid.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from audio.block import Samples
from audio.pitch import STEP_S, Contour, Curve, contour
from audio.segment import Segment, Tone
from audio.segmentation import Region

LONGEST_WORD_S = 2.0  # both words in one piece; what is longer only tells where the voice lies ...
COARSE_STEP_S = 0.1  # ... for which a look every now and then is enough
WORD_BELIEF = 0.1  # how much an ear has to believe that it is one of the two words
LEAST_VOICED_S = 0.1
LEAST_SHARE = 0.3  # of a piece; less is what noise and whispering come to by chance
LAST_S = 0.15
LEAST_POINTS = 6  # for a line
LONG_S, LONG_SHARE = 0.25, 0.8  # the longer stretch: so much of what is voiced, and at least so long
HIDDEN_S = 0.15  # where the last voice is so long before the end, its end is covered
CREAK_ST = 2.2  # from one moment to the next; no throat is so quick: the last 0.15 s are then not heard alone
GOES_ON_ST = 0.3  # a rise that the last 0.15 s have no such part in was a step inside the word
_QUANTILES = (0.1, 0.3, 0.5, 0.7, 0.9)
_TAPER_DB = 80.0  # so much less loud, ten times less weight
_JITTER_ST = 0.15  # of F0 along a line, where nothing disturbs it
_HUBER = 1.5
_ROUNDS = 2

Flags = npt.NDArray[np.bool_]
Segmenter = Callable[[Region], Iterable[Segment]]


def toned(segmenter: Segmenter) -> Segmenter:
    """The same second pass, its segments with their tone."""

    def segments(region: Region) -> Iterator[Segment]:
        for segment in segmenter(region):
            yield replace(segment, tone=_of(segment, region))

    return segments


def tone(samples: Samples, start: float, end: float) -> Tone | None:
    """Of a word in 16 kHz mono `samples`, from `start` to `end` in seconds; None where too little of it is voiced."""
    return _summed(contour(samples, start, end), STEP_S, start, end)


def _of(segment: Segment, region: Region) -> Tone | None:
    start, end = segment.start - region.start_s, segment.end - region.start_s
    if segment.duration <= LONGEST_WORD_S and (segment.beliefs is None or segment.beliefs[2] < 1 - WORD_BELIEF):
        return tone(region.samples, start, end)
    return _summed(contour(region.samples, start, end, COARSE_STEP_S), COARSE_STEP_S, start, end)


def _summed(curves: Contour, step_s: float, start: float, end: float) -> Tone | None:
    voiced = np.isfinite(curves.f0_hz)
    seconds = float(voiced.sum()) * step_s
    if seconds < LEAST_VOICED_S or seconds < LEAST_SHARE * (end - start):
        return None
    in_order = np.sort(curves.f0_hz[voiced])
    places = np.linspace(0.0, 1.0, len(in_order))
    low, lower, middle, higher, high = np.interp(_QUANTILES, places, in_order).round(2).tolist()
    slope = _last_movement(curves.steady(), end) if step_s == STEP_S else None
    return Tone((low, lower, middle, higher, high), round(seconds, 2), slope)


def _last_movement(curves: Contour, end: float) -> float | None:
    """Semitones from where the last movement begins to the end of what is voiced."""
    voiced = np.isfinite(curves.f0_hz)
    times, levels = curves.times[voiced], curves.levels_dbfs[voiced]
    if len(times) == 0 or end - times[-1] >= HIDDEN_S:
        return None
    semitones = 12.0 * np.log2(curves.f0_hz[voiced])
    longer = max(LONG_S, LONG_SHARE * float(times[-1] - times[0]))
    here = times > times[-1] - LAST_S
    last, long = (_line(times, semitones, levels, stretch) for stretch in (here, times > times[-1] - longer))
    if last is None or long is None or np.abs(np.diff(semitones[here])).max() > CREAK_ST:
        return long
    if long > 0 and last < GOES_ON_ST:
        return last
    return max(last, long, key=abs)


def _line(times: Curve, semitones: Curve, levels: Curve, here: Flags) -> float | None:
    """How far a straight line through the moments that are `here` goes up; moments far from it count less."""
    if here.sum() < LEAST_POINTS:
        return None
    times, semitones, levels = times[here], semitones[here], levels[here]
    loudness = 10.0 ** ((levels - levels.max()) / _TAPER_DB)
    weights = loudness
    slope = 0.0
    for _ in range(_ROUNDS):
        total = weights.sum()
        at, height = times - weights @ times / total, semitones - weights @ semitones / total
        slope = float(weights @ (at * height) / (weights @ (at * at)))
        off = np.abs(height - slope * at)
        bound = _HUBER * max(_JITTER_ST, 1.48 * float(np.sort(off)[len(off) // 2]))
        weights = loudness / np.maximum(1.0, off / bound)
    return round(slope * float(times[-1] - times[0] + STEP_S), 2)
