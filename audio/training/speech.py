"""Lets many speakers say what the wording has, and keeps it on disk: the slowest step, so it is done once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from audio.block import Samples
from audio.training import wording
from audio.training.kokoro import Kokoro, Style

SILENT = 1e-3


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to be said; `kind` is ok, farewell, together, extra (short) or talk (running speech)."""

    kind: str
    phonemes: str
    speed: float


def speak(packages: Path, folder: Path, speakers: range, held_out: bool) -> None:  # noqa: FBT001
    """Let the speakers of these numbers say their lines. A speaker that is there already is left alone."""
    kokoro = Kokoro(packages)
    folder.mkdir(parents=True, exist_ok=True)
    for number in speakers:
        done = folder / f"{number:05}.npz"
        if done.exists():
            continue
        rng = np.random.default_rng([7, number, int(held_out)])
        said = list(_say(kokoro, kokoro.mixture(rng, held_out), _lines(kokoro, rng)))
        parts = {f"sound{i}": np.round(sound * 28000).astype(np.int16) for i, (_, sound) in enumerate(said)}
        kinds = json.dumps([line.kind for line, _ in said])
        partial = done.with_suffix(".part.npz")
        np.savez(partial, kinds=np.array(kinds), **parts)  # type: ignore[arg-type, unused-ignore]
        partial.rename(done)


def _lines(kokoro: Kokoro, rng: np.random.Generator) -> Iterator[Line]:
    for kind, forms in (("ok", wording.OK), ("farewell", wording.FAREWELL)):
        for _ in range(3):
            yield Line(kind, str(rng.choice(forms)), _speed(rng))
    if rng.random() < 0.3:
        yield Line("together", str(rng.choice(wording.TOGETHER)), float(rng.uniform(0.8, 1.4)))
    yield Line("extra", str(rng.choice(wording.CONFUSED)), _speed(rng))
    yield Line("extra", kokoro.phonemes(str(rng.choice(wording.EXTRA))), _speed(rng))
    said = str(rng.choice(wording.OFFERS)) if rng.random() < 0.1 else wording.talk(rng)
    yield Line("talk", kokoro.phonemes(said), float(rng.uniform(0.85, 1.4)))


def _speed(rng: np.random.Generator) -> float:
    """Half of them as people speak, half drawn out: synthetic voices are quicker than people who end a call."""
    return float(rng.uniform(0.75, 1.4) if rng.random() < 0.55 else rng.uniform(0.42, 0.8))


def _say(kokoro: Kokoro, style: Style, lines: Iterator[Line]) -> Iterator[tuple[Line, Samples]]:
    for line in lines:
        sound = kokoro.say(line.phonemes, style, line.speed)
        if np.abs(sound).max() > SILENT and len(sound):
            yield line, sound
