"""All that was ever said, by speaker and kind."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from audio.block import Samples

KINDS = ("ok", "farewell", "together", "extra", "talk")
SHORTEST = 800  # samples: what is shorter is a fault of the synthesiser
FAINTEST = 1e-3


@dataclass(slots=True)
class Pool:
    """`by_kind` has everybody's sayings, `speakers` those who say at least both words."""

    by_kind: dict[str, list[Samples]] = field(default_factory=lambda: {kind: [] for kind in KINDS})
    speakers: list[dict[str, list[Samples]]] = field(default_factory=list)

    def add(self, said: Iterable[tuple[str, Samples]]) -> None:
        one: dict[str, list[Samples]] = {}
        for kind, sound in said:
            peak = float(np.abs(sound).max()) if len(sound) else 0.0
            if len(sound) >= SHORTEST and peak > FAINTEST:
                one.setdefault(kind, []).append(sound / np.float32(peak))
        for kind, sounds in one.items():
            self.by_kind[kind] += sounds
        if "ok" in one and "farewell" in one:
            self.speakers.append(one)

    def draw(self, rng: np.random.Generator, kind: str, speaker: dict[str, list[Samples]] | None = None) -> Samples:
        """One saying of that kind, by that speaker if they have one."""
        sayings = (speaker or {}).get(kind) or self.by_kind[kind]
        return sayings[int(rng.integers(len(sayings)))]


def load(folders: Iterable[Path]) -> Pool:
    """Every speaker's file in the folders."""
    pool = Pool()
    for folder in folders:
        for path in sorted(folder.glob("[0-9a-z]*[0-9].npz")):
            with np.load(path) as stored:
                kinds = json.loads(str(stored["kinds"]))
                sounds = [stored[f"sound{i}"].astype(np.float32) / 32768 for i in range(len(kinds))]
            pool.add(zip(kinds, sounds, strict=True))
    return pool
