"""Sounds that are no speech, made of bursts, resonances and shaped noise: keys, mice, lips, breaths, chairs, coughs."""

from __future__ import annotations

import numpy as np

from audio.block import Samples
from audio.frames import RATE
from audio.training.warping import Curve, filtered, rms, smooth_curve


def click(rng: np.random.Generator) -> Samples:
    """One short knock: noise that dies within milliseconds, and a few things that ring."""
    length = int(rng.uniform(0.004, 0.05) * RATE)
    t = np.arange(length) / RATE
    sound = rng.standard_normal(length) * np.exp(-t / rng.uniform(0.0007, 0.008))
    for _ in range(int(rng.integers(0, 5))):
        ring = np.sin(2 * np.pi * float(np.exp(rng.uniform(np.log(150), np.log(7000)))) * t + rng.uniform(0, 6))
        sound += rng.normal(0, 1) * ring * np.exp(-t / rng.uniform(0.002, 0.015))
    return _peak(sound)


def key(rng: np.random.Generator) -> Samples:
    """Down and up again: two or three knocks and the board's thud."""
    sound = np.zeros(int(0.3 * RATE), np.float32)
    at = 0
    for gain in (1.0, *rng.uniform(0.15, 0.8, int(rng.integers(1, 3)))):
        _add(sound, at, click(rng) * np.float32(gain))
        if rng.random() < 0.5:
            _add(sound, at, thud(rng) * np.float32(gain * rng.uniform(0.1, 0.8)))
        at += int(rng.uniform(0.01, 0.13) * RATE)
    return sound[: min(len(sound), at + int(0.05 * RATE))]


def typing(rng: np.random.Generator, length: int) -> Samples:
    """Someone types on, now and then stopping."""
    sound = np.zeros(length, np.float32)
    at = int(rng.uniform(0, 0.3) * RATE)
    habit = [key(rng) for _ in range(6)]
    while at < length:
        _add(sound, at, habit[int(rng.integers(6))] * np.float32(10 ** (rng.normal(0, 3) / 20)))
        at += int((rng.uniform(0.06, 0.3) if rng.random() < 0.93 else rng.uniform(0.4, 1.5)) * RATE)
    return sound


def lips(rng: np.random.Generator) -> Samples:
    """One to four little smacks."""
    sound = np.zeros(int(0.15 * RATE), np.float32)
    at = 0
    for _ in range(int(rng.integers(1, 5))):
        t = np.arange(int(rng.uniform(0.001, 0.006) * RATE)) / RATE
        burst = np.sin(2 * np.pi * rng.uniform(900, 6000) * t) * np.exp(-t / rng.uniform(0.0005, 0.003))
        _add(sound, at, (burst * rng.uniform(0.3, 1)).astype(np.float32))
        at += int(rng.uniform(0.004, 0.04) * RATE)
    return _peak(sound)


def breath(rng: np.random.Generator) -> Samples:
    """Air through a mouth or a nose: noise with two or three broad formants that rises and falls."""
    length = int(rng.uniform(0.08, 0.9) * RATE)
    noise = rng.standard_normal(length).astype(np.float32)
    sound = np.zeros(length, np.float32)
    for _ in range(int(rng.integers(1, 4))):
        low = rng.uniform(150, 3500)
        sound += filtered(noise, "band", (low, min(7600.0, low * rng.uniform(1.4, 4))), 2) * rng.uniform(0.2, 1)
    shape = np.sin(np.pi * np.linspace(0, 1, length) ** rng.uniform(0.5, 1.8)) ** rng.uniform(0.6, 2)
    return _peak(sound * shape * 10 ** (smooth_curve(rng, length, 6, 3) / 20))


def cough(rng: np.random.Generator) -> Samples:
    """A burst, and a rough tail with some voice in it."""
    length = int(rng.uniform(0.12, 0.45) * RATE)
    t = np.arange(length) / RATE
    noise = rng.standard_normal(length).astype(np.float32)
    sound = filtered(noise, "band", (rng.uniform(250, 700), rng.uniform(1800, 5000)), 2) * np.exp(
        -t / rng.uniform(0.03, 0.15)
    )
    if rng.random() < 0.5:
        pulses = np.sign(
            np.sin(2 * np.pi * np.cumsum(rng.uniform(90, 250) * np.exp(rng.normal(0, 0.1, length))) / RATE)
        )
        sound += 0.4 * filtered(pulses.astype(np.float32), "band", (400.0, 1500.0), 2) * np.exp(-t / 0.06)
    return _peak(sound)


def thud(rng: np.random.Generator) -> Samples:
    """A table, a chair, a cable: low and short."""
    t = np.arange(int(rng.uniform(0.03, 0.25) * RATE)) / RATE
    body = np.sin(2 * np.pi * rng.uniform(50, 350) * t) + 0.4 * rng.standard_normal(len(t))
    return _peak(filtered((body * np.exp(-t / rng.uniform(0.01, 0.06))).astype(np.float32), "low", 1200.0, 2))


MADE = (click, key, lips, breath, breath, breath, cough, thud)


def any_event(rng: np.random.Generator) -> Samples:
    return MADE[int(rng.integers(len(MADE)))](rng)


def loudness(rng: np.random.Generator, event: Samples) -> float:
    """The gain that makes it as loud as such things are beside a voice whose RMS is 1."""
    if len(event) > 0.1 * RATE:
        return float(10 ** (rng.uniform(-36, -6) / 20)) / rms(event)
    return float(10 ** (rng.uniform(-30, 10) / 20))


def _peak(sound: Samples | Curve) -> Samples:
    return (sound / max(1e-9, float(np.abs(sound).max()))).astype(np.float32)


def _add(sound: Samples, at: int, event: Samples) -> None:
    room = len(sound) - at
    if room > 0:
        sound[at : at + len(event)] += event[:room]
