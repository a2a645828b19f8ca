"""How fast a recording is measured, and how long the command takes to start."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from argparse import Namespace
from pathlib import Path
from statistics import median

import numpy as np
import soundfile
from taught import sayings

from app.measure import measure
from audio.frames import RATE
from audio.voice.voice import learn
from bench.composed import takes
from coach.bands import Bands

MINUTES = 10


def run(_asked: Namespace) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "takes.flac"
        seconds = _write(path)
        own = learn(sayings("af_bella"))
        spent: dict[bool, list[float]] = {False: [], True: []}
        for turn in range(6):
            known = turn % 2 == 1
            before = time.process_time()
            measure(path, Bands(), voice=own if known else None)
            spent[known].append(time.process_time() - before)
    for known, times in spent.items():
        sys.stdout.write(
            f"measured {seconds / median(times):.0f} times as fast as the sound "
            f"({seconds / 60:.0f} minutes, one core, {'with' if known else 'without'} the rep's own voice)\n"
        )
    for words in (["--version"], ["--help"]):
        runs = [_wall([sys.executable, "-m", "app", *words]) for _ in range(5)]
        sys.stdout.write(f"okbye {words[0]:10} {median(runs):.2f} s (median of 5)\n")


def _write(path: Path) -> float:
    """Composed takes one after the other, as one FLAC file at 16 kHz; returns its seconds."""
    pieces = [take.samples for take in takes(9 * MINUTES)]
    soundfile.write(path, np.concatenate(pieces), RATE, format="FLAC")
    return sum(map(len, pieces)) / RATE


def _wall(command: list[str]) -> float:
    before = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env={**os.environ, "NO_COLOR": "1"})
    return time.perf_counter() - before
