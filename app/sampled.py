"""A sample as the window shows it: its sound, and what the engine measures in that sound."""

from __future__ import annotations

from dataclasses import dataclass

from app.measure import judged
from app.said import Peaks
from app.samples import Sample, composed
from audio.block import Block
from audio.compose import Composed
from audio.peaks import HOP_S, PeakMeter
from coach.bands import Bands
from coach.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Sampled:
    sample: Sample
    sound: Composed
    peaks: Peaks
    verdict: Verdict


def sampled(sample: Sample, bands: Bands) -> Sampled:
    """Compose it, hear it and judge it, as any take. Raise `MissingFile`."""
    sound = composed(sample)
    block, meter = Block(sound.samples[:, None], sound.rate_hz), PeakMeter()
    bars = (*meter.hear(block), *meter.rest(sound.rate_hz))
    return Sampled(sample, sound, Peaks(0.0, HOP_S, bars), judged([block], bands))
