"""What stands between a voice and its recording: telephone lines, codecs, gain control, gates, clipping, 16 bits."""

from __future__ import annotations

import numpy as np
from scipy.signal import resample_poly

from audio.block import Samples
from audio.training.warping import COLOUR_HZ, coloured, filtered, levels, random_colour


def telephone(rng: np.random.Generator, sound: Samples) -> Samples:
    """300 to 3400 Hz or so, half the time as 8-bit mu-law at 8 kHz."""
    low, high = rng.uniform(180, 400), rng.uniform(3000, 3700)
    narrow = filtered(sound, "band", (low, high), int(rng.integers(2, 6)))
    if rng.random() < 0.5:
        peak = float(np.abs(narrow).max()) * float(10 ** (rng.uniform(0, 25) / 20)) + 1e-9
        coded = resample_poly(narrow, 1, 2) / peak
        coded = np.sign(coded) * np.log1p(255 * np.minimum(np.abs(coded), 1)) / np.log(256)
        coded = np.round(coded * 127) / 127
        narrow = (resample_poly(np.sign(coded) * (256 ** np.abs(coded) - 1) / 255, 2, 1) * peak).astype(np.float32)
    return narrow[: len(sound)]


def codec(rng: np.random.Generator, sound: Samples) -> Samples:
    """What a frugal codec keeps: in each 32 ms only what is loud, and nothing above some frequency."""
    size, hop = 512, 256
    window = np.sin(np.pi * (np.arange(size) + 0.5) / size)
    count = (len(sound) + size) // hop + 1
    padded = np.zeros(count * hop + size)
    padded[hop : hop + len(sound)] = sound
    spectra = np.fft.rfft(np.lib.stride_tricks.sliding_window_view(padded, size)[::hop] * window)
    weak = np.abs(spectra) < np.abs(spectra).max(axis=1, keepdims=True) * 10 ** (-rng.uniform(24, 45) / 20)
    spectra[weak] *= rng.uniform(0, 0.3)
    spectra[:, int(rng.uniform(120, 257)) :] = 0
    out = np.zeros_like(padded)
    for k, piece in enumerate(np.fft.irfft(spectra) * window):
        out[k * hop : k * hop + size] += piece
    return out[hop : hop + len(sound)].astype(np.float32)


def gain_control(rng: np.random.Generator, sound: Samples) -> Samples:
    """Turns down fast what is loud and up slowly what is faint."""
    level = levels(sound, 320, 160)
    target = level.max() - rng.uniform(3, 15)
    most, release = rng.uniform(3, 20), rng.uniform(0.002, 0.05)
    gain, gains = 0.0, np.empty(len(level))
    for k, now in enumerate(level.tolist()):
        wanted = min(most, target - now)
        gain += (wanted - gain) * (0.3 if wanted < gain else release)
        gains[k] = gain
    curve = np.interp(np.arange(len(sound)), np.arange(len(gains)) * 160.0, gains)
    return (sound * 10 ** (curve / 20)).astype(np.float32)


def gate(rng: np.random.Generator, sound: Samples, spoken: Samples) -> Samples:
    """Noise suppression: while nobody speaks (`spoken` is the clean voice), down to a whisper or to digital silence."""
    level = levels(spoken, 320, 160)
    active = level > level.max() - rng.uniform(25, 40)
    hold = int(rng.uniform(8, 30))
    held = np.convolve(active, np.ones(hold))[: len(active)] > 0.5
    held |= np.concatenate((active[2:], [False, False]))
    shut = 0.0 if rng.random() < 0.5 else 10 ** (-rng.uniform(6, 30) / 20)
    gains = np.where(held, 1.0, shut)
    curve = np.interp(np.arange(len(sound)), np.arange(len(gains)) * 160.0 + 160.0, gains)
    return (sound * curve).astype(np.float32)


def microphone(rng: np.random.Generator, sound: Samples) -> Samples:
    """Band limits and colour of the whole recording."""
    chance = rng.random()
    if chance < 0.12:
        sound = telephone(rng, sound)
    elif chance < 0.22:
        sound = filtered(sound, "low", rng.uniform(3400, 7000), int(rng.integers(2, 8)))
    elif chance < 0.30:
        sound = filtered(sound, "high", rng.uniform(60, 300), 2)
    elif chance < 0.36:
        sound = codec(rng, sound)
    return coloured(sound, COLOUR_HZ, random_colour(rng, 3)) if rng.random() < 0.4 else sound


def recorded(rng: np.random.Generator, sound: Samples) -> Samples:
    """At a peak of -45 to -2 dBFS, sometimes clipped or off centre, in 16 bits."""
    peak = float(np.abs(sound).max()) + 1e-9
    if rng.random() < 0.06:
        limit = peak * rng.uniform(0.2, 0.7)
        sound = np.clip(sound, -limit, limit)
    sound = sound * np.float32(10 ** (rng.uniform(-45, -2) / 20) / peak)
    if rng.random() < 0.1:
        sound = sound + np.float32(rng.uniform(-0.01, 0.01))
    return (np.round(sound * 32767) / 32768).astype(np.float32)
