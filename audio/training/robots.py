"""The older synthesisers of Debian as more speakers: flite, festival and espeak-ng, whatever of them is installed.

Packages: flite, festival with festvox-kallpc16k, festvox-kdlpc16k and festvox-us-slt-hts, espeak-ng. What they say is
free of their licences.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import soundfile
import soxr

from audio.block import Samples
from audio.frames import RATE
from audio.training import wording

OK = ("Ok.", "Okay.", "Okay!", "Okay?", "O.K.")
FAREWELL = ("Goodbye.", "Good bye.", "Goodbye!", "Bye now.", "Bye.", "Good-bye, now.", "Bye bye.")
ESPEAK = tuple(f"{accent}+{person}" for accent in ("en-us", "en-gb", "en-gb-scotland", "en-gb-x-rp") for person in (
    "m1", "m3", "m7", "f2", "f4", "klatt2", "Annie", "Denis", "Michael", "steph3"
))  # fmt: skip
FLITE = ("awb", "rms", "slt", "kal16")
FESTIVAL = ("kal_diphone", "ked_diphone", "cmu_us_slt_arctic_hts")

Command = Callable[[np.random.Generator, Path], list[str]]


def speak(folder: Path) -> None:
    """One file for each speaker whose synthesiser is there."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, (name, command) in enumerate(_speakers()):
        done = folder / f"{name}_{number:03}.npz"
        if done.exists():
            continue
        rng = np.random.default_rng([17, number])
        said = [(kind, _said(command(rng, Path()), text)) for kind, text in _lines(rng)]
        kept = [(kind, sound) for kind, sound in said if len(sound)]
        sounds = {f"sound{i}": np.round(sound * 28000).astype(np.int16) for i, (_, sound) in enumerate(kept)}
        kinds = np.array(json.dumps([kind for kind, _ in kept]))
        np.savez(done, kinds=kinds, **sounds)  # type: ignore[arg-type, unused-ignore]


def _lines(rng: np.random.Generator) -> Iterator[tuple[str, str]]:
    for kind, texts in (("ok", OK), ("farewell", FAREWELL)):
        for _ in range(3):
            yield kind, str(rng.choice(texts))
    for _ in range(2):
        yield "extra", str(rng.choice(wording.EXTRA))
    yield "talk", wording.talk(rng)


def _speakers() -> Iterator[tuple[str, Command]]:
    if shutil.which("flite"):
        for voice in FLITE * 3:
            yield (
                "flite",
                lambda rng, _, voice=voice: [  # type: ignore[misc]
                    *("flite", "-voice", voice, "--setf", f"duration_stretch={rng.uniform(0.8, 1.7):.2f}"),
                    *("--setf", f"int_f0_target_mean={rng.uniform(85, 220):.0f}", "-t", "TEXT", "-o", "FILE"),
                ],
            )
    if shutil.which("text2wave"):
        for voice in FESTIVAL * 2:
            yield "festival", lambda _, __, voice=voice: ["text2wave", "-eval", f"(voice_{voice})", "-o", "FILE"]  # type: ignore[misc]
    if shutil.which("espeak-ng"):
        for voice in ESPEAK:
            yield (
                "espeak",
                lambda rng, _, voice=voice: [  # type: ignore[misc]
                    *(
                        "espeak-ng",
                        "-v",
                        voice,
                        "-s",
                        f"{rng.uniform(80, 190):.0f}",
                        "-p",
                        f"{rng.uniform(20, 80):.0f}",
                    ),
                    *("-w", "FILE", "TEXT"),
                ],
            )


def _said(command: list[str], text: str) -> Samples:
    """The sound at 16 kHz with a peak of 1; nothing where the synthesiser failed."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "said.wav"
        words = [{"FILE": str(path), "TEXT": text}.get(word, word) for word in command]
        subprocess.run(words, input=text, text=True, check=False, capture_output=True)  # noqa: S603
        if not path.exists() or path.stat().st_size < 1000:
            return np.empty(0, np.float32)
        sound, rate_hz = soundfile.read(path, dtype="float32")
    sound = sound if rate_hz == RATE else soxr.resample(sound, rate_hz, RATE)
    peak = float(np.abs(sound).max())
    return (sound / peak).astype(np.float32) if peak > 0 else np.empty(0, np.float32)
