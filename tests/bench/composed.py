"""Random closes of our own voices, with noise of a known level; the same ones at every run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from audio.block import Samples
from audio.compose import Composed, compose, room
from audio.words import Word, catalogue, load

RATE = 24_000
OKS = ("ok", "okay", "okex")
FAREWELLS = ("goodbye", "goodbyeex", "byenow", "bye")


@dataclass(frozen=True, slots=True)
class Take:
    snr_db: int
    sound: Samples
    rate_hz: int
    truth: Composed
    pause: float


def takes(count: int, snrs_db: tuple[int, ...], seed: int = 5) -> Iterator[Take]:
    """Closes with pauses of 0.2 to 2.2 s at levels of -45 to -5 dBFS, `count` for each signal-to-noise ratio."""
    rng = np.random.default_rng(seed)
    words = catalogue()
    oks = [word for word in words if word.name in OKS]
    for snr_db in snrs_db:
        for i in range(count):
            ok = oks[rng.integers(len(oks))]
            farewells = [word for word in words if word.voice == ok.voice and word.name in FAREWELLS]
            farewell = farewells[rng.integers(len(farewells))]
            yield _take(rng, ok, farewell, snr_db, i)


def _take(rng: np.random.Generator, ok: Word, farewell: Word, snr_db: int, seed: int) -> Take:
    pause = float(rng.uniform(0.2, 2.2))
    laid = compose(
        [(float(rng.uniform(0.5, 1.5)), load(ok)[0]), (pause, load(farewell)[0])],
        RATE,
        tail_s=float(rng.uniform(1, 4)),
        noise_dbfs=None,
    )
    loudest = _loudest_dbfs(laid.samples)
    gain = 10 ** ((float(rng.uniform(-45, -5)) - loudest) / 20)
    sound = (laid.samples + room(len(laid.samples), loudest - snr_db, seed)) * gain
    true_pause = laid.words[0].gap_to(laid.words[1])
    return Take(snr_db, sound.astype(np.float32), RATE, laid, true_pause)


def _loudest_dbfs(samples: Samples) -> float:
    """The loudest 10 ms."""
    power = np.convolve(samples.astype(np.float64) ** 2, np.ones(RATE // 100) / (RATE // 100), "same")
    return float(10 * np.log10(power.max() + 1e-12))
