"""A folder of recordings as a trainer gets it, some of them unusable: for tests and for pictures."""

from __future__ import annotations

import numpy as np
import soundfile
from drawing import RATE, speak
from importing_sounds import CLEAN, RUSHED

BROUGHT_IN = "dana.okbye: 12 takes added, 3 were here already; 5 new comments and words on them."
CONFLICTS = (
    "Dana Reyes, 2026-11-20 09:14: A comment by Tess is another one here and in the file. Both are kept.",
    "Dana Reyes, 2026-11-20 09:31: It was measured otherwise here than in the file. Yours stays as it is.",
)
REPS = ("Dana Reyes", "Sam Ito")


def write(folder, good=3, reps=REPS, bad=True):
    """`good` recordings of each rep, each with a close; and with `bad` five that cannot be used."""
    folder.mkdir(parents=True, exist_ok=True)
    for rep in reps:
        of_rep = folder / rep
        of_rep.mkdir(exist_ok=True)
        for number in range(good):
            samples = speak(CLEAN if number % 2 == 0 else RUSHED)
            # Another hiss in each, or they would be copies of each other.
            hiss = np.random.default_rng(hash_of(rep, number)).normal(0.0, 2e-4, len(samples))
            name = f"{rep.split()[0].lower()}_2026-11-{number % 28 + 1:02}_{number}.wav"
            soundfile.write(of_rep / name, samples + hiss, RATE, subtype="PCM_16")
    if bad:
        write_bad(folder)


def hash_of(rep, number):
    return sum(map(ord, rep)) * 1000 + number


def write_bad(folder):
    """Text, nothing, half a head, no sound, and a copy."""
    (folder / "notes.wav").write_text("Call her again on Monday.")
    (folder / "empty.wav").write_bytes(b"")
    (folder / "cut.flac").write_bytes(b"fLaC\x00\x00")
    soundfile.write(folder / "none.wav", np.zeros((0, 1)), RATE)
    (folder / "header.ogg").write_bytes(b"OggS" + bytes(30))
