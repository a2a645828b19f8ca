"""One imagined person at one imagined place: the same changes for all that they say in a scene."""

from __future__ import annotations

import numpy as np
from scipy.signal import fftconvolve

from audio.block import Samples
from audio.frames import RATE
from audio.training import channels, rooms
from audio.training.warping import (
    COLOUR_HZ,
    coloured,
    drawn_out,
    filtered,
    paced,
    random_colour,
    read_along,
    resampled,
    smooth_curve,
)


class Speaker:
    """Size of the throat, tempo, habits of drawing words out, the room near the mouth and the microphone's colour."""

    def __init__(self, rng: np.random.Generator) -> None:
        self._rng = rng
        self._pitch = float(np.clip(np.exp(rng.normal(0, 0.11)), 0.78, 1.3))
        self._tempo = float(rng.uniform(0.85, 1.18)) if rng.random() < 0.5 else 1.0
        self._colour = random_colour(rng)
        self._draws_out = 0.7 if rng.random() < 0.4 else 0.15
        self._echo = rooms.echo(rng, (0.05, 0.35), (3, 20)) if rng.random() < 0.5 else None
        self._codec = rng.random() < 0.15
        self._dull_hz = rng.uniform(3200, 7000) if rng.random() < 0.3 else None

    def say(self, sound: Samples, *, word: bool) -> Samples:
        """`word`: a single word or two, which may be drawn out or sung; running speech is not."""
        sound = self._bent(sound)
        if word and len(sound) < 1.3 * RATE and self._rng.random() < self._draws_out:
            sound = drawn_out(self._rng, sound)
            if self._rng.random() < 0.35:
                sound = read_along(sound, np.exp(smooth_curve(self._rng, len(sound), 4, 0.12)))
        return self._placed(sound)

    def _bent(self, sound: Samples) -> Samples:
        rng = self._rng
        pitch = self._pitch * float(np.exp(rng.normal(0, 0.02)))
        sound = resampled(sound, max(400, int(len(sound) / pitch)))
        tempo = self._tempo * float(np.exp(rng.normal(0, 0.09)))
        if rng.random() < 0.6:
            sound = paced(sound, float(np.clip(tempo / (pitch if rng.random() < 0.5 else 1), 0.7, 1.45)))
        if rng.random() < 0.35:
            sound = read_along(sound, np.exp(smooth_curve(rng, len(sound), 5, 0.06)))
        if rng.random() < 0.4:
            sound = sound * (10 ** (smooth_curve(rng, len(sound), 5, 4.5) / 20)).astype(np.float32)
        return sound

    def _placed(self, sound: Samples) -> Samples:
        sound = coloured(sound, COLOUR_HZ, self._colour)
        if self._codec:
            sound = channels.codec(self._rng, sound)
        if self._dull_hz is not None:
            sound = filtered(sound, "low", self._dull_hz, 6)
        if self._echo is not None:
            tail = np.zeros(len(self._echo) // 2, np.float32)
            sound = fftconvolve(np.concatenate((sound, tail)), self._echo)[: len(sound) + len(tail)]
        return sound.astype(np.float32)
