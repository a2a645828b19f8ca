"""The room around a voice: its echo, its noise of any colour, and the people who talk at the back."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from scipy.fft import irfft, next_fast_len, rfft
from scipy.signal import fftconvolve

from audio.block import Samples
from audio.frames import RATE
from audio.training import events
from audio.training.warping import COLOUR_HZ, Curve, coloured, filtered, random_colour, resampled, rms, smooth_curve

Draw = Callable[[], Samples]  # something that somebody says


def echo(rng: np.random.Generator, seconds: tuple[float, float], direct_db: tuple[float, float]) -> Samples:
    """An impulse response: the direct sound, `direct_db` over a tail that dies by 60 dB in `seconds`."""
    length = int(rng.uniform(*seconds) * RATE)
    tail = rng.standard_normal(length) * 10 ** (-3 * np.arange(length) / length)
    tail[: int(rng.uniform(0, 0.01) * RATE)] = 0
    tail *= 10 ** (-rng.uniform(*direct_db) / 20) / np.sqrt((tail**2).sum() + 1e-9)
    tail[0] = 1
    return tail.astype(np.float32)


def noise(rng: np.random.Generator, length: int) -> Samples:
    """Some steady or restless noise, RMS 1."""
    make = (_steady, _steady, _hum, _fan, _street, _typist)[int(rng.integers(6))]
    sound = make(rng, length)
    if rng.random() < 0.3:
        sound = sound / rms(sound) + _steady(rng, length) * 10 ** (rng.uniform(-20, 0) / 20)
    if rng.random() < 0.3:
        sound = sound * 10 ** (smooth_curve(rng, length, 5, 2.5) / 20)
    return (sound / rms(sound)).astype(np.float32)


def neighbours(rng: np.random.Generator, length: int, talkers: int, draw: Draw) -> Samples:
    """Voices at the other end of a room: reverberant and dull, RMS 1."""
    sound = np.zeros(length, np.float32)
    for _ in range(talkers):
        at = int(rng.uniform(-0.5, 0.5) * RATE)
        pitch = float(np.exp(rng.normal(0, 0.1)))
        while at < length:
            said = draw()
            said = resampled(said, int(len(said) / pitch)) if len(said) < 5 * RATE else said
            said = said / rms(said) * np.float32(10 ** (rng.normal(0, 3) / 20))
            begin, end = max(at, 0), min(length, at + len(said))
            if end > begin:
                sound[begin:end] += said[begin - at : end - at]
            at += len(said) + int(rng.exponential(0.5) * RATE)
    sound = fftconvolve(sound, echo(rng, (0.2, 0.8), (-12, 6)))[:length].astype(np.float32)
    sound = filtered(sound, "low", rng.uniform(1500, 6000), 2)
    return sound / np.float32(rms(sound))


def _steady(rng: np.random.Generator, length: int) -> Curve:
    """Noise whose power falls with frequency, from white to rumbling."""
    size = next_fast_len(length, real=True)
    spectrum = rfft(rng.standard_normal(size))
    hz = np.maximum(np.fft.rfftfreq(size, 1 / RATE), 20.0)
    shaped: Curve = irfft(spectrum * hz ** -rng.uniform(0, 1.2), size)[:length]
    if rng.random() < 0.5:
        shaped = coloured(shaped.astype(np.float32), COLOUR_HZ, random_colour(rng, 8)).astype(np.float64)
    return shaped / rms(shaped)


def _hum(rng: np.random.Generator, length: int) -> Curve:
    t = np.arange(length) / RATE
    first = (50, 60, 100, 120)[int(rng.integers(4))] * rng.uniform(0.98, 1.02)
    sound = sum(np.sin(2 * np.pi * first * k * t + rng.uniform(0, 6)) * rng.uniform(0.1, 1) / k for k in range(1, 12))
    hum: Curve = np.asarray(sound)
    return hum / rms(hum) + _steady(rng, length) * rng.uniform(0.1, 1)


def _fan(rng: np.random.Generator, length: int) -> Curve:
    """Air, the blades' tone that wanders a little, and a slow beat."""
    turning = rng.uniform(60, 400) * np.exp(smooth_curve(rng, length, 8, 0.01))
    phase = 2 * np.pi * np.cumsum(turning) / RATE
    tone = sum(np.sin(k * phase) * rng.uniform(0.05, 0.6) / k for k in range(1, 7))
    beat = 1 + rng.uniform(0, 0.3) * np.sin(2 * np.pi * rng.uniform(0.3, 8) * np.arange(length) / RATE)
    blown: Curve = (_steady(rng, length) + tone * rng.uniform(0, 1)) * beat
    return blown


def _street(rng: np.random.Generator, length: int) -> Curve:
    """A rumble, and engines that swell and pass."""
    sound = _steady(rng, length)
    t = np.arange(length)
    for _ in range(int(rng.integers(1, 5))):
        swell = np.exp(-(((t - rng.uniform(0, length)) / (rng.uniform(0.3, 2) * RATE)) ** 2))
        engine = coloured(_steady(rng, length).astype(np.float32), COLOUR_HZ, random_colour(rng, 9))
        sound = sound + engine * swell * rng.uniform(0.5, 4)
    return sound


def _typist(rng: np.random.Generator, length: int) -> Curve:
    typed = events.typing(rng, length)
    return typed / rms(typed) + _steady(rng, length) * 10 ** (rng.uniform(-25, -5) / 20)
