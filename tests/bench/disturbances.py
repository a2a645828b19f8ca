"""What disturbs a close, drawn with numbers: keys and breaths beside the words, neighbours, a telephone line."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import soxr
from drawing import RATE, spoken_word

from audio.block import Samples
from audio.segment import Segment
from audio.words import catalogue
from bench.truth import loudest_dbfs

TALK = ("goodday", "gotit", "heardyou", "nicemorning", "noproblem", "okay", "sorry", "thankyou", "understand")
TELEPHONE_HZ = (300.0, 3400.0)
NEAREST_S, FARTHEST_S = 0.02, 0.12  # between an event and its word


def key(rng: np.random.Generator) -> Samples:
    """Down and up again: two knocks that ring a little."""
    sound = np.zeros(round(0.15 * RATE))
    for at, gain in ((0.0, 1.0), (float(rng.uniform(0.06, 0.11)), float(rng.uniform(0.2, 0.7)))):
        t = np.arange(round(0.03 * RATE)) / RATE
        knock = rng.standard_normal(len(t)) * np.exp(-t / rng.uniform(0.001, 0.006))
        knock += np.sin(2 * np.pi * rng.uniform(400, 4000) * t) * np.exp(-t / 0.008)
        first = round(at * RATE)
        sound[first : first + len(t)] += gain * knock
    return sound.astype(np.float32)


def breath(rng: np.random.Generator) -> Samples:
    """Air that rises and falls, between some 400 and 3000 Hz."""
    length = round(float(rng.uniform(0.2, 0.5)) * RATE)
    air = band(rng.standard_normal(length), RATE, float(rng.uniform(200, 600)), float(rng.uniform(2000, 4500)))
    return (air * np.sin(np.pi * np.linspace(0, 1, length)) ** 1.5).astype(np.float32)


DRAWN = {"keys": (key, (-20.0, -5.0)), "breaths": (breath, (-32.0, -20.0))}  # dB against the loudest 10 ms of the words


def beside(rng: np.random.Generator, what: str, words: Sequence[Segment], length: int) -> Samples:
    """One of `what` right before or right after each word, where it fits; levels against a voice at 0 dBFS."""
    draw, (softest, loudest) = DRAWN[what]
    out = np.zeros(length, np.float32)
    ends = [0.0, *(word.end for word in words)]
    starts = [*(word.start for word in words), length / RATE]
    for i in range(len(words)):
        event, gap_s = draw(rng), float(rng.uniform(NEAREST_S, FARTHEST_S))
        before = bool(rng.random() < 0.5)
        free = (ends[i], starts[i]) if before else (ends[i + 1], starts[i + 1])
        took = len(event) / RATE
        at = free[1] - gap_s - took if before else free[0] + gap_s
        event *= 10 ** ((float(rng.uniform(softest, loudest)) - loudest_dbfs(event, RATE)) / 20)
        if at >= free[0] + NEAREST_S and at + took <= free[1] - NEAREST_S:
            first = round(at * RATE)
            out[first : first + len(event)] += event
    return out


def neighbours(rng: np.random.Generator, own_voice: str, length: int) -> Samples:
    """Two others who talk on, at 0 dBFS each."""
    others = sorted({word.voice for word in catalogue()} - {own_voice})
    out = np.zeros(length, np.float32)
    for voice in rng.choice(others, 2, replace=False):
        at = round(float(rng.uniform(0, 1)) * RATE)
        while at < length:
            said = spoken_word(str(voice), str(rng.choice(TALK)))[: length - at]
            out[at : at + len(said)] += said * np.float32(10 ** (-loudest_dbfs(said, RATE) / 20))
            at += len(said) + round(float(rng.uniform(0.1, 1.2)) * RATE)
    return out


def telephone(sound: Samples, rate_hz: int) -> Samples:
    """300 to 3400 Hz at 8 kHz."""
    return soxr.resample(band(sound, rate_hz, *TELEPHONE_HZ), rate_hz, 8_000).astype(np.float32)


def band(sound: Samples, rate_hz: int, low_hz: float, high_hz: float) -> Samples:
    """Only what lies between, with edges an eighth of an octave wide."""
    hz = np.maximum(np.fft.rfftfreq(len(sound), 1 / rate_hz), 1.0)
    inside = np.clip(np.minimum(np.log2(hz / low_hz), np.log2(high_hz / hz)) * 8 + 0.5, 0, 1)
    return np.fft.irfft(np.fft.rfft(sound) * inside, len(sound)).astype(np.float32)
