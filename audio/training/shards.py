"""Composed scenes as mel bands and labels on disk, two hundred to a file, each file from its own seed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from audio.ear.features import Mels, log_mels
from audio.training.pool import load
from audio.training.scene import Labels, compose

SCENES = 200


@dataclass(frozen=True, slots=True)
class Example:
    mels: Mels
    labels: Labels


def write(folder: Path, voices: list[Path], numbers: range) -> None:
    """Compose the files of these numbers from the speakers in `voices`; those that are there are left alone."""
    folder.mkdir(parents=True, exist_ok=True)
    pool = load(voices)
    for number in numbers:
        path = folder / f"{number:04}.npz"
        if path.exists():
            continue
        rng = np.random.default_rng([11, number])
        scenes = [compose(rng, pool) for _ in range(SCENES)]
        partial = path.with_suffix(".part.npz")
        np.savez(
            partial,
            mels=np.concatenate([log_mels(scene.samples).astype(np.float16) for scene in scenes]),
            labels=np.concatenate([scene.labels for scene in scenes]),
            frames=np.array([len(scene.labels) for scene in scenes]),
        )
        partial.rename(path)


def read(path: Path) -> Iterator[Example]:
    with np.load(path) as stored:
        mels, labels = stored["mels"], stored["labels"]
        end = 0
        for frames in stored["frames"].tolist():
            begin, end = end, end + frames
            yield Example(mels[begin:end], labels[begin:end])
