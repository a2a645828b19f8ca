"""Words of the shipped voices said to another melody, made by Praat's own resynthesis (PSOLA)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import parselmouth
from drawing import spoken_word
from parselmouth.praat import call

from audio.block import Samples
from audio.compose import room, trim

RATE = 16_000
LOW_HZ, HIGH_HZ = 75.0, 500.0
AROUND_S = 0.25

Melody = Sequence[tuple[float, float]]  # (share of what is voiced, semitones over the middle)

FLAT: Melody = ((0.0, 0.0), (1.0, 0.0))


def moving(semitones: float, share: float = 0.4) -> Melody:
    """Level, then up or down over the last `share`."""
    return ((0.0, 0.0), (1.0 - share, 0.0), (1.0, semitones))


def intoned(voice: str, name: str, melody: Melody) -> Samples:
    """The word alone, at 16 kHz; its middle stays where it was."""
    sound = parselmouth.Sound(np.pad(trim(spoken_word(voice, name), RATE), RATE // 20).astype(np.float64), RATE)
    pitch = sound.to_pitch(0.01, LOW_HZ, HIGH_HZ)
    hz, times = pitch.selected_array["frequency"], pitch.xs()
    begin, end, middle = times[hz > 0][0], times[hz > 0][-1], np.median(hz[hz > 0])
    manipulation = call(sound, "To Manipulation", 0.01, LOW_HZ, HIGH_HZ)
    tier = call(manipulation, "Extract pitch tier")
    call(tier, "Remove points between", 0, sound.duration)
    for share, semitones in melody:
        call(tier, "Add point", begin + share * (end - begin), middle * 2 ** (semitones / 12))
    call([manipulation, tier], "Replace pitch tier")
    said = call(manipulation, "Get resynthesis (overlap-add)").values[0]
    return trim(said.astype(np.float32), RATE)


def in_room(word: Samples, snr_db: float, seed: int = 0) -> tuple[Samples, float, float]:
    """The word, trimmed, in a room so far below its loudest 10 ms; with its start and end in seconds."""
    word = trim(word, RATE)
    power = np.convolve(word.astype(np.float64) ** 2, np.full(RATE // 100, 100 / RATE), "valid").max()
    around = np.pad(word, round(AROUND_S * RATE))
    noise = room(len(around), float(10 * np.log10(power)) - snr_db, seed)
    return around + noise, AROUND_S, AROUND_S + len(word) / RATE
