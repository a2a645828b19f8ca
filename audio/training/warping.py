"""Ways to make one recorded word sound as if another person, in another mood, had said it."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy.fft import irfft, next_fast_len, rfft
from scipy.signal import butter, sosfilt
from scipy.signal import resample as fourier_resample

from audio.block import Samples
from audio.frames import RATE

Curve = npt.NDArray[np.float64]

_WINDOW, _HOP, _SEARCH = 480, 240, 120  # 30, 15 and 7.5 ms
COLOUR_HZ = np.array([0, 100, 250, 500, 900, 1500, 2400, 3500, 5000, 8000.0])


def rms(sound: Samples | Curve) -> float:
    return float(np.sqrt(np.mean(np.square(sound, dtype=np.float64)) + 1e-20))


def levels(sound: Samples, width: int = 160, hop: int = 40) -> Curve:
    """RMS in dB of windows of `width` samples."""
    sums = np.cumsum(np.concatenate(([0.0], sound.astype(np.float64) ** 2)))
    begins = np.arange(max(1, (len(sound) - width) // hop + 1)) * hop
    ends = np.minimum(begins + width, len(sound))
    level: Curve = 10.0 * np.log10(np.maximum(sums[ends] - sums[begins], 0.0) / width + 1e-20)
    return level


def span(sound: Samples, drop_db: float = 30.0) -> tuple[int, int]:
    """From the first to the last 10 ms within `drop_db` of the loudest 10 ms, in samples."""
    level = levels(sound)
    loud = np.flatnonzero(level > level.max() - drop_db)
    return int(loud[0]) * 40, min(len(sound), int(loud[-1]) * 40 + 160)


def activity(sound: Samples, drop_db: float = 30.0, bridged_s: float = 0.15) -> list[tuple[int, int]]:
    """The stretches of running speech, in samples: like `span`, but pauses stay out."""
    level = levels(sound)
    found: list[list[int]] = []
    for k in np.flatnonzero(level > level.max() - drop_db).tolist():
        if found and k - found[-1][1] <= bridged_s * RATE / 40:
            found[-1][1] = k
        else:
            found.append([k, k])
    return [(a * 40, min(len(sound), b * 40 + 160)) for a, b in found if b - a >= 4]


def resampled(sound: Samples, length: int) -> Samples:
    """Stretched to `length` samples, pitch and formants with it."""
    fast = next_fast_len(len(sound), real=True)
    wanted = next_fast_len(round(length * fast / len(sound)), real=True)
    out: Samples = fourier_resample(np.pad(sound, (0, fast - len(sound))), wanted)[:length].astype(np.float32)
    return out


def read_along(sound: Samples, speed: Curve) -> Samples:
    """Read at a speed that changes: `speed` has one value per output sample, pitch and formants follow it."""
    at = np.cumsum(speed)
    at = at[at < len(sound) - 1]
    out: Samples = np.interp(at, np.arange(len(sound)), sound).astype(np.float32)
    return out


def smooth_curve(rng: np.random.Generator, length: int, points: int, spread: float) -> Curve:
    curve: Curve = np.interp(np.arange(length), np.linspace(0, length, points), rng.normal(0, spread, points))
    return curve


def paced(sound: Samples, rate: float | Curve) -> Samples:
    """Faster or slower at the same pitch: overlap-add at the best fit. A curve has one rate for each 15 ms of input."""
    starts = _reading_starts(len(sound), rate)
    if len(starts) < 3:
        return sound
    window = np.hanning(_WINDOW).astype(np.float32)
    out = np.zeros(len(starts) * _HOP + _WINDOW, np.float32)
    weight = np.zeros_like(out)
    padded = np.concatenate((np.zeros(_SEARCH, np.float32), sound, np.zeros(_WINDOW + _SEARCH + _HOP, np.float32)))
    last = _SEARCH
    for k, start in enumerate(starts):
        at = start + _SEARCH
        if k and at + _SEARCH + _WINDOW < len(padded):
            wanted = padded[last + _HOP : last + _HOP + _WINDOW]
            fit = np.correlate(padded[at - _SEARCH : at + _SEARCH + _WINDOW], wanted, "valid")
            at += int(np.argmax(fit)) - _SEARCH
        if at + _WINDOW > len(padded):
            break
        out[k * _HOP : k * _HOP + _WINDOW] += window * padded[at : at + _WINDOW]
        weight[k * _HOP : k * _HOP + _WINDOW] += window
        last = at
    joined: Samples = (out / np.maximum(weight, 1e-3)).astype(np.float32)
    return joined


def _reading_starts(length: int, rate: float | Curve) -> list[int]:
    if isinstance(rate, float):
        return [int(k * _HOP * rate) for k in range(max(0, int(length / rate / _HOP) - 2))]
    starts, at = [], 0.0
    while at < length - _WINDOW:
        starts.append(int(at))
        at += _HOP * rate[min(len(rate) - 1, int(at / _HOP))]
    return starts


def drawn_out(rng: np.random.Generator, sound: Samples) -> Samples:
    """Some vowel of it held, as people do who end a call."""
    level = levels(sound, _WINDOW, _HOP)
    loud = np.clip((level - (level.max() - rng.uniform(8, 20))) / 6, 0, 1)
    where = np.arange(len(level)) / len(level)
    bump = np.exp(-(((where - rng.uniform(0, 1)) / rng.uniform(0.1, 0.6)) ** 2))
    return paced(sound, 1.0 / (1.0 + rng.uniform(0.2, 2.2) * loud * bump))


def coloured(sound: Samples, hz: Curve, gain_db: Curve) -> Samples:
    """Through a filter of any shape, without delay."""
    size = next_fast_len(len(sound) + 400, real=True)
    gain = 10 ** (np.interp(np.fft.rfftfreq(size, 1 / RATE), hz, gain_db) / 20)
    out: Samples = irfft(rfft(sound, size) * gain, size)[: len(sound)].astype(np.float32)
    return out


def random_colour(rng: np.random.Generator, spread_db: float = 6.0) -> Curve:
    """Gains at COLOUR_HZ: a slope that wanders, and each band's own whim."""
    steps = rng.normal(0, spread_db / 3, (2, len(COLOUR_HZ)))
    gains: Curve = np.cumsum(steps[0]) * 0.6 + steps[1]
    return gains


def filtered(sound: Samples, kind: str, hz: float | tuple[float, float], order: int = 4) -> Samples:
    """Butterworth; `kind` is low, high or band."""
    out: Samples = sosfilt(butter(order, hz, kind, fs=RATE, output="sos"), sound).astype(np.float32)
    return out
