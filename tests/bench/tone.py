"""Tone beside Praat's F0, and rises of a known size made by resynthesis, on all words of our voices."""

from __future__ import annotations

import sys
from argparse import Namespace

import numpy as np
import parselmouth
from drawing import spoken_word
from intoned import FLAT, RATE, in_room, intoned, moving

from audio.pitch import Contour, contour
from audio.tone import tone
from audio.words import catalogue
from bench.composed import FAREWELLS, OKS
from coach.tone import RISE_ST

SNRS_DB = (60, 20, 12)
SHARES = (1.0, 0.5, 0.3)  # of the word, over which it moves
WORDS = sorted({(word.voice, word.name) for word in catalogue() if word.name in (*OKS, *FAREWELLS)})


def run(_asked: Namespace) -> None:
    _beside_praat()
    line = "{:>7} {:>9} {:>6} {:>9} {:>9} {:>16}\n"
    sys.stdout.write(line.format("SNR dB", "semitones", "words", "told", "rises", "median, 5..95 %"))
    for semitones in (4, 2, 0, -2, -4):
        said = [
            intoned(*word, moving(semitones, share) if semitones else FLAT)
            for word in WORDS
            for share in (SHARES if semitones else SHARES[:1])
        ]
        _row(line, f"{semitones:+}", said)
    _row(line, "as spoken", [spoken_word(*word) for word in WORDS])


def _beside_praat() -> None:
    apart, words = [], []
    for word in WORDS:
        sound, start, end = in_room(spoken_word(*word), 60)
        ours = contour(sound, start, end).steady()
        praat = parselmouth.Sound(sound.astype(np.float64), RATE).to_pitch_ac(0.01)
        heard = np.array([praat.get_value_at_time(at) for at in ours.times])
        theirs = Contour(ours.times, heard, ours.levels_dbfs).steady()
        both = np.isfinite(ours.f0_hz) & np.isfinite(theirs.f0_hz)
        apart.append(np.abs(12 * np.log2(ours.f0_hz[both] / theirs.f0_hz[both])))
        words.append(float(np.median(apart[-1])))
    frames = np.concatenate(apart)
    sys.stdout.write(
        f"{len(frames)} frames beside Praat: median {np.median(frames):.3f}, 95 % {np.quantile(frames, 0.95):.2f} "
        f"semitones apart, {np.mean(frames <= 0.5):.3f} within 0.5; the worst word {max(words):.2f} in the median\n"
    )


def _row(line: str, name: str, said: list[np.ndarray]) -> None:
    for snr_db in SNRS_DB:
        heard = [tone(*in_room(word, snr_db, seed)) for seed, word in enumerate(said)]
        slopes = np.array([one.slope_st for one in heard if one is not None and one.slope_st is not None])
        low, middle, high = np.quantile(slopes, (0.05, 0.5, 0.95))
        sys.stdout.write(
            line.format(
                snr_db,
                name,
                len(said),
                f"{len(slopes) / len(said):.2f}",
                f"{np.mean(slopes >= RISE_ST):.3f}",
                f"{middle:.1f}, {low:.1f}..{high:.1f}",
            )
        )
