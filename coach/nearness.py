"""Whose voice it is: the rep's own is near, and what is much quieter is somebody else's.

Where the rep's voice was calibrated, its level decides. A microphone may have been turned up or down since, so the
calibration counts only if there is a close that is about as loud as it says. Otherwise the loudest utterance is taken
for the rep's.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from statistics import fmean
from typing import NamedTuple

from audio.segment import Segment, VoiceKnown
from coach.naming import Pair
from coach.pairing import EXTRA_DB, closes_in

NEAR_DB = 11.0  # a neighbour in a call room is at least so much quieter than a headset's wearer
AGREES_DB = 6.0  # a close so near to the calibrated level was said into a microphone that is set as it was then
SPREADS = 4.0  # of the rep's own words below their middle: between EXTRA_DB and NEAR_DB


class Near(NamedTuple):
    """What was said near, in order of time, and the closes in it."""

    voices: list[Segment]
    closes: list[Pair]


def near(segments: Sequence[Segment], voice: VoiceKnown | None = None, since: float = -math.inf) -> Near:
    """Without the voices behind. What ended before `since` tells how loud the rep is, and is left out, too."""
    if voice is not None:
        faintest = voice.level_dbfs - min(NEAR_DB, max(EXTRA_DB, SPREADS * voice.spread_db))
        own = _over(segments, faintest, since)
        closes = closes_in(own, faintest)
        if any(_agrees(pair, voice) for pair in closes):
            return Near(own, closes)
    loudest = max((segment.level_dbfs for segment in segments if segment.level_dbfs is not None), default=0.0)
    voices = _over(segments, loudest - NEAR_DB, since)
    return Near(voices, closes_in(voices))


def _over(segments: Iterable[Segment], faintest: float, since: float) -> list[Segment]:
    return [
        segment
        for segment in segments
        if segment.end >= since and (segment.level_dbfs is None or segment.level_dbfs > faintest)
    ]


def _agrees(pair: Pair, voice: VoiceKnown) -> bool:
    levels = [word.level_dbfs for word in (pair.ok, pair.farewell) if word.level_dbfs is not None]
    return bool(levels) and abs(fmean(levels) - voice.level_dbfs) <= AGREES_DB
